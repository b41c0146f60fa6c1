import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CoverageView } from '../../graph-model/coverage/coverage-view.ts';
import { familyWords } from '../../graph-model/coverage/coverage-words.ts';
import { useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { useVisibleWindow } from '../../ui/visible-window.ts';
import { CoverageGridRow, type LineProps } from './CoverageGridRow.tsx';
import { moveInGrid, placeWithin, type GridPlace } from './grid-moves.ts';
import { columnWidth, gridSizes, headHeight, rowHeight, sideWidth } from './grid-sizes.ts';

const help: readonly KeyHelp[] = [
  { where: 'Matrix', keys: ['↑', '↓', '←', '→'], does: 'From cell to cell' },
  { where: 'Matrix', keys: ['Page up', 'Page down'], does: 'Ten classes on' },
  {
    where: 'Matrix',
    keys: ['Home', 'End'],
    does: 'To the name of the class, to the last channel; with Ctrl of the first, of the last class',
  },
  { where: 'Matrix', keys: ['Enter'], does: 'Open the trace of the cell' },
];

/**
 * The matrix: only lines and columns in view are drawn. Arrow keys go from cell to cell, Enter follows the one that has the focus, which stays
 * drawn wherever the matrix is scrolled to.
 */
export const CoverageGrid = (props: {
  readonly view: CoverageView;
  readonly hrefOf: LineProps['hrefOf'];
  /** What the pointer is on or has the focus. */
  readonly onLook: (place: GridPlace) => void;
}): ReactNode => {
  const { onLook, hrefOf } = props;
  useKeyHelp(help);
  const { columns, lines } = props.view;
  const scroller = useRef<HTMLDivElement>(null);
  const sizes = useMemo(() => gridSizes(columns.length), [columns.length]);
  const view = useVisibleWindow(scroller, sizes);
  const width = columnWidth(view.width, columns.length);
  const [wanted, setWanted] = useState<GridPlace>({ line: 0, column: -1 });
  const place = placeWithin(lines, columns.length, wanted);
  const follow = useRef(false);

  const shownColumns = useMemo(
    () => numbersShown(view.firstColumn, view.lastColumn, columns.length, place.column),
    [view.firstColumn, view.lastColumn, columns.length, place.column],
  );
  const shownLines = numbersShown(view.firstRow, view.lastRow, lines.length, place.line);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!follow.current || element === null) return;
    follow.current = false;
    reveal(element, place, width);
    element.querySelector<HTMLElement>(`[data-place="${place.line} ${place.column}"]`)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveInGrid(lines, columns.length, place, { key: event.key, ctrl: event.ctrlKey });
    if (next === undefined) return;
    event.preventDefault();
    follow.current = true;
    setWanted({ ...next });
  };
  const look = useCallback(
    (target: EventTarget) => {
      const found = placeOf(target);
      if (found !== undefined) onLook(found);
    },
    [onLook],
  );

  return (
    <div
      ref={scroller}
      className="coverage-scroller"
      role="grid"
      aria-label="What each channel releases of each class. Arrow keys move, Enter opens the trace."
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onMouseOver={(event) => look(event.target)}
      onFocus={(event) => {
        look(event.target);
        const found = placeOf(event.target);
        if (found !== undefined) setWanted((before) => (isSame(before, found) ? before : found));
      }}
    >
      <div
        className="coverage-sheet"
        role="presentation"
        style={{ width: sideWidth + columns.length * width, height: headHeight + lines.length * rowHeight }}
      >
        <div role="row" aria-rowindex={1} className="coverage-head" style={{ height: headHeight }}>
          <div role="columnheader" aria-colindex={1} className="coverage-corner" style={{ width: sideWidth }}>
            Data class
          </div>
          {shownColumns.map((at) => {
            const column = columns[at];
            if (column === undefined) return null;
            const before = columns[at - 1];
            return (
              <div
                key={at}
                role="columnheader"
                aria-colindex={at + 2}
                className={`coverage-column${before?.channel.id === column.channel.id ? ' coverage-same-channel' : ''}`}
                style={{ left: sideWidth + at * width, width }}
                title={`${column.channel.name}, for ${column.audience.name}`}
              >
                {column.family ? <span className="coverage-family">{familyWords[column.family]}</span> : null}
                <span className="coverage-channel">{column.channel.name}</span>
                <span className="coverage-audience">{column.audience.name}</span>
              </div>
            );
          })}
        </div>
        {shownLines.map((number) => {
          const line = lines[number];
          return line === undefined ? null : (
            <CoverageGridRow
              key={line.id}
              line={line}
              number={number}
              columns={columns}
              columnWidth={width}
              shown={shownColumns}
              stop={number === place.line ? place.column : undefined}
              hrefOf={hrefOf}
            />
          );
        })}
      </div>
    </div>
  );
};

/** The numbers from `first` up to `last`, as far as there are so many, with `kept` among them. */
const numbersShown = (first: number, last: number, count: number, kept: number): readonly number[] => {
  const numbers: number[] = [];
  for (let number = first; number < Math.min(last, count); number += 1) numbers.push(number);
  if (kept >= 0 && kept < count && !numbers.includes(kept)) {
    if (kept < first) numbers.unshift(kept);
    else numbers.push(kept);
  }
  return numbers;
};

const isSame = (a: GridPlace, b: GridPlace): boolean => a.line === b.line && a.column === b.column;

/** The place of the cell that an event came from. */
const placeOf = (target: EventTarget): GridPlace | undefined => {
  const cell = target instanceof Element ? target.closest('[data-place], .coverage-cell') : null;
  const link = cell?.matches('[data-place]') === true ? cell : cell?.querySelector('[data-place]');
  const [line, column] = (link?.getAttribute('data-place') ?? '').split(' ').map(Number);
  return line === undefined || column === undefined ? undefined : { line, column };
};

/** Scrolls so that a cell is beside what stays, not below it. */
const reveal = (element: HTMLElement, { line, column }: GridPlace, width: number): void => {
  const top = line * rowHeight;
  const room = element.clientHeight - headHeight;
  // The heading of the group above the first class comes into view with it.
  if (top - rowHeight < element.scrollTop) element.scrollTop = Math.max(0, top - rowHeight);
  else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
  if (column < 0) {
    element.scrollLeft = 0;
    return;
  }
  const left = column * width;
  const beside = element.clientWidth - sideWidth;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (left + width > element.scrollLeft + beside) element.scrollLeft = left + width - beside;
};
