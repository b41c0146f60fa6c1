import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { outlineRows, type OutlineRow } from './outline-rows.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { OutlineGuests } from '../../live/OutlineGuests.tsx';

/**
 * The answer as a tree: the picture's semantic twin. Arrow keys move, open and close; Enter or Space selects; Home, End and first letters jump.
 */
export const Outline = (props: {
  readonly view: TraceView;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}): ReactNode => {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(props.view, closed, opened), [props.view, closed, opened]);
  const selectedRow = rows.find((row) => row.target !== undefined && row.target === props.selected);
  const current = rows.find((row) => row.id === active) ?? selectedRow ?? rows[0];

  useEffect(() => {
    if (selectedRow === undefined) return;
    setActive(selectedRow.id);
    rowElement(tree.current, selectedRow.id)?.scrollIntoView({ block: 'nearest' });
    // Only a new selection moves the outline.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [props.selected]);

  const goTo = (row: OutlineRow | undefined): void => {
    if (row === undefined) return;
    setActive(row.id);
    const element = rowElement(tree.current, row.id);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (row: OutlineRow, open: boolean): void => {
    const [set, member] = row.level === 1 ? ([setClosed, !open] as const) : ([setOpened, open] as const);
    set((before) => {
      const next = new Set(before);
      if (member) next.add(row.id);
      else next.delete(row.id);
      return next;
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.indexOf(current);
    const handled = ((): boolean => {
      switch (event.key) {
        case 'ArrowDown':
          goTo(rows[index + 1]);
          return true;
        case 'ArrowUp':
          goTo(rows[index - 1]);
          return true;
        case 'Home':
          goTo(rows[0]);
          return true;
        case 'End':
          goTo(rows.at(-1));
          return true;
        case 'ArrowRight':
          if (current.expanded === false) toggle(current, true);
          else if (current.expanded === true) goTo(rows[index + 1]);
          return true;
        case 'ArrowLeft':
          if (current.expanded === true) toggle(current, false);
          else goTo(rows.find((row) => row.id === current.parent));
          return true;
        case 'Enter':
        case ' ':
          if (current.target !== undefined) props.onSelect(current.target);
          else toggle(current, current.expanded !== true);
          return true;
        default:
          if (!/^[\p{L}\p{N}]$/u.test(event.key)) return false;
          goTo([...rows.slice(index + 1), ...rows.slice(0, index)].find((row) => startsWith(row.name, event.key)));
          return true;
      }
    })();
    if (handled) event.preventDefault();
  };

  return (
    <div ref={tree} role="tree" aria-label="Outline of the trace" className="outline" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <div
          key={row.id}
          role="treeitem"
          data-row={row.id}
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={row.expanded}
          aria-selected={row.target !== undefined && row.target === props.selected}
          aria-description={row.sentence}
          tabIndex={row === current ? 0 : -1}
          className={`outline-row outline-level-${row.level}${row.marked ? ' outline-marked' : ''}${row.onPath ? ' outline-on-path' : ''}`}
          title={row.level === 1 ? undefined : row.sentence}
          onClick={() => {
            setActive(row.id);
            if (row.target === undefined) toggle(row, row.expanded !== true);
            else props.onSelect(row.target);
          }}
        >
          <span
            className={`twist${row.expanded === undefined ? ' twist-none' : ''}`}
            aria-hidden="true"
            onClick={(event) => {
              if (row.expanded === undefined) return;
              event.stopPropagation();
              toggle(row, !row.expanded);
            }}
          >
            {row.expanded === true ? '▾' : row.expanded === false ? '▸' : ''}
          </span>
          <span className="outline-words">
            <span className="outline-name">{row.name}</span>
            <span className={row.told ? 'outline-status' : 'unseen'}>{row.status}</span>
            {row.onPath ? <span className="outline-status">on the chosen path</span> : null}
          </span>
          {row.target === undefined ? null : <OutlineGuests ids={[row.target]} />}
          {row.tone === undefined ? null : <ToneGlyph tone={row.tone} />}
        </div>
      ))}
    </div>
  );
};

const rowElement = (tree: HTMLElement | null, id: string): HTMLElement | null =>
  tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;

const startsWith = (name: string, letter: string): boolean =>
  name.replace(/^to /, '').toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
