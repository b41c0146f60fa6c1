import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { Grouping } from '../../graph-model/map/map-groups.ts';
import { firstFound, mapOutline, type MapRow, type OutlineThings } from '../../graph-model/map/map-outline.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
import { OutlineGuests } from '../../live/OutlineGuests.tsx';

const rowHeight = 42;
const spare = 8;

/**
 * The map as a tree: the picture's semantic twin. Up and down go along rows, right opens a thing's lines and walks along one to its other end, left goes back; Enter or
 * Space selects, with Shift one more. What is looked for is found in folded groups too. Only the rows in sight are part of the page; their numbers say how many there are.
 */
export const MapOutline = (props: {
  readonly view: MapView;
  readonly by: Grouping | undefined;
  readonly things: OutlineThings;
  readonly selected: ReadonlySet<string>;
  readonly findField: RefObject<HTMLInputElement | null>;
  /** `found` says that it was looked for by words. */
  readonly onSelect: (id: string, add: boolean, found: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onGroup: (group: string, open: boolean) => void;
}): ReactNode => {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [find, setFind] = useState('');
  const [active, setActive] = useState<string>();
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => mapOutline(props.view, props.by, { closed, opened, find }, props.things),
    [props.view, props.by, closed, opened, find, props.things],
  );
  const standsFor = useMemo(
    () => new Map(props.view.boxes.map(({ id, members }) => [id, [id, ...members]] as const)),
    [props.view],
  );
  const selectedRow = rows.find((row) => row.target !== undefined && props.selected.has(row.target));
  const current = rows.find((row) => row.id === active) ?? selectedRow ?? rows[0];
  const at = current === undefined ? -1 : rows.indexOf(current);

  const goTo = (row: MapRow | undefined): void => {
    if (row === undefined) return;
    setActive(row.id);
    show(tree.current, rows.indexOf(row));
  };
  const selectedKey = selectedRow?.id;
  useEffect(() => {
    if (selectedKey === undefined) return;
    setActive(selectedKey);
    show(
      tree.current,
      rows.findIndex((row) => row.id === selectedKey),
    );
    // Only a new selection moves the outline.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedKey]);
  useEffect(() => {
    const element = tree.current;
    if (element === null) return undefined;
    const look = (): void => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  const toggle = (row: MapRow, open: boolean): void => {
    if (row.group !== undefined) {
      props.onGroup(row.group, open);
      return;
    }
    const [set, member] = row.level === 1 ? ([setClosed, !open] as const) : ([setOpened, open] as const);
    set((before) => {
      const next = new Set(before);
      if (member) next.add(row.id);
      else next.delete(row.id);
      return next;
    });
  };
  const choose = (row: MapRow, add: boolean): void => {
    setActive(row.id);
    if (row.target === undefined) toggle(row, row.expanded !== true);
    else props.onSelect(row.target, add, find.trim() !== '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey && event.key !== 'Enter' && event.key !== ' ') return;
    const handled = ((): boolean => {
      switch (event.key) {
        case 'ArrowDown':
          goTo(rows[at + 1]);
          return true;
        case 'ArrowUp':
          goTo(rows[at - 1]);
          return true;
        case 'Home':
          goTo(rows[0]);
          return true;
        case 'End':
          goTo(rows.at(-1));
          return true;
        case 'ArrowRight':
          if (current.otherEnd !== undefined) goTo(rows.find((row) => row.target === current.otherEnd));
          else if (current.expanded === false) toggle(current, true);
          else if (current.expanded === true) goTo(rows[at + 1]);
          return true;
        case 'ArrowLeft':
          if (current.expanded === true) toggle(current, false);
          else goTo(rows.find((row) => row.id === current.parent));
          return true;
        case 'Enter':
        case ' ':
          choose(current, event.shiftKey);
          return true;
        default:
          return false;
      }
    })();
    if (handled) event.preventDefault();
  };
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / rowHeight) + spare);
  // What has the focus is part of the page, wherever it is scrolled to.
  const inSight = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= first && index < last) || index === at);
  return (
    <>
      <div className="outline-find">
        <input
          ref={props.findField}
          type="search"
          aria-label="Find in the outline"
          placeholder="Find in the outline ( / )"
          value={find}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              const found = find.trim() === '' ? undefined : firstFound(rows);
              if (found !== undefined) choose(found, false);
              if (rows.length > 0) tree.current?.focus();
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              tree.current?.focus();
            } else if (event.key === 'Escape') {
              // Escape empties the field first; from an empty one it leads back to the rows.
              event.preventDefault();
              if (find === '') tree.current?.focus();
              setFind('');
            }
          }}
        />
      </div>
      <div
        ref={tree}
        role="tree"
        aria-label="Outline of the map"
        aria-multiselectable="true"
        aria-activedescendant={current === undefined ? undefined : rowId(current)}
        tabIndex={0}
        className="outline map-outline"
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 ? <p className="quiet">Nothing in the picture is called so.</p> : null}
        <div style={{ height: rows.length * rowHeight, position: 'relative' }} role="none">
          {inSight.map(({ row, index }) => (
            <div
              key={row.id}
              id={rowId(row)}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={row.expanded}
              aria-selected={row.target !== undefined && props.selected.has(row.target)}
              aria-description={row.sentence}
              style={{ position: 'absolute', top: index * rowHeight, left: 0, right: 0, height: rowHeight - 2 }}
              className={`outline-row outline-level-${row.level}${row.level === 1 && props.by === undefined ? ' outline-lane' : ''}${row.marked ? ' outline-marked' : ''}${row.onWay ? ' outline-on-path' : ''}${row === current ? ' outline-current' : ''}`}
              title={row.sentence}
              onClick={(event) => {
                tree.current?.focus({ preventScroll: true });
                choose(row, event.shiftKey || event.ctrlKey || event.metaKey);
              }}
              onDoubleClick={() => row.target !== undefined && props.onOpen(row.target)}
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
                {row.status === '' ? null : <span className="outline-status">{row.status}</span>}
              </span>
              {row.target === undefined ? null : <OutlineGuests ids={standsFor.get(row.target) ?? [row.target]} />}
              {row.sign !== undefined ? (
                <Sign shape={row.sign.shape} />
              ) : row.tone === 'none' || row.level === 1 ? null : (
                <ToneGlyph tone={row.tone} size={18} />
              )}
            </div>
          ))}
        </div>
      </div>
    </>
  );
};

const rowId = (row: MapRow): string => `map-row:${row.id}`;

const show = (tree: HTMLElement | null, index: number): void => {
  if (tree === null || index < 0) return;
  const top = index * rowHeight;
  if (top < tree.scrollTop) tree.scrollTop = top;
  else if (top + rowHeight > tree.scrollTop + tree.clientHeight) tree.scrollTop = top + rowHeight - tree.clientHeight;
};
