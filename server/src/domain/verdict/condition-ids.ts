import type { BasisClaim } from '../model/concepts.ts';
import { exceptionsOf } from './exceptions-of.ts';
import type { Condition, RulePack } from './rule-pack.ts';

/** Every condition that an answer of a claim can be about under a pack: the questions before any exception, and those of its own, groups included. Pure. */
export const conditionIdsOf = (pack: RulePack, { exception }: Pick<BasisClaim, 'exception'>): readonly string[] => [
  ...new Set([
    ...pack.thresholds.map(({ condition }) => condition),
    ...(exception === undefined
      ? []
      : exceptionsOf(pack, exception).flatMap(({ conditions }) => idsWithin(conditions))),
  ]),
];

const idsWithin = (condition: Condition): readonly string[] => {
  switch (condition.kind) {
    case 'LEAF':
      return [condition.condition];
    case 'IF':
      return [...idsWithin(condition.when), ...idsWithin(condition.needs)];
    default:
      return [
        ...(condition.condition === undefined ? [] : [condition.condition]),
        ...condition.parts.flatMap(idsWithin),
      ];
  }
};
