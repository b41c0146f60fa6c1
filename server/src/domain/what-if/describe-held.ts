import { stopsRelease } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import { namesOf, type Outcome } from '../trace/index.ts';
import { nameIn } from './describe-what-if.ts';
import type { HeldOtherwise } from './held-otherwise.ts';

/** How many things of a kind one note names, and how many notes there are of this kind. */
const mostNamed = 3;
const mostNotes = 5;

/**
 * What holds classes back otherwise than now where the outcome stays, in sentences: `"Results" is no longer held back by "Held 72 hours" on
 * "Portal" for the patient: one delay less. It is still limited there by "Log-ins refused".` What has the same restrictions is told together.
 * `graphs`: as it would be, then as it is.
 */
export const describeHeld = (
  graphs: readonly [EhiGraph, EhiGraph],
  rows: readonly HeldOtherwise[],
): readonly string[] => {
  const alike = new Map<string, HeldOtherwise[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.channel, row.audience, row.outcome, row.noLonger, row.newly, row.still]);
    const there = alike.get(key);
    if (there === undefined) alike.set(key, [row]);
    else there.push(row);
  }
  const all = [...alike.values()].sort((a, b) => b.length - a.length);
  const left = all.slice(mostNotes).reduce((sum, { length }) => sum + length, 0);
  return [
    ...all.slice(0, mostNotes).map((group) => sentenceOf(graphs, group)),
    ...(left === 0
      ? []
      : [`${left} more ${left === 1 ? 'answer is' : 'answers are'} as now, and held back by other restrictions.`]),
  ];
};

const sentenceOf = (graphs: readonly [EhiGraph, EhiGraph], group: readonly HeldOtherwise[]): string => {
  const [first] = group;
  if (first === undefined) return '';
  const { channel, audience, outcome, noLonger, newly, still } = first;
  const whom = namesOf(graphs[0].Audience).audience(audience);
  const named = (concept: 'DataClass' | 'Restriction', ids: readonly Id[]): string => namedOf(graphs, concept, ids);
  const classes = named('DataClass', [...new Set(group.map(({ dataClass }) => dataClass))]);
  const isOne = group.length === 1;
  const place = `on "${nameIn(graphs, 'AccessChannel', channel)}" for ${whom}`;
  const turns = [
    ...(noLonger.length === 0
      ? []
      : [`no longer held back by ${named('Restriction', noLonger)} ${place}: ${lessWords(graphs, noLonger)}`]),
    ...(newly.length === 0 ? [] : [`newly held back by ${named('Restriction', newly)} ${place}`]),
  ];
  const by = still.length === 0 ? newly : still;
  const stays = `${isOne ? 'It is' : 'They are'} still ${stillWords[outcome] ?? 'held back'} there by ${named('Restriction', by)}.`;
  return `${classes} ${isOne ? 'is' : 'are'} ${turns.join(', and ')}. ${stays}`;
};

const stillWords: Readonly<Partial<Record<Outcome, string>>> = {
  LIMITED: 'limited',
  WITHHELD: 'withheld',
  PARTIAL: 'held back in part',
};

const lessWords = (graphs: readonly EhiGraph[], ids: readonly Id[]): string => {
  const effects = ids.map((id) => graphs.map((graph) => graph.Restriction.get(id)?.effect).find(Boolean));
  const kind = effects.every((effect) => effect === 'DELAYS')
    ? (['delay', 'delays'] as const)
    : effects.every((effect) => effect !== undefined && !stopsRelease(effect))
      ? (['limit', 'limits'] as const)
      : (['restriction', 'restrictions'] as const);
  return ids.length === 1 ? `one ${kind[0]} less` : `${ids.length} ${kind[1]} less`;
};

const namedOf = (graphs: readonly EhiGraph[], concept: 'DataClass' | 'Restriction', ids: readonly Id[]): string => {
  const names = ids.slice(0, mostNamed).map((id) => `"${nameIn(graphs, concept, id)}"`);
  const rest = ids.length - names.length;
  if (rest > 0) return `${names.join(', ')} and ${rest} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};
