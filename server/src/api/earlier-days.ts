import { valueFromASTUntyped, type FieldNode, type SelectionSetNode, type ValueNode } from 'graphql';
import { forEachField, type FragmentsByName } from './each-field.ts';

/** What counting needs: the fragments of the document, by name, and the variables. */
export interface EarlierDaysContext {
  readonly fragments: FragmentsByName;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many comparisons with an earlier day an operation asks for, by `since` or by a filter's `changedSince`; several fields that ask for the
 * same one count once. Each makes a whole earlier inventory, which no number of fields shows. A fragment is looked at once.
 */
export const countEarlierDays = (
  selections: SelectionSetNode,
  { fragments, variables }: EarlierDaysContext,
): number => {
  const asked = new Set<string>();
  const read = (field: FieldNode, name: string): unknown => {
    const value: ValueNode | undefined = field.arguments?.find((each) => each.name.value === name)?.value;
    return value === undefined ? undefined : valueFromASTUntyped(value, variables);
  };
  forEachField(selections, fragments, (field) => {
    const since = read(field, 'since') ?? memberOf(read(field, 'filter'), 'changedSince');
    if (since !== undefined && since !== null) asked.add(JSON.stringify([since, read(field, 'asOf') ?? null]));
  });
  return asked.size;
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
