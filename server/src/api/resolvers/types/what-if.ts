import { toTraceQuestion } from '../../../app/trace-question.ts';
import { sentenceOfWhatIf } from '../../../app/what-if.ts';
import type { TraceIndex } from '../../../domain/trace/index.ts';
import {
  describeStranded,
  describeTurn,
  describeVerdictTurn,
  directionOf,
  turns,
} from '../../../domain/what-if/index.ts';
import { orThrow } from '../../errors.ts';
import { pageInOrder, pageOfFindings } from '../../findings-page.ts';
import type {
  AudienceEffectResolvers,
  OutcomeTurnResolvers,
  StrandedTurnResolvers,
  VerdictTurnResolvers,
  WhatIfResolvers,
} from '../../gen/resolver-types.ts';
import type { WhatIfModel } from '../../models.ts';
import { referFrom, traceInGraph } from '../../trace-in-graph.ts';
import type { OfWhatIf, WhatIfAnswered } from '../../what-if-model.ts';
import { toPlacedError } from '../placed-error.ts';

/** What would differ. Of one that cannot be: nothing but why. */
export const WhatIf: WhatIfResolvers = {
  ok: (answer) => isMade(answer),
  errors: (answer) => (isMade(answer) ? [] : answer.problems.map(toPlacedError)),
  asOf: (answer) => (isMade(answer) ? answer.of.asOf : answer.asOf),
  revision: (answer) => (isMade(answer) ? answer.of.base.graph.revision : answer.revision),
  sentence: (answer) =>
    isMade(answer)
      ? sentenceOfWhatIf(answer.of, answer.audience)
      : 'This cannot be: something is wrong with a change, or what is down is not there. Nothing was compared.',
  notes: (answer) => (isMade(answer) ? answer.of.notes() : []),
  counts: (answer) => countsOf(answer),
  outcomes: (answer, args) => {
    const { turns: asked, dataClass, channel } = args;
    const fitting = differenceOf(answer).turns.filter(
      (turn) =>
        (asked === null || asked === undefined || asked.includes(turn.turn)) &&
        (typeof dataClass !== 'string' || turn.dataClass === dataClass) &&
        (typeof channel !== 'string' || turn.channel === channel),
    );
    const rows = isMade(answer) ? fitting.map((turn) => ({ ...turn, of: answer.of })) : [];
    return pageInOrder(rows, ({ dataClass: id, channel: on, audience }) => `${id}\n${on}\n${audience}`, args);
  },
  stranded: (answer) =>
    isMade(answer) ? answer.difference.stranded.map((each) => ({ ...each, of: answer.of, isNew: true })) : [],
  unstranded: (answer) =>
    isMade(answer) ? answer.difference.unstranded.map((each) => ({ ...each, of: answer.of, isNew: false })) : [],
  findingsOpened: (answer, args) =>
    pageOfFindings(isMade(answer) ? seenIn(answer.of, answer.of.sandbox, answer.of.findings().appeared) : [], args),
  findingsClosed: (answer, args) =>
    pageOfFindings(isMade(answer) ? seenIn(answer.of, answer.of.base, answer.of.findings().gone) : [], args),
  verdicts: (answer) => (isMade(answer) ? answer.of.verdicts().map((turn) => ({ ...turn, of: answer.of })) : []),
  trace: (answer, args, { services }) => {
    if (!isMade(answer)) return null;
    const { of } = answer;
    const question = orThrow(toTraceQuestion(services.catalogues, { ...args, asOf: of.asOf }, of.asOf));
    return traceInGraph(of.sandbox.graph, orThrow(of.trace(question)));
  },
};

/** Of how many classes what differs for an audience. */
export const AudienceEffect: AudienceEffectResolvers = {
  audience: ({ audience, of }, _args, { reads }) => referFrom(then(of), reads, 'Audience', audience),
};

/** What comes of a class on a channel for an audience otherwise than now. */
export const OutcomeTurn: OutcomeTurnResolvers = {
  dataClass: ({ dataClass, of }, _args, { reads }) => referFrom(then(of), reads, 'DataClass', dataClass),
  channel: ({ channel, of }, _args, { reads }) => referFrom(then(of), reads, 'AccessChannel', channel),
  audience: ({ audience, of }, _args, { reads }) => referFrom(then(of), reads, 'Audience', audience),
  direction: ({ moved }) => directionOf(moved),
  partsGained: ({ moved }) => moved.gained,
  partsLost: ({ moved }) => moved.lost,
  sentence: (turn) => describeTurn(graphsOf(turn), turn),
};

/** A class that would be stranded, or no longer. */
export const StrandedTurn: StrandedTurnResolvers = {
  dataClass: ({ dataClass, of }, _args, { reads }) => referFrom(then(of), reads, 'DataClass', dataClass),
  systems: ({ systems, of }, _args, { reads }) => systems.map((id) => referFrom(then(of), reads, 'System', id)),
  sentence: (turn) => describeStranded(graphsOf(turn), turn, turn.isNew),
};

/** A restriction that would be judged otherwise. */
export const VerdictTurn: VerdictTurnResolvers = {
  restriction: ({ restriction, of }, _args, { reads }) => referFrom(then(of), reads, 'Restriction', restriction),
  sentence: (turn) => describeVerdictTurn(turn),
};

const isMade = (answer: WhatIfModel): answer is WhatIfAnswered => 'of' in answer;

const nothing = { turns: [], stranded: [], unstranded: [], effects: [] } as const;

const differenceOf = (answer: WhatIfModel): WhatIfAnswered['difference'] =>
  isMade(answer) ? answer.difference : nothing;

const countsOf = (answer: WhatIfModel) => {
  const { turns: rows, effects, stranded, unstranded } = differenceOf(answer);
  const counts = new Map(turns.map((turn) => [turn, 0]));
  for (const { turn } of rows) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  return {
    outcomes: rows.length,
    dataClasses: new Set(rows.map(({ dataClass }) => dataClass)).size,
    more: rows.filter(({ moved }) => directionOf(moved) === 'MORE').length,
    less: rows.filter(({ moved }) => directionOf(moved) === 'LESS').length,
    turns: [...counts].flatMap(([turn, count]) => (count === 0 ? [] : [{ turn, count }])),
    audiences: isMade(answer) ? effects.map((effect) => ({ ...effect, of: answer.of })) : [],
    stranded: stranded.length,
    unstranded: unstranded.length,
  };
};

const seenIn = <T>({ asOf }: OfWhatIf['of'], index: TraceIndex, findings: readonly T[]) =>
  findings.map((finding) => ({ ...finding, seen: { index, asOf } }));

const then = ({ sandbox }: OfWhatIf['of']) => ({ graph: sandbox.graph });

const graphsOf = ({ of }: OfWhatIf) => [of.sandbox.graph, of.base.graph] as const;
