import type { Effect } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import type { DocumentationState } from '../domain/verdict/index.ts';
import type { Documentation, Outcome, TraceAnswer } from '../domain/trace/index.ts';

/** What comes of a class on a channel, as a person would say it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  RELEASED: 'released',
  LIMITED: 'limited',
  WITHHELD: 'withheld',
  NOT_OFFERED: 'not offered',
  UNREACHED: 'not reached',
  UNKNOWN: 'unknown: nobody recorded what it releases',
  PARTIAL: 'differs by part',
};

/** What a restriction does to what it meets. */
export const effectWords: Readonly<Record<Effect, string>> = {
  WITHHOLDS: 'withholds',
  FILTERS: 'filters',
  DELAYS: 'delays',
  CHARGES: 'charges',
  CONDITIONS: 'sets conditions',
  NARROWS_MANNER: 'narrows the manner',
};

/** What is recorded as the basis of a restriction. */
export const documentationWords: Readonly<Record<Documentation | DocumentationState, string>> = {
  NONE: 'no documented exception',
  RECORDED: 'a basis is recorded',
  INCOMPLETE: 'incomplete',
  LATE: 'late',
  COMPLETE: 'complete',
};

/** The concepts a trace names. */
type NamedConcept = 'AccessChannel' | 'Audience' | 'DataClass' | 'Flow' | 'Restriction' | 'System';

/** Returns the name of a thing, its id when the inventory does not have it. */
export const nameIn = (graph: EhiGraph, concept: NamedConcept, id: Id): string => graph[concept].get(id)?.name ?? id;

/** Returns the names of things, separated so that names with commas stay apart. */
export const namesIn = (graph: EhiGraph, concept: NamedConcept, ids: readonly Id[]): string =>
  ids.map((id) => nameIn(graph, concept, id)).join('; ');

/** Returns the parts an answer is for, by name. */
export const partNames = (graph: EhiGraph, { parts, isRest }: TraceAnswer): string => {
  const [first, ...others] = parts.map((id) => nameIn(graph, 'DataClass', id));
  return [isRest ? `${first ?? ''}, the rest of it` : first, ...others].join('; ');
};
