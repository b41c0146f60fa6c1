import type { SelectionSetNode } from 'graphql';
import { forEachField, type FragmentsByName } from './each-field.ts';

/** How many minutes of workshops an operation asks for, alike or not: each reads all pictures that were kept, which no number of fields shows. */
export const countMinutes = (selections: SelectionSetNode, fragments: FragmentsByName): number => {
  let count = 0;
  forEachField(selections, fragments, ({ name }) => {
    if (name.value === 'minutes') count += 1;
  });
  return count;
};
