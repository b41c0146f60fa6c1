import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import type { ChannelOutcome, Trace, TraceAnswer, TracedRestriction } from '../domain/trace/index.ts';
import { documentationWords, effectWords, nameIn, namesIn, outcomeWords } from './describe-trace-words.ts';
import { toTable } from './output.ts';

/** Returns what comes of the class on each channel for each audience; where parts differ, what comes of which. */
export const outcomeLines = (graph: EhiGraph, trace: Trace): readonly string[] =>
  trace.outcomes.length === 0
    ? ['No channel is recorded for the audiences asked about.']
    : [
        toTable([
          ['CHANNEL', 'AUDIENCE', 'OUTCOME'],
          ...trace.outcomes.map((each) => [
            nameIn(graph, 'AccessChannel', each.channel),
            nameIn(graph, 'Audience', each.audience),
            each.outcome === 'PARTIAL' ? differing(trace.answers, each) : outcomeWords[each.outcome],
          ]),
        ]),
      ];

/** Returns the channels for which nobody recorded an audience, so that no outcome can be told; `[]` when there is none. */
export const audiencelessLines = (graph: EhiGraph, { answers }: Trace): readonly string[] => {
  const ids = new Set(answers.flatMap(({ channels }) => channels.map(({ channel }) => channel)));
  const forNobody = [...ids].filter((id) => graph.AccessChannel.get(id)?.audiences.length === 0);
  return forNobody.length === 0
    ? []
    : [`Channels without a recorded audience: ${namesIn(graph, 'AccessChannel', forNobody)}`];
};

/** "differs by part: released (1, 3); withheld (2)": the numbers are those of the answers. */
const differing = (answers: readonly TraceAnswer[], { channel, audience }: ChannelOutcome): string => {
  const numbersByWord = new Map<string, number[]>();
  answers.forEach(({ outcomes }, index) => {
    const own = outcomes.find((each) => each.channel === channel && each.audience === audience);
    if (own === undefined) return;
    const word = outcomeWords[own.outcome];
    numbersByWord.set(word, [...(numbersByWord.get(word) ?? []), index + 1]);
  });
  const words = [...numbersByWord].map(([word, numbers]) => `${word} (${numbers.join(', ')})`);
  return `${outcomeWords.PARTIAL}: ${words.join('; ')}`;
};

/** Returns the restrictions of all answers, each once for each way it bears on them. */
export const restrictionLines = (graph: EhiGraph, trace: Trace): readonly string[] => {
  const rows = new Map<string, { readonly traced: TracedRestriction; readonly numbers: number[] }>();
  trace.answers.forEach(({ restrictions }, index) => {
    for (const traced of restrictions) {
      const key = JSON.stringify([traced.place, traced.restriction, traced.audiences, traced.judged]);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { traced, numbers: [index + 1] });
      else row.numbers.push(index + 1);
    }
  });
  if (rows.size === 0) return ['No restriction bears on it.'];
  const several = trace.answers.length > 1;
  const answersOf = (numbers: readonly number[]): readonly string[] =>
    several ? [numbers.length === trace.answers.length ? 'all' : numbers.join(', ')] : [];
  const ordered = [...rows.values()].toSorted((a, b) => rank(a.traced) - rank(b.traced));
  const head = ['RESTRICTION', 'EFFECT', 'AT', 'MET', 'FOR', ...(several ? ['PARTS'] : []), 'DOCUMENTATION', 'VERDICT'];
  return [
    toTable([
      head,
      ...ordered.map(({ traced, numbers }) => {
        const restriction = graph.Restriction.get(traced.restriction);
        return [
          restriction?.name ?? traced.restriction,
          restriction === undefined ? '' : effectWords[restriction.effect],
          restriction === undefined ? '' : placeOf(graph, restriction.appliesTo),
          traced.place === 'MET' ? 'yes' : 'behind another',
          audiencesOf(graph, trace, traced.audiences),
          ...answersOf(numbers),
          documentationOf(traced),
          traced.judged?.verdict ?? '',
        ];
      }),
    ]),
  ];
};

const documentationOf = ({ judged, documentation }: TracedRestriction): string =>
  judged === undefined ? documentationWords[documentation] : documentationWords[judged.documentation];

/** What is met comes before what is behind it; within each the order of the answer stays. */
const rank = ({ place }: TracedRestriction): number => (place === 'MET' ? 0 : 1);

const conceptByKind = { SYSTEM: 'System', FLOW: 'Flow', CHANNEL: 'AccessChannel' } as const;
const wordByKind = { SYSTEM: 'system', FLOW: 'flow', CHANNEL: 'channel' } as const;

const placeOf = (
  graph: EhiGraph,
  { kind, id }: { readonly kind: keyof typeof conceptByKind; readonly id: Id },
): string => `${wordByKind[kind]} ${nameIn(graph, conceptByKind[kind], id)}`;

const audiencesOf = (graph: EhiGraph, { audiences }: Trace, concerned: readonly Id[]): string =>
  audiences.length > 1 && concerned.length === audiences.length
    ? 'everybody asked about'
    : namesIn(graph, 'Audience', concerned);
