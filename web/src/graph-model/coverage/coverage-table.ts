import { stateWords } from './coverage-words.ts';
import { groupingWords, type CoverageView } from './coverage-view.ts';

/**
 * The matrix as rows of texts, as the screen has it: the heading, a row for each class in the same order with its group, and what it is
 * about below. Every row is as long as the heading. Pure and total.
 */
export const coverageTable = (view: CoverageView, about: readonly string[]): readonly (readonly string[])[] => {
  const grouped = view.grouping !== 'none';
  const head = [
    ...(grouped ? [groupingWords[view.grouping]] : []),
    'Data class',
    'Id',
    ...view.columns.map(({ channel, audience }) => `${channel.name} · ${audience.name}`),
  ];
  const rows = view.lines.flatMap((line) =>
    line.kind === 'group'
      ? []
      : [[...(grouped ? [line.group] : []), line.name, line.id, ...line.states.map(stateWords)]],
  );
  const below = about.map((text) => head.map((_, at) => (at === 0 ? 'About' : at === 1 ? text : '')));
  return [head, ...rows, ...below];
};
