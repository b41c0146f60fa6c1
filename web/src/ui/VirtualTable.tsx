import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useVisibleWindow, type TableSizes } from './visible-window.ts';

/** How high a row and the head are, in pixels. */
const rowHeight = 36;
const headHeight = 36;
const sizes: TableSizes = { head: headHeight, side: 0, row: rowHeight, columnOf: (width) => Math.max(1, width) };

/** A column: its title, how wide it is (a track of a grid), and whether rows are sorted by it. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly width: string;
}

/** A row: its key and a cell for each column. */
export interface TableRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** Whether it is set off from the others. */
  readonly marked?: boolean;
}

/**
 * A long table: only rows in view are drawn. A press on a title sorts by it, a second one the other way round. Arrow keys, Home and End go from row to row; what
 * can be pressed in the row that has the focus is reached by Tab.
 */
export const VirtualTable = (props: {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly sort: { readonly key: string; readonly descending: boolean };
  readonly onSort: (key: string) => void;
}): ReactNode => {
  const { columns, rows, sort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useVisibleWindow(scroller, sizes);
  const [wanted, setWanted] = useState(0);
  const place = Math.max(0, Math.min(wanted, rows.length - 1));
  const follow = useRef(false);
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setWanted(0);
  }, [sort.key, sort.descending]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!follow.current || element === null) return;
    follow.current = false;
    const top = place * rowHeight;
    const room = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
    element.querySelector<HTMLElement>(`[data-row="${place}"]`)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const to = targetOf(event.key, place, rows.length, page);
    if (to === undefined || (event.target instanceof HTMLElement && event.target.closest('[role="columnheader"]')))
      return;
    event.preventDefault();
    follow.current = true;
    setWanted(Math.max(0, Math.min(to, rows.length - 1)));
  };

  const shown: number[] = [];
  for (let number = view.firstRow; number < Math.min(view.lastRow, rows.length); number += 1) shown.push(number);
  if (place < rows.length && !shown.includes(place)) shown.push(place);

  return (
    <div
      ref={scroller}
      className="virtual-table"
      role="table"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="virtual-head">
        <div role="row" aria-rowindex={1} className="virtual-row" style={tracks}>
          {columns.map(({ key, title }) => (
            <div
              key={key}
              role="columnheader"
              aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" className="link-button" onClick={() => props.onSort(key)}>
                {title}
                <span aria-hidden="true">{sort.key === key ? (sort.descending ? ' ▾' : ' ▴') : ''}</span>
              </button>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="virtual-body" style={{ height: rows.length * rowHeight }}>
        {shown.map((number) => {
          const row = rows[number];
          return row === undefined ? null : (
            <div
              key={row.key}
              role="row"
              aria-rowindex={number + 2}
              className={`virtual-row${row.marked === true ? ' row-marked' : ''}`}
              style={{ ...tracks, height: rowHeight, transform: `translateY(${number * rowHeight}px)` }}
              tabIndex={number === place ? 0 : -1}
              data-row={number}
              onFocus={() => setWanted(number)}
            >
              {row.cells.map((cell, at) => (
                <div key={columns[at]?.key} role="cell" title={typeof cell === 'string' ? cell : undefined}>
                  {cell}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};

/** The row a key goes to; undefined for keys that go nowhere. */
const targetOf = (key: string, place: number, count: number, page: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + page;
    case 'PageUp':
      return place - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
};
