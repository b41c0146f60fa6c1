import { useEffect, useRef, type ReactNode } from 'react';
import { ItemCard } from './ItemCard.tsx';
import { useAllItems } from './use-all-items.ts';
import type { ItemsData, WorkshopData } from './workshop-data.ts';

/** How many of the newest are listed here; the workshop's screen has all of them. */
const most = 30;

/** What was said, the newest first, over the corner of any screen. It takes the focus while it is there and gives it back. */
export const SaidList = (props: {
  readonly workshop: WorkshopData;
  readonly items: ItemsData;
  readonly onClose: () => void;
}): ReactNode => {
  const { workshop } = props;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    section.current?.focus({ preventScroll: true });
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);
  const { items, total, trouble } = useAllItems(workshop.id, props.items);
  const isWhole = items.length >= total;
  const newest = items.toReversed().slice(0, most);
  return (
    <section ref={section} tabIndex={-1} className="capture-list" aria-label="What was said">
      <div className="row spread">
        <h2>
          What was said <span className="quiet">the newest first</span>
        </h2>
        <button type="button" className="button" title="Close what was said (Esc)" onClick={props.onClose}>
          Close
        </button>
      </div>
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          The newest could not be fetched. {trouble}
        </p>
      )}
      {total === 0 ? <p className="quiet">Nothing yet.</p> : null}
      {!isWhole && trouble === undefined ? <p className="quiet">Fetching the newest.</p> : null}
      {isWhole ? (
        <ul className="plain items">
          {newest.map((item) => (
            <li key={item.id}>
              <ItemCard item={item} workshop={workshop} />
            </li>
          ))}
        </ul>
      ) : null}
      {isWhole && total > newest.length ? (
        <p className="quiet">
          These are the newest {newest.length} of {total}; the workshop’s screen has all of them.
        </p>
      ) : null}
    </section>
  );
};
