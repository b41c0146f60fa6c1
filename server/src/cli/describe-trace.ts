import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { PathCount, PathPage, StartKind, Trace, TraceAnswer } from '../domain/trace/index.ts';
import { statement } from '../domain/statement.ts';
import { audiencelessLines, outcomeLines, restrictionLines } from './describe-trace-tables.ts';
import { nameIn, namesIn, partNames } from './describe-trace-words.ts';

/** A page of the paths of one answer. */
export interface PathsOfAnswer extends PathPage {
  readonly answer: string;
}

/**
 * Returns a trace as people read it: the sentence, where it starts, the outcomes, the restrictions with what is recorded
 * for them, the paths. Where parts have different answers, each answer has a number, and the tables say which they mean.
 */
export const describeTrace = (graph: EhiGraph, trace: Trace, pages: readonly PathsOfAnswer[]): string =>
  [
    `${nameIn(graph, 'DataClass', trace.dataClass)} (${trace.dataClass}), as of ${trace.asOf}, revision ${trace.revision}`,
    trace.sentence,
    ...trace.answers.flatMap((answer, index) => ['', ...answerLines(graph, trace, answer, index)]),
    '',
    ...outcomeLines(graph, trace),
    ...audiencelessLines(graph, trace),
    '',
    ...restrictionLines(graph, trace),
    '',
    ...pathLines(trace, pages),
    ...trace.completeness.notes,
    '',
    statement,
  ].join('\n');

const answerLines = (graph: EhiGraph, { answers }: Trace, answer: TraceAnswer, index: number): readonly string[] => {
  const facts = [
    ...startLines(graph, answer),
    ...(answer.stranded.length === 0
      ? []
      : [`Stranded, no channel that releases it can be reached: ${namesIn(graph, 'System', answer.stranded)}`]),
  ];
  if (answers.length === 1) return facts;
  const shared = answer.parts.length === 1 ? '' : ` (${answer.parts.length} parts share this answer)`;
  return [`[${index + 1}] ${partNames(graph, answer)}${shared}`, ...[answer.sentence, ...facts].map(indented)];
};

const indented = (line: string): string => `    ${line}`;

const startLines = (graph: EhiGraph, { starts, originUnknown }: TraceAnswer): readonly string[] => {
  const listed = (kind: StartKind, label: string): readonly string[] => {
    const systems = starts.filter((start) => start.kind === kind).map(({ system }) => system);
    return systems.length === 0 ? [] : [`${label}: ${namesIn(graph, 'System', systems)}`];
  };
  return [
    ...listed('ORIGIN', 'Originates in'),
    ...listed('HOLDER', originUnknown ? 'No origin is recorded; held by' : 'Held by'),
    ...listed('UNEXPLAINED_COPY', 'Unexplained copies, which no recorded flow could supply'),
  ];
};

const pathLines = ({ dataClass, answers }: Trace, pages: readonly PathsOfAnswer[]): readonly string[] => [
  ...answers.flatMap((answer, index) => {
    const page = pages.find((each) => each.answer === answer.id);
    const number = answers.length === 1 ? '' : ` of [${index + 1}]`;
    const shown = page?.paths.length ?? 0;
    const written = shown === 0 ? '' : page?.hasMore === true ? firstOf(shown, answer) : '; all of them';
    return [
      `Paths${number}: ${countsOf(answer)}${written}`,
      ...(page?.paths ?? []).map(({ sentence }) => `- ${sentence}`),
    ];
  }),
  ...(answers.every((answer) => isTold(answer, pages))
    ? []
    : [`More paths: atlas trace ${dataClass} --paths N writes out N for each answer.`]),
];

/** Whether every path of an answer is written out: a page without more behind it, or nothing to write. */
const isTold = ({ id, pathCounts }: TraceAnswer, pages: readonly PathsOfAnswer[]): boolean =>
  pages.some((page) => page.answer === id && !page.hasMore) ||
  pathCounts.every(({ release, restricted }) => release.value + restricted.value === 0);

const firstOf = (shown: number, { pathCounts }: TraceAnswer): string => {
  const all = sumOf(pathCounts.flatMap(({ release, restricted }) => [release, restricted]));
  return `; the first ${shown}, ${numberOf({ ...all, value: Math.max(1, all.value - shown) })} more`;
};

const countsOf = ({ pathCounts }: TraceAnswer): string => {
  const release = sumOf(pathCounts.map((each) => each.release));
  const limited = sumOf(pathCounts.map((each) => each.limited));
  const restricted = sumOf(pathCounts.map((each) => each.restricted));
  const all = sumOf([release, restricted]);
  if (all.exact && all.value === 0) return 'none';
  const apart = `${numberOf(release)} released (${numberOf(limited)} of them limited), ${numberOf(restricted)} stopped`;
  return `${numberOf(all)}${all.exact ? ' (exact)' : ''}: ${apart}`;
};

const sumOf = (counts: readonly PathCount[]): PathCount => ({
  value: counts.reduce((sum, { value }) => sum + value, 0),
  exact: counts.every(({ exact }) => exact),
});

const numberOf = ({ value, exact }: PathCount): string => `${exact ? '' : 'at least '}${value.toLocaleString('en-US')}`;
