import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { withoutIds } from '../../view/saved-about.ts';
import type { FindingData } from './finding-data.ts';
import { conceptWords, dueWords, levelWords, ownerWords, stateWords } from './words.ts';

const titles = [
  'level',
  'rule',
  'finding',
  'state',
  'owner',
  'due',
  'reason',
  'about',
  'witness',
  'rule id',
  'rule version',
  'id',
] as const;

/** Findings as CSV, in the words of the screen, ending with what the file is of and what the product says of itself. Without ids where names are hidden. Pure. */
export const findingsAsCsv = (findings: readonly FindingData[], about: string, namesHidden: boolean): string => {
  const below = [about, statement].map((words) => ['about', words, ...titles.slice(2).map(() => '')]);
  const rows = [titles, ...findings.map(rowOf), ...below];
  return toCsv(namesHidden ? withoutIds<string | number>(rows, 0, (title) => title === 'id') : rows);
};

const rowOf = (finding: FindingData): readonly (string | number)[] => [
  levelWords[finding.level],
  finding.title,
  finding.explanation,
  stateWords[finding.state],
  ownerWords(finding.owner),
  dueWords(finding.dueOn, finding.overdue),
  finding.review?.rationale ?? '',
  finding.entities.map(({ concept, name }) => `${conceptWords(concept)} ${name}`).join('; '),
  finding.witness?.sentences.join(' ') ?? '',
  finding.rule,
  finding.ruleVersion,
  finding.id,
];
