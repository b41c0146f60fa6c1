import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { ItemData } from './reconciled-item.ts';

/** The ways to keep the place in the list while its rows change. */
export interface RowFocus {
  /** Puts the focus on a row by its place; on the last where there are fewer, on the list itself where there are none. */
  readonly focusRow: (at: number) => void;
  /** Brings a row into view, beside what is fixed at the bottom. */
  readonly showRow: (observation: string) => void;
  /** When the rows have come anew and what had the focus went with them, the focus goes to the row at this place. */
  readonly returnTo: (at: number) => void;
}

/** Keeps the focus in the list: a row that was decided may go, and with it the button that was pressed. */
export const useRowFocus = (list: RefObject<HTMLElement | null>, items: readonly ItemData[]): RowFocus => {
  const place = useRef<number>(undefined);
  const focusRow = useCallback(
    (at: number) => {
      const rows = list.current?.querySelectorAll<HTMLElement>('table.reconciled > tbody') ?? [];
      const row = rows[Math.min(at, rows.length - 1)];
      (row?.querySelector<HTMLElement>('input, button') ?? list.current)?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    },
    [list],
  );
  const showRow = useCallback(
    (observation: string) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-observation]') ?? [])];
      rows.find((row) => row.dataset['observation'] === observation)?.scrollIntoView({ block: 'nearest' });
    },
    [list],
  );
  const returnTo = useCallback((at: number) => {
    place.current = Math.max(0, at);
  }, []);
  useEffect(() => {
    if (place.current === undefined) return;
    const active = document.activeElement;
    if (active === null || active === document.body) focusRow(place.current);
    place.current = undefined;
  }, [items, focusRow]);
  return { focusRow, showRow, returnTo };
};
