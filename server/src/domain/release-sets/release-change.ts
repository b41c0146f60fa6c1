import type { Id } from '../model/entity.ts';
import type { RestrictionJudged } from '../verdict/index.ts';

/** How a restriction stops bearing on the class for the audience: for this audience alone, for this class alone, or for good. */
export type Lifting = 'FOR_AUDIENCE' | 'FOR_CLASS' | 'END';

/** One change that may be needed for a class to be released to an audience. */
export type ReleaseChange =
  | { readonly kind: 'RELEASE_CLASS'; readonly channel: Id }
  | { readonly kind: 'SERVE_AUDIENCE'; readonly channel: Id; readonly isUsual: boolean }
  | { readonly kind: 'CARRY_CLASS'; readonly flow: Id }
  | { readonly kind: 'ADD_FLOW'; readonly from: Id; readonly to: Id }
  | {
      readonly kind: 'LIFT_RESTRICTION';
      readonly restriction: Id;
      readonly lifting: Lifting;
      readonly judged: RestrictionJudged;
    };

/** Whether law is recorded as requiring what the change would lift: it documents, and counsel decides. */
export const isRequiredByLaw = (change: ReleaseChange): boolean =>
  change.kind === 'LIFT_RESTRICTION' && change.judged.verdict === 'REQUIRED_BY_LAW';

/**
 * How much of an intervention a change is, 1 the least, in this order: a channel releases one class more; a restriction with no documented
 * exception, or that no exception fits, is lifted; an interface carries one class more; a restriction that is not documented completely is lifted; a
 * channel serves one audience more that its kind usually serves; one that it does not; a restriction that is documented is lifted; a new interface
 * is built. What law requires comes after everything.
 */
export const weightOf = (change: ReleaseChange): number => {
  switch (change.kind) {
    case 'RELEASE_CLASS':
      return 1;
    case 'CARRY_CLASS':
      return 3;
    case 'SERVE_AUDIENCE':
      return change.isUsual ? 5 : 6;
    case 'ADD_FLOW':
      return 8;
    case 'LIFT_RESTRICTION': {
      const { verdict, documentation } = change.judged;
      if (documentation === 'NONE' || verdict === 'UNPROTECTED') return 2;
      return documentation === 'COMPLETE' && verdict !== 'COVERABLE_EVIDENCE_MISSING' ? 7 : 4;
    }
  }
};

/** Names a change: the same for the same change. */
export const keyOfChange = (change: ReleaseChange): string => {
  switch (change.kind) {
    case 'RELEASE_CLASS':
    case 'SERVE_AUDIENCE':
      return `${change.kind} ${change.channel}`;
    case 'CARRY_CLASS':
      return `${change.kind} ${change.flow}`;
    case 'ADD_FLOW':
      return `${change.kind} ${change.from} ${change.to}`;
    case 'LIFT_RESTRICTION':
      return `${change.kind} ${change.restriction}`;
  }
};
