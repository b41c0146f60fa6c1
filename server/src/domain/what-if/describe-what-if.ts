import { conceptWords } from '../inventory/check-entries.ts';
import type { ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import { namesOf } from '../trace/index.ts';
import type { AudienceEffect, IndexDifference } from './compare-indexes.ts';
import type { HeldOtherwise } from './held-otherwise.ts';
import type { Outage } from './outages.ts';

/** A change in as many words as a sentence has room for. */
export interface SaidChange {
  readonly kind: 'CREATE' | 'UPDATE' | 'END';
  readonly concept: ConceptName;
  readonly name: string;
}

/** What is assumed: changes, and what is down. */
export interface Supposition {
  readonly changes: readonly SaidChange[];
  readonly outages: readonly Outage[];
}

/** How many things, and audiences, one sentence names. */
const mostNamed = 3;

/**
 * A what-if in a sentence or two: what is assumed, and what comes of it for each audience. `held`: where something is held back as now, by other
 * restrictions.
 */
export const describeWhatIf = (
  graph: EhiGraph,
  supposition: Supposition,
  { turns, effects, stranded, unstranded }: IndexDifference,
  held: readonly HeldOtherwise[] = [],
): string => {
  const { audience } = namesOf(graph.Audience);
  const told = effects
    .map((effect) => ({ words: effectWords(effect, audience(effect.audience)), weight: weightOf(effect) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.weight - a.weight);
  const parts = told.slice(0, mostNamed).flatMap(({ words }) => words);
  const others = told.length - mostNamed;
  if (others > 0) parts.push(`something differs for ${counted(others, 'other audience', 'other audiences')} too`);
  if (stranded.length > 0) parts.push(`${areClasses(stranded.length)} newly stranded`);
  if (unstranded.length > 0) parts.push(`${areClasses(unstranded.length)} stranded no longer`);
  const start = `${suppositionWords(graph, supposition)}, `;
  if (parts.length === 0) {
    const why =
      turns.length === 0 ? '' : `; ${counted(turns.length, 'answer differs', 'answers differ')} in why it is not`;
    return `${start}nothing differs in what is released or stranded${why}${heldWords(held)}.`;
  }
  return `${start}${parts.join('; ')}${heldWords(held)}.`;
};

const heldWords = (held: readonly HeldOtherwise[]): string => {
  const classes = new Set(held.map(({ dataClass }) => dataClass)).size;
  if (classes === 0) return '';
  const how = held.every(({ newly }) => newly.length === 0)
    ? 'by fewer restrictions than now, and still held back'
    : 'as now, by other restrictions';
  return `; ${areClasses(classes)} held back ${how}`;
};

/** What is assumed, as the beginning of a sentence: `If the access channel "Portal" is down`. */
export const suppositionWords = (graph: EhiGraph, { changes, outages }: Supposition): string => {
  const all = [
    ...outages.map(({ concept, id }) => `the ${conceptWords[concept]} "${graph[concept].get(id)?.name ?? id}" is down`),
    ...changes.map(({ kind, concept, name }) => `the ${conceptWords[concept]} "${name}" ${verbs[kind]}`),
  ];
  if (all.length === 0) return 'If nothing is changed and nothing is down';
  const rest = all.length - mostNamed;
  const named = rest > 0 ? [...all.slice(0, mostNamed), `${rest} more of the kind`] : all;
  const last = named.at(-1) ?? '';
  return `If ${named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`}`;
};

const verbs: Readonly<Record<SaidChange['kind'], string>> = { CREATE: 'is added', UPDATE: 'is changed', END: 'ends' };

const weightOf = ({ nowhereAnyMore, firstReleased, fewerChannels, moreChannels }: AudienceEffect): number =>
  (nowhereAnyMore + firstReleased) * 1_000_000 + fewerChannels + moreChannels;

const effectWords = (effect: AudienceEffect, audience: string): readonly string[] => {
  const words: string[] = [];
  const tell = (count: number, what: string): void => {
    if (count > 0) words.push(`${areClasses(count)} ${what}`);
  };
  tell(effect.nowhereAnyMore, `no longer released to ${audience} on any channel`);
  tell(effect.fewerChannels, `released to ${audience} on fewer channels`);
  tell(effect.firstReleased, `released to ${audience} for the first time`);
  tell(effect.moreChannels, `released to ${audience} on more channels`);
  tell(effect.otherwise, `released to ${audience} on as many channels, and otherwise: on others, limited, or in part`);
  return words;
};

const areClasses = (count: number): string => (count === 1 ? '1 class is' : `${count} classes are`);

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The name of a thing, as it would be or as it is; its id where it has none. */
export const nameIn = (
  graphs: readonly EhiGraph[],
  concept: 'DataClass' | 'AccessChannel' | 'System' | 'Restriction',
  id: Id,
): string => {
  for (const graph of graphs) {
    const name = graph[concept].get(id)?.name;
    if (name !== undefined) return name;
  }
  return id;
};
