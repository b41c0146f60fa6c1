import type { PathData } from './trace-data.ts';
import type { AnswerData, TraceData } from './trace-data.ts';
import { countTabs, countWords } from '../../graph-model/path-counts.ts';

/** What the file says about itself: the question, the day, the revision, the filters, and what is exact. */
export interface TraceCaption {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
}

/**
 * The answer as rows for a spreadsheet: what it is about, then every outcome, every restriction, and the paths fetched so far. One row a fact; the first
 * column says which kind.
 */
export const traceRows = (
  trace: TraceData,
  answer: AnswerData,
  paths: readonly PathData[],
  caption: TraceCaption,
): readonly (readonly (string | number)[])[] => {
  const audienceName = new Map(trace.audiences.map((audience) => [audience.id, audience.name]));
  const nameOf = (id: string): string => audienceName.get(id) ?? id;
  const counts = countTabs(answer.pathCounts);
  return [
    ['kind', 'subject', 'audience', 'status', 'detail'],
    ['about', caption.title, '', '', caption.sentence],
    ...caption.facts.map((fact) => ['about', '', '', '', fact]),
    ...trace.completeness.notes.map((note) => ['completeness', '', '', '', note]),
    ['completeness', 'paths', '', countWords(counts.all), `${paths.length} of them in this file`],
    ...answer.channels.flatMap((entry) =>
      entry.outcomes.map((one) => ['outcome', entry.channel.name, nameOf(one.audience), one.outcome, entry.channel.id]),
    ),
    ...answer.restrictions.map((entry) => [
      'restriction',
      entry.restriction.name,
      entry.audiences.map(nameOf).join('; '),
      entry.documentation,
      `${entry.restriction.effect}, ${entry.place}`,
    ]),
    ...paths.map((path) => ['path', path.id, nameOf(path.audience), path.status, path.sentence]),
  ];
};
