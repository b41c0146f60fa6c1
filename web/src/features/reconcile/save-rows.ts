import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { withoutIds } from '../../view/saved-about.ts';
import { classSigns, type ItemData } from './reconciled-item.ts';
import { standingWords } from '../../graph-model/observed-standing.ts';
import { decisionWords, factWords } from './words.ts';

const titles = [
  'status',
  'kind',
  'name',
  'about',
  'file',
  'place',
  'certainty',
  'classes',
  'stands for',
  'id in the inventory',
  'because',
  'could be',
  'declared',
  'observed',
  'decision',
  'decided by',
  'decided at',
  'reason',
  'id',
] as const;

/** Rows of the list as CSV, ending with what the file is of and what the product says of itself. Without ids where names are hidden. Pure. */
export const rowsAsCsv = (items: readonly ItemData[], about: string, namesHidden: boolean): string => {
  const below = [about, statement].map((words) => ['about', words, ...titles.slice(2).map(() => '')]);
  const rows = [titles, ...items.map(rowOf), ...below];
  return toCsv(namesHidden ? withoutIds(rows, 0, (title) => /^id\b/.test(title)) : rows);
};

const rowOf = (item: ItemData): readonly string[] => {
  const { observation, match, differences } = item;
  const side = (of: 'declared' | 'observed'): string =>
    differences.map((each) => `${each.field}: ${each[of] === '' ? 'nothing' : each[of]}`).join('; ');
  return [
    standingWords[item.status],
    factWords[item.fact],
    observation.name,
    item.about,
    observation.run.file,
    observation.pointer,
    item.certainty?.toLowerCase() ?? '',
    classSigns(item)
      .map(({ words }) => words)
      .join('; '),
    match?.name ?? '',
    match?.id ?? '',
    match?.reasons.join('; ') ?? '',
    item.candidates.map(({ name, reasons }) => `${name} (${reasons.join('; ')})`).join('; '),
    side('declared'),
    side('observed'),
    observation.decision ? decisionWords[observation.decision] : 'undecided',
    observation.decidedBy ?? '',
    observation.decidedAt ?? '',
    observation.decisionReason ?? '',
    observation.id,
  ];
};
