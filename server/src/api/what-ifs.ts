import { valueFromASTUntyped, type SelectionSetNode } from 'graphql';
import { forEachField, type FragmentsByName } from './each-field.ts';

/** The root fields that work out an inventory as it might be, each with how many of them. */
const worldsByField: Readonly<Record<string, number>> = { whatIf: 1, smallestReleaseSets: 1, compareScenarios: 2 };

/**
 * How many inventories that might be an operation asks to be worked out; fields that ask for the same one count once. Each may take as long as
 * everything else of a request, which no number of fields shows.
 */
export const countWhatIfs = (
  selections: SelectionSetNode,
  {
    fragments,
    variables,
  }: { readonly fragments: FragmentsByName; readonly variables: Readonly<Record<string, unknown>> },
): number => {
  const asked = new Map<string, number>();
  forEachField(selections, fragments, ({ name, arguments: given = [] }) => {
    const worlds = worldsByField[name.value];
    if (worlds === undefined) return;
    const args = given.map((each) => [each.name.value, valueFromASTUntyped(each.value, variables)] as const);
    // The audience narrows what is told of it, and nothing is worked out anew.
    const bearing = args.filter(([arg]) => name.value !== 'whatIf' || arg !== 'audience');
    asked.set(JSON.stringify([name.value, bearing.sort(([a], [b]) => (a < b ? -1 : 1))]), worlds);
  });
  return [...asked.values()].reduce((sum, worlds) => sum + worlds, 0);
};
