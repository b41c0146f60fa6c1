import { statement } from '../../graph-model/statement.ts';
import { factLines, type SavedFacts } from './saved-facts.ts';
import { stateWords } from './TurnTable.tsx';
import { turnWords } from './turn-words.ts';
import type { TurnData } from './use-what-if.ts';

type Row = readonly (string | number)[];

/** The rows of the table for a spreadsheet, with what they are about below, `filters` among it. Pure. */
export const turnRows = (
  turns: readonly TurnData[],
  facts: SavedFacts,
  filters: readonly string[],
): readonly Row[] => [
  ['data class', 'channel', 'audience', 'now', 'then', 'turn', 'sentence', 'class id', 'channel id', 'audience id'],
  ...turns.map(({ dataClass, channel, audience, before, after, turn, sentence }): Row => [
    dataClass.name,
    channel.name,
    audience.name,
    stateWords(before),
    stateWords(after),
    turnWords[turn],
    sentence,
    dataClass.id,
    channel.id,
    audience.id,
  ]),
  ...[facts.sentence, ...factLines(facts), ...filters, statement].map((words): Row => ['about', words]),
];
