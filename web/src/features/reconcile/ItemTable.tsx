import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { useView } from '../../view/use-view.ts';
import { ItemRow } from './ItemRow.tsx';
import type { ItemData } from './reconciled-item.ts';
import { isDecidable, type Selection } from './use-selection.ts';

const help: readonly KeyHelp[] = [
  { where: 'List', keys: ['J', 'K'], does: 'The row after, the row before' },
  { where: 'List', keys: ['Space'], does: 'Select the row' },
  { where: 'List', keys: ['D'], does: 'To the decision about what is selected' },
];

/** What imports saw as a table, one row each with what is declared beside it. J and K go from row to row, D to the decision. */
export const ItemTable = (props: {
  readonly items: readonly ItemData[];
  readonly selection: Selection;
  readonly running: boolean;
  readonly onAccept: (item: ItemData) => void;
  readonly onDecide: (item: ItemData) => void;
  readonly onDock: () => void;
}): ReactNode => {
  const { items, selection, running } = props;
  const { isReadOnly } = useView();
  const hint = useId();
  useKeyHelp(help);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
    if (event.key === 'd' && selection.choices.length > 0) {
      event.preventDefault();
      props.onDock();
    }
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...event.currentTarget.tBodies];
    const at = rows.findIndex((row) => row.contains(event.target as Node));
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.querySelector<HTMLElement>('input, button')?.focus();
  };
  return (
    <>
      <p id={hint} className="quiet">
        In the list: <kbd>J</kbd> and <kbd>K</kbd> go down and up, <kbd>Space</kbd> selects, <kbd>D</kbd> goes to the
        decision.
      </p>
      <table className="reconciled" aria-describedby={hint} onKeyDown={onKeyDown}>
        <caption className="unseen">What imports saw, and what is declared</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Select</span>
            </th>
            <th scope="col">Status</th>
            <th scope="col">Observed</th>
            <th scope="col">Declared</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        {items.map((item) => (
          <ItemRow
            key={item.observation.id}
            item={item}
            selected={selection.has(item.observation.id)}
            onToggle={isDecidable(item) && !isReadOnly ? () => selection.toggle(item) : undefined}
            running={running}
            onAccept={props.onAccept}
            onDecide={props.onDecide}
          />
        ))}
      </table>
    </>
  );
};

const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
