import type { Condition, Leaf } from './rule-pack.ts';
import type { Truth } from './verdict.ts';

const all = (states: readonly Truth[]): Truth =>
  states.includes('NOT_MET') ? 'NOT_MET' : states.includes('UNKNOWN') ? 'UNKNOWN' : 'MET';

const not = (state: Truth): Truth => (state === 'MET' ? 'NOT_MET' : state === 'NOT_MET' ? 'MET' : 'UNKNOWN');

const any = (states: readonly Truth[]): Truth => not(all(states.map(not)));

/** The state of a tree of conditions from the states of its leaves: strong three-valued logic. Pure and total. */
export const truthOf = (condition: Condition, leaf: (leaf: Leaf) => Truth): Truth => {
  switch (condition.kind) {
    case 'LEAF':
      return leaf(condition);
    case 'IF':
      return any([not(truthOf(condition.when, leaf)), truthOf(condition.needs, leaf)]);
    case 'ALL':
      return all(condition.parts.map((part) => truthOf(part, leaf)));
    case 'ANY':
      return any(condition.parts.map((part) => truthOf(part, leaf)));
    case 'NONE':
      return not(any(condition.parts.map((part) => truthOf(part, leaf))));
  }
};
