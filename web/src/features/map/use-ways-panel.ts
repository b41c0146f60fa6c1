import { useRef, type RefObject } from 'react';
import type { ChangeMap, MapParams, WaysQuestion } from './use-map-params.ts';
import type { MapSelection } from './use-map-selection.ts';

/** Opening and closing the ways. */
export interface WaysPanelControl {
  /** Opens them with a question, or changes the one that is asked. */
  readonly ask: (question: Partial<WaysQuestion>) => void;
  /** Opens them from the system that is selected, or closes them. */
  readonly toggle: () => void;
  /** Closes them; the focus goes back to where it was. */
  readonly close: () => void;
  /** Whether they were opened here, not by the address. */
  readonly opened: boolean;
}

/** The ways, opened and closed by button and key; the focus goes there and back. `home` is where it goes when what had it is gone. */
export const useWaysPanel = (
  params: MapParams,
  selection: MapSelection,
  change: ChangeMap,
  home: RefObject<HTMLElement | null>,
): WaysPanelControl => {
  const opened = useRef(false);
  const back = useRef<Element>(undefined);
  const ask = (question: Partial<WaysQuestion>): void => {
    if (params.ways === undefined) {
      opened.current = true;
      back.current = document.activeElement ?? undefined;
    }
    change({ ways: { from: '', to: '', through: [], ...params.ways, ...question }, way: [] });
  };
  const close = (): void => {
    opened.current = false;
    change({ ways: undefined, way: [] });
    const place = back.current;
    if (place instanceof HTMLElement && place.isConnected && place !== document.body) place.focus();
    else home.current?.closest('nav')?.querySelector<HTMLElement>('[role=tree]')?.focus();
  };
  const { one } = selection;
  const from = one !== undefined && 'lane' in one && one.kind === 'system' ? one.id : undefined;
  return {
    ask,
    close,
    toggle: () => (params.ways === undefined ? ask(from === undefined ? {} : { from }) : close()),
    opened: opened.current,
  };
};
