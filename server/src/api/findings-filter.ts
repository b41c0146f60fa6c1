import { inputInvalid, type InputInvalid } from '../app/input-invalid.ts';
import { findingRules, type DueFilter, type FindingsFilter } from '../domain/findings/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { FindingDueFilter, FindingFilter } from './gen/resolver-types.ts';

/** The furthest a due date is looked for, in days: ten years. */
const mostDays = 3_650;

/** The filter of the domain for one of the API, without what has to be looked up. Errors: no such rule, a number of days out of range. */
export const toFindingsFilter = (input: FindingFilter): Result<FindingsFilter, InputInvalid> => {
  const { entity, system, channel, owner, unowned, due, text } = input;
  const rules = oneOrMore(input.rule, input.rules);
  const levels = oneOrMore(input.level, input.levels);
  const states = oneOrMore(input.state, input.states);
  const unknown = rules?.find((rule) => !findingRules.some(({ id }) => id === rule));
  if (unknown !== undefined) {
    const known = findingRules.map(({ id }) => id).join(', ');
    return err(inputInvalid('rule', `There is no rule "${unknown}". There are: ${known}.`));
  }
  const days = due?.withinDays ?? 0;
  if (days < 0 || days > mostDays)
    return err(inputInvalid('withinDays', `withinDays must be 0 to ${mostDays}; it is ${days}.`));
  return ok({
    ...(rules === undefined ? {} : { rules }),
    ...(levels === undefined ? {} : { levels }),
    ...(states === undefined ? {} : { states }),
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof system === 'string' ? { system } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof unowned === 'boolean' ? { owned: !unowned } : {}),
    ...(due === null || due === undefined ? {} : { due: toDue(due) }),
    ...(typeof text === 'string' ? { text } : {}),
  });
};

const toDue = ({ overdue, withinDays, before, none }: FindingDueFilter): DueFilter => ({
  ...(typeof overdue === 'boolean' ? { overdue } : {}),
  ...(typeof withinDays === 'number' ? { withinDays } : {}),
  ...(typeof before === 'string' ? { before } : {}),
  ...(typeof none === 'boolean' ? { none } : {}),
});

/** Those that are in both where both are given: several conditions mean all of them. */
const oneOrMore = <T>(
  one: T | null | undefined,
  several: readonly T[] | null | undefined,
): readonly T[] | undefined => {
  if (one === null || one === undefined) return several ?? undefined;
  return several === null || several === undefined || several.includes(one) ? [one] : [];
};
