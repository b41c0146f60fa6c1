/** A condition of a rule pack as the API gives it. */
export type TreeNode =
  | { readonly kind: 'LEAF'; readonly condition: string; readonly document: boolean }
  | {
      readonly kind: 'ALL' | 'ANY' | 'NONE';
      readonly condition?: string;
      readonly title?: string;
      readonly parts: readonly TreeNode[];
    }
  | { readonly kind: 'IF'; readonly when: TreeNode; readonly needs: TreeNode };

/** One line of a checklist: a heading above conditions, or a condition. `depth` 0 is outermost. */
export type TreeRow =
  | { readonly kind: 'heading'; readonly key: string; readonly depth: number; readonly words: string }
  | { readonly kind: 'condition'; readonly key: string; readonly depth: number; readonly condition: string };

const words = { ALL: 'All of', ANY: 'At least one of', NONE: 'None of' } as const;

/**
 * The lines of a tree in reading order. A condition stands where it is met first; an outermost "all of" needs no heading. `known` leaves out
 * what the verdict does not speak of. Pure and total.
 */
export const treeRows = (tree: TreeNode, known: (condition: string) => boolean): readonly TreeRow[] => {
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  const visit = (node: TreeNode, depth: number, key: string, silent: boolean): void => {
    switch (node.kind) {
      case 'LEAF':
        if (seen.has(node.condition) || !known(node.condition)) return;
        seen.add(node.condition);
        rows.push({ kind: 'condition', key, depth, condition: node.condition });
        return;
      case 'IF':
        rows.push({ kind: 'heading', key: `${key}if`, depth, words: 'Only if this is so' });
        visit(node.when, depth + 1, `${key}w`, true);
        rows.push({ kind: 'heading', key: `${key}then`, depth, words: 'then also' });
        visit(node.needs, depth + 1, `${key}n`, true);
        return;
      default: {
        const title = node.title ?? node.condition;
        const told = node.parts.length > 1 || title !== undefined;
        if (!silent && told) {
          rows.push({
            kind: 'heading',
            key: `${key}h`,
            depth,
            words: title === undefined ? words[node.kind] : `${title}: ${words[node.kind].toLowerCase()}`,
          });
        }
        const inner = !silent && told ? depth + 1 : depth;
        node.parts.forEach((part, index) => visit(part, inner, `${key}${index}.`, false));
      }
    }
  };
  visit(tree, 0, '', tree.kind === 'ALL');
  return withoutEmptyHeadings(rows);
};

/** A heading with nothing under it says nothing. */
const withoutEmptyHeadings = (rows: readonly TreeRow[]): readonly TreeRow[] => {
  const kept = rows.filter((row, index) => {
    const next = rows[index + 1];
    return row.kind === 'condition' || (next !== undefined && next.depth > row.depth);
  });
  return kept.length === rows.length ? kept : withoutEmptyHeadings(kept);
};
