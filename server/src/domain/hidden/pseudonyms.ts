import type { ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { conceptNames } from '../model/concepts.ts';
import type { CatalogueNames } from './catalogue-names.ts';
import { labelOf } from './label-of.ts';

/** What stands in the place of a text nobody is to read. Whether there was one still shows. */
export const hiddenText = 'Not shown while names are hidden.';

/** What takes the place of names: by kind and number, the same for the same thing wherever it is named. */
export interface Pseudonyms {
  readonly catalogues: CatalogueNames;
  /** What a thing of the inventory is called. */
  readonly nameOf: (concept: ConceptName, id: Id) => string;
  /** What one of several values of a kind is called, `Vendor 2`; `Another vendor` for one the inventory does not have. */
  readonly numbered: (label: string, value: string) => string;
}

/**
 * Returns what takes the place of the names of an inventory: things are numbered in the order of their ids, values in the order in which `visit`
 * comes upon them. From then on nothing is numbered anew: what only the log knows is one of the others.
 */
export const createPseudonyms = (
  graph: EhiGraph,
  catalogues: CatalogueNames,
  visit: (pseudonyms: Pseudonyms) => void,
): Pseudonyms => {
  const names = nameThings(graph, catalogues);
  const byLabel = new Map<string, Map<string, string>>();
  let isOpen = true;
  const pseudonyms: Pseudonyms = {
    catalogues,
    nameOf: (concept, id) => names.get(concept)?.get(id) ?? `Another ${concept}`,
    numbered: (label, value) => {
      const known = byLabel.get(label) ?? new Map<string, string>();
      byLabel.set(label, known);
      const name =
        known.get(value) ??
        (isOpen ? `${label} ${known.size + 1}` : `Another ${label.charAt(0).toLowerCase()}${label.slice(1)}`);
      if (isOpen) known.set(value, name);
      return name;
    },
  };
  visit(pseudonyms);
  isOpen = false;
  return pseudonyms;
};

/** Names by concept and id. Two things never have one name, of whatever concept they are. */
const nameThings = (graph: EhiGraph, catalogues: CatalogueNames): ReadonlyMap<ConceptName, ReadonlyMap<Id, string>> => {
  const counts = new Map<string, number>();
  return new Map(
    conceptNames.map((concept) => [
      concept,
      new Map(
        [...graph[concept].values()]
          .toSorted((a, b) => compareIds(a.id, b.id))
          .map((thing) => {
            const { label, isName } = labelOf(concept, thing, catalogues);
            const count = (counts.get(label) ?? 0) + 1;
            counts.set(label, count);
            return [thing.id, isName && count === 1 ? label : isName ? `${label} (${count})` : `${label} ${count}`];
          }),
      ),
    ]),
  );
};
