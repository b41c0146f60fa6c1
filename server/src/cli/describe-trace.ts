import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { PathPage, Trace, TraceAnswer, TracedRestriction } from '../domain/trace/index.ts';
import { toTable } from './output.ts';

/** A page of the paths of one answer. */
export interface PathsOfAnswer extends PathPage {
  readonly answer: string;
}

/** Returns a trace as people read it: the sentence, the outcomes, the restrictions with what is recorded for them, the paths. */
export const describeTrace = (graph: EhiGraph, trace: Trace, pages: readonly PathsOfAnswer[]): string => {
  const asked = graph.DataClass.get(trace.dataClass)?.name ?? trace.dataClass;
  return [
    `${asked} (${trace.dataClass}), as of ${trace.asOf}, revision ${trace.revision}`,
    trace.sentence,
    '',
    describeOutcomes(graph, trace),
    ...trace.answers.flatMap((answer) => describeAnswer(graph, trace, answer, pages)),
    ...trace.completeness.notes,
  ].join('\n');
};

const describeOutcomes = (graph: EhiGraph, { outcomes }: Pick<Trace, 'outcomes'>): string =>
  outcomes.length === 0
    ? 'No channel is recorded.'
    : toTable([
        ['CHANNEL', 'AUDIENCE', 'OUTCOME'],
        ...outcomes.map(({ channel, audience, outcome }) => [
          graph.AccessChannel.get(channel)?.name ?? channel,
          audience,
          outcome,
        ]),
      ]);

const describeAnswer = (
  graph: EhiGraph,
  trace: Trace,
  answer: TraceAnswer,
  pages: readonly PathsOfAnswer[],
): readonly string[] => {
  const title =
    trace.answers.length === 1
      ? []
      : ['', `== ${nameParts(graph, answer)}`, answer.sentence, ...differences(graph, trace, answer)];
  const restrictions =
    answer.restrictions.length === 0
      ? ['No restriction bears on it.']
      : [
          toTable([
            ['RESTRICTION', 'EFFECT', 'PLACE', 'AUDIENCES', 'DOCUMENTATION'],
            ...answer.restrictions.map((each) => restrictionRow(graph, each)),
          ]),
        ];
  const page = pages.find((each) => each.answer === answer.id);
  return [...title, '', ...restrictions, ...(page === undefined ? [] : ['', ...describePaths(answer, page)])];
};

/** Where the parts differ, the outcomes of this one. */
const differences = (graph: EhiGraph, trace: Trace, answer: TraceAnswer): readonly string[] => {
  const differing = trace.outcomes.filter(({ outcome }) => outcome === 'PARTIAL');
  const own = answer.outcomes.filter(({ channel, audience }) =>
    differing.some((each) => each.channel === channel && each.audience === audience),
  );
  return own.length === 0 ? [] : ['', describeOutcomes(graph, { outcomes: own })];
};

const restrictionRow = (graph: EhiGraph, traced: TracedRestriction): readonly string[] => {
  const restriction = graph.Restriction.get(traced.restriction);
  return [
    restriction?.name ?? traced.restriction,
    restriction?.effect ?? '',
    traced.place === 'MET' ? 'met' : 'behind another',
    traced.audiences.join(', '),
    traced.documentation === 'NONE' ? 'no documented exception' : 'a basis is recorded',
  ];
};

const nameParts = (graph: EhiGraph, { parts, isRest }: TraceAnswer): string => {
  const names = parts.map((id) => graph.DataClass.get(id)?.name ?? id);
  const [first, ...others] = names;
  return [isRest ? `${first ?? ''}, the rest of it` : first, ...others].join('; ');
};

const describePaths = (answer: TraceAnswer, page: PathsOfAnswer): readonly string[] => {
  const counts = answer.pathCounts.flatMap(({ release, restricted }) => [release, restricted]);
  const total = counts.reduce((sum, { value }) => sum + value, 0);
  const exact = counts.every((count) => count.exact) ? 'exact' : 'at least';
  const shown = page.hasMore ? `, the first ${page.paths.length} here` : '';
  return [`Paths: ${total} (${exact})${shown}`, ...page.paths.map(({ sentence }) => `- ${sentence}`)];
};
