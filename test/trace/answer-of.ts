import { createTraceIndex, trace, type TraceAnswer, type TraceIndex } from '../../server/src/domain/trace/index.ts';
import { toGraph, type Ask, type Expected, type ExpectedPart, type Inventory } from './inventory.ts';

/** The product's answer in the form of the vectors. */
export const answerOf = (inventory: Inventory, ask: Ask): Expected =>
  answerFrom(createTraceIndex(toGraph(inventory)), ask);

/** The same from an index that is there already. Throws when the trace fails: vectors ask about what exists. */
export const answerFrom = (index: TraceIndex, ask: Ask): Expected => {
  const result = trace(index, {
    dataClass: ask.class,
    asOf: ask.on,
    ...(ask.audience === undefined ? {} : { audience: ask.audience }),
    ...(ask.channel === undefined ? {} : { channel: ask.channel }),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const parts = result.value.answers.flatMap((answer) => answer.parts.map((part) => toPart(answer, part)));
  const [own] = parts;
  if (own === undefined) throw new Error('a trace without an answer');
  if (parts.length === 1) return own;
  const [first, ...others] = parts;
  const sorted = others.sort((a, b) => (a.class < b.class ? -1 : 1));
  return {
    class: ask.class,
    outcomes: result.value.outcomes,
    parts: first === undefined ? sorted : [first, ...sorted],
  };
};

const toPart = (answer: TraceAnswer, part: string): ExpectedPart => ({
  class: part,
  starts: answer.starts,
  originUnknown: answer.originUnknown,
  outcomes: answer.outcomes,
  restrictionsMet: answer.restrictions.filter(({ place }) => place === 'MET').map(({ restriction }) => restriction),
  restrictionsBehind: answer.restrictions
    .filter(({ place }) => place === 'BEHIND')
    .map(({ restriction }) => restriction),
  stranded: answer.stranded,
  releasePaths: answer.pathCounts.map(({ audience, release }) => ({ audience, count: release.value })),
  restrictedPaths: answer.pathCounts.map(({ audience, restricted }) => ({ audience, count: restricted.value })),
});
