import { useEffect, useState, type RefObject } from 'react';

/** What of a long and wide table is in view, with some to spare: numbers of rows and columns from 0, the last ones not included. */
export interface VisibleWindow {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** How wide what scrolls is, in pixels; 0 before it was measured. */
  readonly width: number;
}

/** The sizes of a table whose rows are all of one height and whose columns of one width, in pixels. `head` and `side` stay where they are. */
export interface TableSizes {
  readonly head: number;
  readonly side: number;
  readonly row: number;
  readonly columnOf: (width: number) => number;
}

/** Rows and columns come and go in steps of so many: a little scrolling draws nothing anew. */
const step = { row: 6, column: 3 };

/** Returns what is in view at a place. Pure and total. */
export const windowAt = (
  place: { readonly top: number; readonly left: number; readonly width: number; readonly height: number },
  { head, side, row, columnOf }: TableSizes,
): VisibleWindow => {
  const column = columnOf(place.width);
  const from = (start: number, size: number, by: number): number =>
    Math.max(0, (Math.floor(start / size / by) - 1) * by);
  const to = (end: number, size: number, by: number): number => (Math.floor(end / size / by) + 2) * by;
  return {
    firstRow: from(place.top, row, step.row),
    lastRow: to(place.top + place.height - head, row, step.row),
    firstColumn: from(place.left, column, step.column),
    lastColumn: to(place.left + place.width - side, column, step.column),
    width: place.width,
  };
};

const same = (a: VisibleWindow, b: VisibleWindow): boolean =>
  a.firstRow === b.firstRow &&
  a.lastRow === b.lastRow &&
  a.firstColumn === b.firstColumn &&
  a.lastColumn === b.lastColumn &&
  a.width === b.width;

/** What of a table is in view in the element that scrolls it, kept up to date. `sizes` has to stay the same object. */
export const useVisibleWindow = (scroller: RefObject<HTMLElement | null>, sizes: TableSizes): VisibleWindow => {
  const [view, setView] = useState(() => windowAt({ top: 0, left: 0, width: 0, height: 0 }, sizes));
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
      const next = windowAt({ top, left, width, height }, sizes);
      setView((before) => (same(before, next) ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, sizes]);
  return view;
};
