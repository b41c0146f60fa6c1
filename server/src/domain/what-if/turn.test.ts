import { describe, expect, it } from 'vitest';
import type { Outcome } from '../trace/index.ts';
import { directionOf, rankOf, turnOf, type Side } from './turn.ts';

const whole = (outcome: Outcome | undefined): Side => ({ outcome, parts: [outcome] });
const inParts = (...parts: readonly Outcome[]): Side => ({ outcome: 'PARTIAL', parts });

const movedBetween = (before: Side, after: Side) => {
  const at = (side: Side, part: number) => rankOf(side.parts[part] ?? side.parts[0]);
  const parts = [...Array(Math.max(before.parts.length, after.parts.length)).keys()];
  return {
    gained: parts.filter((part) => at(after, part) > at(before, part)).length,
    lost: parts.filter((part) => at(after, part) < at(before, part)).length,
  };
};

describe('turnOf', () => {
  it.each<[Side, Side, string, string]>([
    [whole('WITHHELD'), whole('RELEASED'), 'NEWLY_RELEASED', 'MORE'],
    [whole(undefined), whole('RELEASED'), 'NEWLY_RELEASED', 'MORE'],
    [inParts('RELEASED', 'WITHHELD'), whole('RELEASED'), 'NEWLY_RELEASED', 'MORE'],
    [whole('NOT_OFFERED'), whole('LIMITED'), 'NEWLY_RELEASED_LIMITED', 'MORE'],
    [whole('UNREACHED'), inParts('RELEASED', 'UNREACHED'), 'MORE_PARTS_RELEASED', 'MORE'],
    [whole('LIMITED'), whole('RELEASED'), 'NO_LONGER_LIMITED', 'MORE'],
    [whole('RELEASED'), whole('WITHHELD'), 'NEWLY_STOPPED', 'LESS'],
    [inParts('RELEASED', 'NOT_OFFERED'), inParts('WITHHELD', 'NOT_OFFERED'), 'NEWLY_STOPPED', 'LESS'],
    [whole('LIMITED'), whole('UNREACHED'), 'NO_LONGER_REACHED', 'LESS'],
    [whole('RELEASED'), whole('NOT_OFFERED'), 'NO_LONGER_OFFERED', 'LESS'],
    [whole('RELEASED'), whole(undefined), 'NO_LONGER_THERE', 'LESS'],
    [whole('RELEASED'), whole('UNKNOWN'), 'NO_LONGER_KNOWN', 'LESS'],
    [whole('RELEASED'), inParts('RELEASED', 'WITHHELD'), 'FEWER_PARTS_RELEASED', 'LESS'],
    [whole('RELEASED'), whole('LIMITED'), 'NEWLY_LIMITED', 'LESS'],
    [inParts('RELEASED', 'WITHHELD'), inParts('WITHHELD', 'RELEASED'), 'PARTS_CHANGED', 'BOTH'],
    [inParts('RELEASED', 'WITHHELD'), inParts('RELEASED', 'NOT_OFFERED'), 'PARTS_CHANGED', 'NEITHER'],
    [whole('UNREACHED'), whole('WITHHELD'), 'NOT_RELEASED_OTHERWISE', 'NEITHER'],
    [whole(undefined), whole('NOT_OFFERED'), 'NOT_RELEASED_OTHERWISE', 'NEITHER'],
  ])('from %j to %j: %s, %s', (before, after, turn, direction) => {
    const moved = movedBetween(before, after);
    expect([turnOf(before, after, moved), directionOf(moved)]).toEqual([turn, direction]);
  });
});
