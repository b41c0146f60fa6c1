import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { useVisibleWindow, type TableSizes } from '../../ui/visible-window.ts';
import { useView } from '../../view/use-view.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingRow } from './FindingRow.tsx';
import type { Facets, FindingData } from './finding-data.ts';
import { itemsShown, queueItems, rowHeight } from './queue-items.ts';
import type { FindingsList } from './use-findings.ts';
import type { Reviews } from './use-reviews.ts';
import type { Selection } from './use-selection.ts';
import { levelWords } from './words.ts';

const sizes: TableSizes = { head: 0, side: 0, row: rowHeight, columnOf: (width) => Math.max(1, width) };

const help: readonly KeyHelp[] = [
  { where: 'Queue', keys: ['J', 'K'], does: 'The finding after, the finding before; so do the arrows' },
  { where: 'Queue', keys: ['Home', 'End'], does: 'The first, the last finding' },
  { where: 'Queue', keys: ['X'], does: 'Select the finding, to change several at once' },
  { where: 'Queue', keys: ['Enter'], does: 'Open what shows it' },
  { where: 'Queue', keys: ['E'], does: 'Review it: state, owner, due day, reason' },
];

/**
 * The queue: only lines in view are drawn, and further ones fetched when they are scrolled to. Arrow keys or j and k go from finding to finding, x
 * selects, Enter opens what shows it, e its review, Escape closes it.
 */
export const FindingQueue = (props: {
  readonly list: FindingsList;
  readonly facets: Facets | undefined;
  readonly isGrouped: boolean;
  readonly asOf: string | undefined;
  readonly selection: Selection;
  readonly reviews: Reviews;
  readonly onReviewed: (words: string) => void;
}): ReactNode => {
  const { list, selection, facets } = props;
  const { isReadOnly } = useView();
  useKeyHelp(help);
  const { findings, more } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useVisibleWindow(scroller, sizes);
  const [wanted, setWanted] = useState(0);
  const [open, setOpen] = useState<{ readonly id: string; readonly isEditing: boolean }>();
  const [height, setHeight] = useState(0);
  const place = Math.max(0, Math.min(wanted, findings.length - 1));
  const follow = useRef(false);
  const { items, bottom } = useMemo(
    () => queueItems(findings, props.isGrouped, { id: open?.id, height }),
    [findings, props.isGrouped, open?.id, height],
  );
  const [from, to] = [view.firstRow * rowHeight, view.lastRow * rowHeight];
  const rest = Math.max(0, (list.total ?? 0) - findings.length) * rowHeight;
  const owners = useMemo(() => (facets?.owners ?? []).flatMap(({ owner }) => owner ?? []), [facets]);

  useEffect(() => {
    if (to > bottom) more();
  }, [to, bottom, more]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!follow.current || element === null) return;
    follow.current = false;
    const item = items.find((each) => each.kind === 'finding' && each.number === place);
    if (item !== undefined) reveal(element, item.top, item.height);
    element.querySelector<HTMLElement>(`[data-number="${place}"]`)?.focus({ preventScroll: true });
  });

  const goTo = (number: number): void => {
    follow.current = true;
    setWanted(Math.max(0, Math.min(number, findings.length - 1)));
  };
  const toggleOpen = (finding: FindingData, isEditing: boolean): void => {
    setHeight(0);
    setOpen((before) =>
      before?.id === finding.id && before.isEditing === isEditing ? undefined : { id: finding.id, isEditing },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Escape' && open !== undefined) {
      setOpen(undefined);
      goTo(place);
      return;
    }
    // Keys typed into a form, or meant for a link or button, are not for the queue.
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-number]')) return;
    const finding = findings[place];
    const act = keyActions[event.key];
    if (finding === undefined || act === undefined) return;
    event.preventDefault();
    switch (act) {
      case 'select':
        selection.toggle(finding);
        return;
      case 'open':
        toggleOpen(finding, false);
        return;
      case 'edit':
        toggleOpen(finding, !isReadOnly);
        return;
      case 'first':
        goTo(0);
        return;
      case 'last':
        goTo(findings.length - 1);
        return;
      default:
        goTo(place + act);
    }
  };
  const onHeight = useCallback((next: number) => setHeight(next), []);

  return (
    <div ref={scroller} className="queue" role="group" aria-label="The findings" onKeyDown={onKeyDown}>
      <div className="queue-sheet" style={{ height: bottom + rest }}>
        {itemsShown(items, from, to, place).map((item) => {
          const style = { transform: `translateY(${item.top}px)` };
          if (item.kind === 'heading') {
            const count = facets?.rules.find(({ rule }) => rule.id === item.rule)?.count;
            return (
              <h2 key={`rule ${item.rule}`} className="queue-heading" style={style}>
                {item.title}{' '}
                <span className="quiet">
                  {sentenceCase(levelWords[item.level])} level
                  {count === undefined ? '' : ` · ${counted(count, 'finding')}`}
                </span>
              </h2>
            );
          }
          const { finding, number } = item;
          const isOpen = open?.id === finding.id;
          return (
            <article
              key={finding.id}
              className={`queue-item${selection.has(finding.id) ? ' queue-item-selected' : ''}`}
              style={style}
              aria-label={`${finding.explanation}${selection.has(finding.id) ? ' Selected.' : ''}`}
              aria-posinset={number + 1}
              aria-setsize={list.total ?? -1}
              tabIndex={number === place ? 0 : -1}
              data-number={number}
              onFocus={() => setWanted(number)}
            >
              <FindingRow
                finding={finding}
                asOf={props.asOf}
                selected={selection.has(finding.id)}
                open={isOpen}
                onSelect={() => selection.toggle(finding)}
                onOpen={() => (isOpen ? setOpen(undefined) : toggleOpen(finding, false))}
                onReview={isReadOnly ? undefined : () => toggleOpen(finding, true)}
              />
              {isOpen ? (
                <FindingDetail
                  finding={finding}
                  asOf={props.asOf}
                  owners={owners}
                  reviews={props.reviews}
                  isEditing={open.isEditing}
                  onHeight={onHeight}
                  onReviewed={(words) => {
                    setOpen(undefined);
                    goTo(number);
                    props.onReviewed(words);
                  }}
                />
              ) : null}
            </article>
          );
        })}
      </div>
    </div>
  );
};

/** What the keys of the queue do; a number is how many findings on. */
const keyActions: Readonly<Record<string, number | 'select' | 'open' | 'edit' | 'first' | 'last'>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: 'first',
  End: 'last',
  x: 'select',
  Enter: 'open',
  e: 'edit',
};

/** Scrolls so that a line is in view, with the heading above it. */
const reveal = (element: HTMLElement, top: number, height: number): void => {
  const room = element.clientHeight;
  if (top - rowHeight < element.scrollTop) element.scrollTop = Math.max(0, top - rowHeight);
  else if (top + Math.min(height, room) > element.scrollTop + room)
    element.scrollTop = top + Math.min(height, room) - room;
};
