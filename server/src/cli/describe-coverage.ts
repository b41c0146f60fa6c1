import { csvCell } from '../domain/csv-cell.ts';
import {
  basisWords,
  cellWords,
  describeCoverage,
  outcomeWords,
  type Coverage,
  type CoverageCell,
} from '../domain/coverage/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { statement } from '../domain/statement.ts';
import { toTable } from './output.ts';

/** One letter for each outcome: a table of many columns has room for no more. */
const letters: Readonly<Record<CoverageCell['outcome'], string>> = {
  RELEASED: 'R',
  LIMITED: 'L',
  WITHHELD: 'W',
  PARTIAL: 'P',
  NOT_OFFERED: '-',
  UNREACHED: 'u',
  UNKNOWN: '?',
};

/** What stands behind the letter of a cell that holds something back. */
const marks: Readonly<Record<NonNullable<CoverageCell['basis']>, string>> = {
  UNDOCUMENTED: '!',
  NO_EXCEPTION_FITS: '*',
  INCOMPLETE: '~',
  REVIEW: '&',
  DOCUMENTED: '',
};

/** Returns a coverage as a table in letters, with what its columns and letters stand for. */
export const coverageTable = (graph: EhiGraph, coverage: Coverage): string => {
  const { columns, rows, forNobody, asOf } = coverage;
  const numbers = columns.map((_, at) => String(at + 1));
  return [
    `As of ${asOf}. ${describeCoverage(coverage)}`,
    '',
    'COLUMNS',
    toTable(columns.map((column, at) => [`${at + 1}`, ...columnNames(graph, column)])),
    '',
    toTable([
      ['DATA CLASS', ...numbers],
      ...byName(graph, rows).map(({ dataClass, cells }) => [
        nameOf(graph, 'DataClass', dataClass),
        ...cells.map(letterOf),
      ]),
    ]),
    '',
    Object.entries(letters)
      .map(([outcome, letter]) => `${letter} ${outcomeWords[outcome as CoverageCell['outcome']]}`)
      .join('   '),
    Object.entries(marks)
      .filter(([, mark]) => mark !== '')
      .map(([basis, mark]) => `${mark} ${basisWords[basis as keyof typeof marks]}`)
      .join('   '),
    ...(forNobody.length === 0 ? [] : [forNobodyWords(graph, forNobody)]),
    statement,
  ].join('\n');
};

const letterOf = ({ outcome, basis }: CoverageCell): string =>
  `${letters[outcome]}${basis === undefined ? '' : marks[basis]}`;

/** Returns a coverage as CSV (RFC 4180): a row for each class, a column for each channel and audience, each cell in words. */
export const coverageCsv = (graph: EhiGraph, coverage: Coverage): string => {
  const { columns, rows, asOf, revision } = coverage;
  return [
    ['data class', 'id', ...columns.map((column) => columnNames(graph, column).join(' · '))],
    ...byName(graph, rows).map(({ dataClass, cells }) => [
      nameOf(graph, 'DataClass', dataClass),
      dataClass,
      ...cells.map(cellWords),
    ]),
    ['about', '', `As of ${asOf}, at inventory revision ${revision}. ${statement}`],
  ]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n');
};

/** People look for a class by its name; classes of one name stay in the order of their ids. */
const byName = (graph: EhiGraph, rows: Coverage['rows']): Coverage['rows'] =>
  rows.toSorted((a, b) =>
    nameOf(graph, 'DataClass', a.dataClass).localeCompare(nameOf(graph, 'DataClass', b.dataClass), 'en'),
  );

const columnNames = (
  graph: EhiGraph,
  { channel, audience }: Coverage['columns'][number],
): readonly [string, string] => [nameOf(graph, 'AccessChannel', channel), nameOf(graph, 'Audience', audience)];

const forNobodyWords = (graph: EhiGraph, channels: readonly string[]): string =>
  `No audience is recorded for ${channels.map((id) => `"${nameOf(graph, 'AccessChannel', id)}"`).join(', ')}: there is no column for ${channels.length === 1 ? 'it' : 'them'}.`;

const nameOf = (graph: EhiGraph, concept: 'AccessChannel' | 'Audience' | 'DataClass', id: string): string =>
  graph[concept].get(id)?.name ?? id;
