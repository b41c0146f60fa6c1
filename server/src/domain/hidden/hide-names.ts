import type { Catalogues } from '../catalogue/index.ts';
import type { Change } from '../model/change.ts';
import { conceptNames, type ConceptName, type Concepts } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { catalogueNames } from './catalogue-names.ts';
import { fieldRules, hideFields } from './field-rules.ts';
import { rememberOriginal } from './originals.ts';
import { createPseudonyms, hiddenText, type Pseudonyms } from './pseudonyms.ts';

/** An inventory whose names are hidden, and the same for what belongs to it. */
export interface HiddenNames {
  readonly graph: EhiGraph;
  /** The inventory at an earlier revision, by the same names. */
  readonly earlier: (graph: EhiGraph) => EhiGraph;
  /** An entry of its log. */
  readonly change: (change: Change) => Change;
}

/**
 * Returns the inventory without anything that could name a real place or person: things go by kind and number (`Laboratory information system 2`),
 * people, vendors and zones by number, free texts, addresses, files and versions are left out or say that they are not shown. Data classes and audiences
 * that stand for an entry of the reference data are called what it calls them. Ids, dates, links, codes and citations stay: whatever is worked out
 * of the one is worked out of the other. The numbers are the same for the same revision. Pure.
 */
export const hideNames = (graph: EhiGraph, catalogues: Catalogues): HiddenNames => {
  let hidden: EhiGraph | undefined;
  const names = createPseudonyms(graph, catalogueNames(catalogues), (open) => {
    hidden = hideGraph(graph, open);
  });
  const shown = hidden ?? hideGraph(graph, names);
  return {
    graph: shown,
    earlier: (before) => hideGraph(before, names),
    change: (change) => hideChange(change, names),
  };
};

const hideGraph = (graph: EhiGraph, names: Pseudonyms): EhiGraph => {
  const byConcept = conceptNames.map((concept) => [concept, hideAll(graph, concept, names)] as const);
  const hidden = { ...(Object.fromEntries(byConcept) as unknown as EhiGraph), revision: graph.revision };
  rememberOriginal(hidden, graph);
  return hidden;
};

/** In the order of ids, so that what is numbered as it comes is numbered the same everywhere. */
const hideAll = (graph: EhiGraph, concept: ConceptName, names: Pseudonyms): ReadonlyMap<Id, unknown> =>
  new Map(
    [...graph[concept].values()]
      .toSorted((a, b) => compareIds(a.id, b.id))
      .map((thing) => [thing.id, hideDocument(concept, thing as never, names)]),
  );

const hideDocument = <C extends ConceptName>(concept: C, document: Concepts[C], names: Pseudonyms): Concepts[C] =>
  hideFields(fieldRules[concept], document, { names, concept, id: document.id });

const hideChange = (change: Change, names: Pseudonyms): Change => {
  const document = (value: unknown): unknown =>
    value === null || value === undefined ? value : hideDocument(change.concept, value as never, names);
  return {
    ...change,
    actor: names.numbered('Person', change.actor),
    before: document(change.before),
    after: document(change.after),
    ...(change.reason === undefined ? {} : { reason: hiddenText }),
  };
};
