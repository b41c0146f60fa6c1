import type { ImportReport } from '../app/import-artefact.ts';
import { toTable } from './output.ts';

/** Returns an import as people read it: what the file is, what it is taken to describe, what changes, what to look at. */
export const describeImport = (report: ImportReport): string =>
  [
    `${report.file}: ${report.kind}${report.dryRun ? ' (dry run, nothing was written)' : ''}`,
    `System: ${report.match.system ?? report.system ?? 'none'} (${report.match.explanation})`,
    ...(report.channelExplanation === undefined
      ? []
      : [`Channel: ${report.channel ?? 'none'} (${report.channelExplanation})`]),
    ...describeChanges(report),
    ...(report.cannotTell.length === 0 ? [] : [`It does not tell the class of ${report.cannotTell.length} things:`]),
    ...report.cannotTell.map(({ subject, reason }) => `- ${subject}: ${reason}`),
    ...report.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');

const describeChanges = ({ counts, changes, dryRun, run, revision }: ImportReport): readonly string[] => {
  const { created, updated, observations } = counts;
  const would = dryRun ? 'would be ' : '';
  const sum = `${created} ${would}created, ${updated} ${would}updated, ${observations} observations`;
  const rows = changes.map(({ action, concept, id, name }) => [action, concept, id, name]);
  return [
    ...(rows.length === 0 ? [] : [toTable(rows)]),
    dryRun ? `${sum}.` : `${sum} (run ${run}). The inventory is at revision ${revision}.`,
  ];
};
