import type { ImportReport } from '../app/import-artefact.ts';
import { describeFacts } from './describe-facts.ts';
import { toTable } from './output.ts';

/**
 * Returns an import as people read it: what the file is, what it is taken to describe and why, the classes it shows, what
 * it does not tell, what it expects, what changes, and what to look at.
 */
export const describeImport = (report: ImportReport): string => {
  if (report.match === undefined) return describeFacts(report);
  const title = `${report.file}: ${report.title}${report.dryRun ? ' (dry run, nothing was written)' : ''}`;
  if (report.alreadyImported !== undefined) return [title, ...notes(report)].join('\n');
  return [
    title,
    `System: ${report.system ?? 'none'} (${isNewSystem(report) ? 'new: ' : ''}${report.match.explanation})`,
    ...(report.match.similar.length === 0 ? [] : [`Similar systems, not taken: ${report.match.similar.join(', ')}`]),
    ...(report.channelExplanation === undefined
      ? []
      : [`Channel: ${report.channel ?? 'none'} (${report.channelExplanation})`]),
    ...section(`Classes it exposes, graded ${report.grade ?? ''}:`, exposedRows(report)),
    ...section('It does not tell:', cannotTellRows(report)),
    ...section(`What it expects, graded ${report.grade ?? ''}:`, expectedRows(report)),
    ...section(report.dryRun ? 'What would change:' : 'What changed:', changeRows(report)),
    '',
    countsLine(report),
    ...notes(report),
  ].join('\n');
};

const isNewSystem = ({ system, match }: ImportReport): boolean => system !== undefined && match?.by === 'NONE';

type Rows = readonly (readonly string[])[];

/** A heading with a table below it, its first row the names of the columns; nothing when there are no other rows. */
const section = (heading: string, rows: Rows): readonly string[] =>
  rows.length <= 1 ? [] : ['', heading, toTable(rows)];

const evidenceWords = { TYPE: 'resource type', PROFILE: 'profile', SEARCH: 'search parameter' } as const;

const exposedRows = ({ exposed }: ImportReport): Rows => [
  ['CLASS', 'ID', 'SHOWN BY', 'WHY'],
  ...exposed.map(({ name, dataClass, evidence, reasons }) => [
    name,
    dataClass,
    evidenceWords[evidence],
    reasons.join('; '),
  ]),
];

const cannotTellRows = ({ cannotTell }: ImportReport): Rows => [
  ['WHAT', 'WHY', 'COULD BE'],
  ...cannotTell.map(({ subject, reason, candidates }) => [subject, reason, candidates.join(', ')]),
];

const expectedRows = ({ expected }: ImportReport): Rows => [
  ['WHAT', 'OF A', 'STRENGTH', 'CLASSES'],
  ...expected.map(({ subject, side, strength, dataClasses }) => [subject, side, strength, dataClasses.join(', ')]),
];

const changeRows = ({ changes }: ImportReport): Rows => [
  ['ACTION', 'CONCEPT', 'ID', 'NAME'],
  ...changes.map(({ action, concept, id, name }) => [action, concept, id, name]),
];

const countsLine = ({ counts, dryRun, run, revision }: ImportReport): string => {
  const { created, updated, observations } = counts;
  const would = dryRun ? 'would be ' : '';
  const sum = `${created} ${would}created, ${updated} ${would}updated, ${observations} observations`;
  return dryRun ? `${sum}.` : `${sum} (run ${run}). The inventory is at revision ${revision}.`;
};

const notes = ({ warnings }: ImportReport): readonly string[] => warnings.map((warning) => `Note: ${warning}`);
