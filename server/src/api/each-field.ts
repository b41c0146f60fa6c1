import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';

/** The fragments of a document, by name. */
export type FragmentsByName = ReadonlyMap<string, { readonly selectionSet: SelectionSetNode }>;

/** Gives each field of a selection, and of the fragments it spreads: a fragment is looked at once, however often it is spread. Not what fields select. */
export const forEachField = (
  selections: SelectionSetNode,
  fragments: FragmentsByName,
  give: (field: FieldNode) => void,
): void => {
  const seen = new Set<string>();
  const look = ({ selections: some }: SelectionSetNode): void => {
    for (const selection of some) {
      if (selection.kind === Kind.FIELD) give(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) look(fragment.selectionSet);
      }
    }
  };
  look(selections);
};
