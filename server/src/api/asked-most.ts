import { isInputObjectType, getNamedType, valueFromASTUntyped, type FieldNode, type GraphQLField } from 'graphql';

/**
 * How many things a field is asked for by the `most` of its input, the usual number where it says none; `undefined` for a field whose input
 * knows no `most`. What is out of range counts as far as it goes: it is refused later.
 */
export const askedMost = (
  field: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): number | undefined => {
  for (const { name, type } of args) {
    const input = getNamedType(type);
    const usual = isInputObjectType(input) ? input.getFields()['most']?.defaultValue : undefined;
    if (typeof usual !== 'number') continue;
    const given = field.arguments?.find((each) => each.name.value === name)?.value;
    const value: unknown = given === undefined ? undefined : valueFromASTUntyped(given, variables);
    const most = typeof value === 'object' && value !== null && 'most' in value ? value.most : undefined;
    return typeof most === 'number' ? Math.max(most, 1) : usual;
  }
  return undefined;
};
