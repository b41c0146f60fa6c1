import type { AnswerInput, ReachState } from './answer-input.ts';
import { restrictionTone, stops, type Tone } from './tone.ts';

/**
 * Why nothing leaves a system for an audience: the worst tone among the restrictions that stop the class there, or, where it never gets there, on the
 * flows and systems before it. Empty when the class is there and may leave. Linear in the flows, once per audience and system asked.
 */
export const createStopCauses = (answer: AnswerInput): ((audience: string, systemId: string) => readonly Tone[]) => {
  const restrictionById = new Map(answer.restrictions.map((entry) => [entry.restriction.id, entry]));
  const systemById = new Map(answer.systems.map((entry) => [entry.system.id, entry]));
  const flowsInto = new Map<string, typeof answer.flows>();
  for (const entry of answer.flows) {
    flowsInto.set(entry.flow.to.id, [...(flowsInto.get(entry.flow.to.id) ?? []), entry]);
  }
  const stoppingTones = (ids: readonly string[], audience: string): readonly Tone[] =>
    ids
      .flatMap((id) => restrictionById.get(id) ?? [])
      .filter((entry) => stops(entry) && entry.audiences.includes(audience))
      .map(restrictionTone);
  const stateOf = (audience: string, systemId: string): ReachState | undefined =>
    systemById.get(systemId)?.reach.find((reach) => reach.audience === audience)?.state;

  return (audience, systemId) => {
    const found: Tone[] = [];
    const seen = new Set<string>([systemId]);
    const queue = [systemId];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const state = stateOf(audience, id);
      if (state === 'CLEAR' || state === 'LIMITED') continue;
      if (state === 'STOPPED') found.push(...stoppingTones(systemById.get(id)?.restrictions ?? [], audience));
      if (state !== 'BEHIND') continue;
      for (const entry of flowsInto.get(id) ?? []) {
        if (entry.reach.some((reach) => reach.audience === audience && reach.state === 'STOPPED')) {
          found.push(...stoppingTones(entry.restrictions, audience));
        }
        if (!seen.has(entry.flow.from.id)) {
          seen.add(entry.flow.from.id);
          queue.push(entry.flow.from.id);
        }
      }
    }
    return found;
  };
};
