import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { treeRows, type TreeNode, type TreeRow } from '../../graph-model/condition-tree.ts';
import { useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { useView } from '../../view/use-view.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { isOpen, type ClaimData, type ConditionData, type GroundData, type PackData } from './story-data.ts';
import type { Answering } from './use-answer.ts';

const help: readonly KeyHelp[] = [
  { where: 'Checklist', keys: ['↑', '↓'], does: 'The condition before, the condition after' },
  { where: 'Checklist', keys: ['Y', 'N', 'U'], does: 'Answer: yes, no, not known' },
  { where: 'Checklist', keys: ['R'], does: 'To the reason' },
  { where: 'Checklist', keys: ['E'], does: 'To the evidence' },
];

/**
 * The conditions of one ground of a claim, to be answered in a meeting by keyboard: arrows move, Y, N and U answer, R goes to the reason, E to
 * the evidence, Escape comes back.
 */
export const Checklist = (props: {
  readonly claim: ClaimData;
  readonly ground: GroundData;
  readonly pack: PackData | undefined;
  readonly answering: Answering;
  readonly onEvidence: () => void;
}): ReactNode => {
  const { claim, ground, pack, answering } = props;
  useKeyHelp(help);
  const list = useRef<HTMLOListElement>(null);
  const exception = pack?.exceptions.find(({ id }) => id === ground.ground);
  const states = useMemo(() => new Map(ground.conditions.map((state) => [state.condition, state])), [ground]);
  const rows = useMemo(
    () => rowsOf(exception?.conditions as TreeNode | undefined, ground, states),
    [exception, ground, states],
  );
  const { isReadOnly } = useView();
  const editable = isOpen(claim) && !isReadOnly;

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-condition]');
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.matches('textarea, input, select')) {
      if (event.key === 'Escape') row.focus();
      return;
    }
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-condition]') ?? [])];
    const at = all.indexOf(row);
    const act = actionOf(event.key);
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'next') all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (act === 'previous') all[Math.max(at - 1, 0)]?.focus();
    else if (act === 'reason') row.querySelector<HTMLElement>('textarea')?.focus();
    else if (act === 'evidence') row.querySelector<HTMLElement>('[data-evidence]')?.focus();
    else if (editable) answering.save(row.dataset['condition'] ?? '', { answer: act });
  };

  return (
    <ol ref={list} className="checklist plain" aria-label="Conditions" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <ChecklistLine key={row.key} row={row}>
          {row.kind === 'condition' ? (
            <ConditionRow
              claim={claim}
              state={states.get(row.condition) as ConditionData}
              leaf={exception?.leaves.find(({ condition }) => condition === row.condition)}
              editable={editable}
              answering={answering}
              onEvidence={props.onEvidence}
            />
          ) : null}
        </ChecklistLine>
      ))}
    </ol>
  );
};

const ChecklistLine = ({ row, children }: { readonly row: TreeRow; readonly children: ReactNode }): ReactNode =>
  row.kind === 'heading' ? (
    <li className="checklist-heading" style={{ marginInlineStart: `${row.depth * indent}px` }}>
      {row.words}
    </li>
  ) : (
    <li style={{ marginInlineStart: `${row.depth * indent}px` }}>{children}</li>
  );

/** Pixels to the right for each step down the tree. */
const indent = 16;

/** The tree of an exception; for a law or a threshold question, its conditions one after the other. */
const rowsOf = (
  tree: TreeNode | undefined,
  ground: GroundData,
  states: ReadonlyMap<string, ConditionData>,
): readonly TreeRow[] =>
  tree === undefined
    ? ground.conditions.map(({ condition }) => ({ kind: 'condition', key: condition, depth: 0, condition }))
    : treeRows(tree, (condition) => states.has(condition));

type Action = 'next' | 'previous' | 'reason' | 'evidence' | 'MET' | 'NOT_MET' | 'UNKNOWN';

const actionOf = (key: string): Action | undefined => {
  switch (key.toLowerCase()) {
    case 'arrowdown':
    case 'j':
      return 'next';
    case 'arrowup':
    case 'k':
      return 'previous';
    case 'y':
      return 'MET';
    case 'n':
      return 'NOT_MET';
    case 'u':
      return 'UNKNOWN';
    case 'r':
      return 'reason';
    case 'e':
      return 'evidence';
    default:
      return undefined;
  }
};
