import { useEffect, useRef } from 'react';
import { useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';

/** What the keys of the map do. */
export interface MapKeyActions {
  /** Shows the neighbours of what is selected, opens a group, or takes neighbours away again. */
  readonly expand: () => void;
  readonly hide: () => void;
  readonly groupMenu: () => void;
  /** Goes to the trace of the class, or to the record. */
  readonly go: () => void;
  readonly pin: () => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  readonly marked: (step: 1 | -1) => void;
  readonly move: (dx: number, dy: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly find: () => void;
  readonly letGo: () => void;
  readonly ways: () => void;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The keys of the whole screen. They rest where one types, and where an element has a use of its own for a key. Shift and arrows move what is selected; with Alt, the look.
 */
export const useMapKeys = (actions: MapKeyActions): void => {
  useKeyHelp(help);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest('input, select, textarea, [role="menu"], dialog, .edit-panel') !== null) return;
      if (handle(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};

const handle = (event: KeyboardEvent, actions: MapKeyActions): boolean => {
  const move = moves[event.key];
  if (move !== undefined) {
    const [x, y] = move;
    if (event.shiftKey && !event.altKey) actions.move(20 * x, 20 * y);
    else if (event.altKey && event.shiftKey) actions.pan(-80 * x, -80 * y);
    else return false;
    return true;
  }
  if (event.altKey) return false;
  switch (event.key.length === 1 ? event.key.toLowerCase() : event.key) {
    case 'e':
      actions.expand();
      return true;
    case 'h':
      actions.hide();
      return true;
    case 'g':
      actions.groupMenu();
      return true;
    case 't':
      actions.go();
      return true;
    case 'p':
      actions.pin();
      return true;
    case 'w':
      actions.ways();
      return true;
    case '0':
      actions.fit();
      return true;
    case '+':
    case '=':
      actions.zoom(1.25);
      return true;
    case '-':
      actions.zoom(0.8);
      return true;
    case ']':
      actions.marked(1);
      return true;
    case '[':
      actions.marked(-1);
      return true;
    case '/':
      actions.find();
      return true;
    case 'Escape':
      actions.letGo();
      return true;
    default:
      return false;
  }
};

const help: readonly KeyHelp[] = (
  [
    [['E'], 'Show the neighbours of what is selected, or open a group; so does a double click'],
    [['H'], 'Take what is selected out of the picture'],
    [['G'], 'Choose what things are grouped by'],
    [['P'], 'Pin or let go; a box that was moved is pinned'],
    [['T'], 'Go to the trace of the class, or to the record'],
    [['W'], 'Ways from one thing to another'],
    [['[', ']'], 'The previous, and the next, marked thing'],
    [['Shift', 'arrows'], 'Move what is selected; with Alt too, the look'],
    [['+', '−', '0'], 'Zoom in, zoom out, show all of it'],
    [['/'], 'Find in the outline'],
    [['Arrows'], 'In the outline, along rows and lines; Shift and Enter selects several'],
    [['Esc'], 'Let go of selection and way'],
  ] as const
).map(([keys, does]) => ({ where: 'Map', keys, does }));
