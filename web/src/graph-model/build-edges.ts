import type { AnswerInput, ChannelInput, FlowInput } from './answer-input.ts';
import { describeRestrictions, joinSentences } from './describe.ts';
import { isOpenTone, restrictionTone, stops, worstTone } from './tone.ts';
import { viewId, type ViewEdge, type ViewMark } from './trace-view.ts';
import type { ViewContext } from './view-context.ts';
import { counted, outcomeWords } from './words.ts';

/** One line per flow of the answer, in the answer's order. */
export const buildFlowEdges = (answer: AnswerInput, context: ViewContext): readonly ViewEdge[] =>
  answer.flows.map((entry) => {
    const state = flowState(entry, context);
    const lead = joinSentences(
      `${entry.flow.name}: from ${nameOf(context, `system:${entry.flow.from.id}`)} to ${nameOf(context, `system:${entry.flow.to.id}`)}${entry.flow.protocol ? ` by ${entry.flow.protocol}` : ''}`,
      state.status,
    );
    return {
      id: viewId('flow', entry.flow.id),
      kind: 'flow' as const,
      source: viewId('system', entry.flow.from.id),
      target: viewId('system', entry.flow.to.id),
      ...state,
      label: entry.flow.protocol ?? entry.flow.name,
      lead,
      sentence: joinSentences(lead, describeRestrictions(entry.restrictions, context)),
      marks: marksOf(entry.restrictions, context),
      restrictions: entry.restrictions,
      members: [entry.flow.id],
      emphasis: 'normal' as const,
    };
  });

type EdgeState = Pick<ViewEdge, 'tone' | 'end' | 'status'>;

const flowState = (entry: FlowInput, context: ViewContext): EdgeState => {
  const states = entry.reach.map((reach) => reach.state);
  const passing = states.filter((state) => state === 'CLEAR' || state === 'LIMITED').length;
  const restrictions = context.restrictionsOf(entry.restrictions);
  if (passing > 0) {
    const limited = !states.includes('CLEAR');
    const worst = worstTone(restrictions.filter((one) => !stops(one)).map(restrictionTone));
    const some = passing < states.length ? ` for ${passing} of ${counted(states.length, 'audience')}` : '';
    return {
      tone: limited ? (isOpenTone(worst) ? worst : 'limited') : 'released',
      end: 'arrow',
      status: `${limited ? 'carried, limited' : 'carried'}${some}`,
    };
  }
  if (states.includes('STOPPED')) {
    const own = restrictions.filter(stops);
    const stopping =
      own.length > 0 ? own : context.restrictionsOf(context.restrictionsOfSystem(entry.flow.from.id)).filter(stops);
    const status = own.length > 0 ? 'stopped here' : 'stopped at the system it leaves';
    return { tone: stopping.length > 0 ? worstTone(stopping.map(restrictionTone)) : 'withheld', end: 'bar', status };
  }
  return { tone: 'none', end: 'none', status: 'never gets here: stopped earlier' };
};

const marksOf = (ids: readonly string[], context: ViewContext): readonly ViewMark[] =>
  context.restrictionsOf(ids).map((entry) => ({
    restriction: entry.restriction.id,
    tone: restrictionTone(entry),
    text: entry.restriction.name,
  }));

/** One line from the serving system to each channel that offers the class, or may. A channel that does not has none. */
export const buildServesEdges = (answer: AnswerInput, context: ViewContext): readonly ViewEdge[] =>
  answer.channels.flatMap((entry) => {
    if (!entry.reachable || entry.offer === 'NOT_OFFERED') return [];
    const { tone, end, status } = servesState(entry, context);
    const lead = joinSentences(
      `${nameOf(context, `system:${entry.channel.system.id}`)} serves ${entry.channel.name}`,
      status,
    );
    return [
      {
        id: `serves:${entry.channel.id}`,
        kind: 'serves' as const,
        source: viewId('system', entry.channel.system.id),
        target: viewId('channel', entry.channel.id),
        tone,
        end,
        status,
        label: '',
        lead,
        sentence: joinSentences(lead, describeRestrictions(entry.restrictions, context)),
        marks: [],
        restrictions: entry.restrictions,
        members: [],
        emphasis: 'normal' as const,
      },
    ];
  });

const servesState = (entry: ChannelInput, context: ViewContext): EdgeState => {
  const outcomes = entry.outcomes.map((one) => one.outcome);
  const own = context.restrictionsOf(entry.restrictions).map(restrictionTone);
  if (outcomes.length === 0) return { tone: 'unknown', end: 'arrow', status: 'no audience recorded' };
  if (outcomes.includes('RELEASED')) return { tone: 'released', end: 'arrow', status: 'released' };
  if (outcomes.some((outcome) => outcome === 'LIMITED' || outcome === 'PARTIAL')) {
    return {
      tone: isOpenTone(worstTone(own)) ? worstTone(own) : 'limited',
      end: 'arrow',
      status: 'released, limited',
    };
  }
  if (outcomes.includes('WITHHELD')) {
    return {
      tone: worstTone(entry.outcomes.map((one) => context.toneOfOutcome(entry, one.audience, one.outcome))),
      end: 'bar',
      status: 'withheld',
    };
  }
  return { tone: 'unknown', end: 'arrow', status: 'unknown: nobody recorded what it releases' };
};

/** One line from each channel to each audience it is for, where something comes of it: nothing for not offered and unreached. */
export const buildOutcomeEdges = (answer: AnswerInput, context: ViewContext): readonly ViewEdge[] =>
  answer.channels.flatMap((entry) =>
    entry.outcomes.flatMap(({ audience, outcome }) => {
      if (outcome === 'NOT_OFFERED' || outcome === 'UNREACHED') return [];
      const lead = joinSentences(
        `${entry.channel.name} to ${nameOf(context, `audience:${audience}`)}: ${outcomeWords[outcome]}`,
      );
      return [
        {
          id: `outcome:${entry.channel.id}:${audience}`,
          kind: 'outcome' as const,
          source: viewId('channel', entry.channel.id),
          target: viewId('audience', audience),
          tone: context.toneOfOutcome(entry, audience, outcome),
          end: outcome === 'WITHHELD' ? ('bar' as const) : ('arrow' as const),
          label: outcomeWords[outcome],
          status: outcomeWords[outcome],
          lead,
          sentence: lead,
          marks: [],
          restrictions: [],
          members: [],
          emphasis: 'normal' as const,
        },
      ];
    }),
  );

const nameOf = (context: ViewContext, id: string): string => context.nameById.get(id) ?? id.slice(id.indexOf(':') + 1);
