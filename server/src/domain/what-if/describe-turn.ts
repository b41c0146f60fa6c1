import { outcomeWords } from '../coverage/index.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { namesOf, type Outcome } from '../trace/index.ts';
import type { OutcomeTurn } from './class-turns.ts';
import type { StrandedTurn } from './compare-indexes.ts';
import { nameIn } from './describe-what-if.ts';

/** A turn in a sentence: `"Results" on "Portal" for the patient: released now, withheld then.` `graphs`: as it would be, then as it is. */
export const describeTurn = (graphs: readonly [EhiGraph, EhiGraph], turn: OutcomeTurn): string => {
  const { dataClass, channel, audience, before, after, moved } = turn;
  const place = `"${nameIn(graphs, 'DataClass', dataClass)}" on "${nameIn(graphs, 'AccessChannel', channel)}"`;
  const whom = namesOf(graphs[0].Audience).audience(audience);
  const parts =
    before === 'PARTIAL' || after === 'PARTIAL'
      ? ` Of its parts, ${moved.gained} get further and ${moved.lost} less far.`
      : '';
  return `${place} for ${whom}: ${words(before)} now, ${words(after)} then.${parts}`;
};

const words = (outcome: Outcome | undefined): string => (outcome === undefined ? 'not there' : outcomeWords[outcome]);

/** Where a class would be stranded, or no longer, in a sentence. `graphs`: as it would be, then as it is. */
export const describeStranded = (
  graphs: readonly [EhiGraph, EhiGraph],
  { dataClass, systems }: StrandedTurn,
  isNew: boolean,
): string => {
  const names = systems.map((id) => `"${nameIn(graphs, 'System', id)}"`).join(', ');
  const what = `"${nameIn(graphs, 'DataClass', dataClass)}" in ${names}`;
  return isNew
    ? `${what} would reach no channel that releases it, even with nothing held back.`
    : `${what} reaches no channel that releases it now, and would not be stranded there then.`;
};
