import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { StaleNotice } from '../../ui/standard-notices.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { useOpenedFocus } from '../../ui/use-opened-focus.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { Agenda } from './Agenda.tsx';
import { BurnDown } from './BurnDown.tsx';
import { ChangedSince } from './ChangedSince.tsx';
import { ItemGroups } from './ItemGroups.tsx';
import { LeaveLink } from './LeaveLink.tsx';
import { Minutes } from './Minutes.tsx';
import { OpenAndClose } from './OpenAndClose.tsx';
import { tabOf, tabs, type TabWords } from './tabs.ts';
import { useAllItems } from './use-all-items.ts';
import { workshopHref } from './use-workshop.ts';
import type { ItemData, ItemsData, WorkshopData } from './workshop-data.ts';
import { formOf, hasDraftOf, WorkshopForm } from './WorkshopForm.tsx';

const stateWords = { PLANNED: 'planned', OPEN: 'going on', CLOSED: 'over' } as const;

/** One workshop: its agenda, what was said by kind and topic, what changed since, how the unknowns went down, and its minutes. */
export const WorkshopScreen = (props: {
  readonly workshop: WorkshopData;
  readonly items: ItemsData;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { workshop } = props;
  const { items, total, trouble } = useAllItems(workshop.id, props.items);
  const tab = tabOf(useLocation());
  const [editing, setEditing] = useState(() => hasDraftOf(formOf(workshop.id)));
  const { form, opener } = useOpenedFocus(editing);
  return (
    <main className="overview workshop" id="main">
      <div className="row spread">
        <div>
          <p className="quiet">
            <LeaveLink>All workshops</LeaveLink>
          </p>
          <h1>{workshop.name}</h1>
          <p className="quiet">{standingWords(workshop)}</p>
          {workshop.description ? <p>{workshop.description}</p> : null}
        </div>
        <OnlyNow>
          <OpenAndClose workshop={workshop} items={items} editButton={opener} onEdit={() => setEditing(!editing)} />
        </OnlyNow>
      </div>
      {props.trouble === undefined ? null : <StaleNotice message={props.trouble} onRetry={props.onRetry} />}
      {editing ? (
        <section ref={form} className="sheet" aria-label="Edit the workshop">
          <WorkshopForm workshop={workshop} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
        </section>
      ) : null}
      <div className="workshop-columns">
        <Agenda workshop={workshop} items={items} />
        <section className="workshop-said" aria-label="What was said">
          <Tabs workshop={workshop.id} tab={tab} items={items} />
          <div
            role="tabpanel"
            id="workshop-panel"
            aria-labelledby={`workshop-tab-${tab.id}`}
            className="workshop-panel"
          >
            {items.length >= total ? null : (
              <p className="quiet" role="status">
                These are the first {items.length} of {total} things that were said.{' '}
                {trouble === undefined ? 'The rest is being fetched.' : `The rest could not be fetched. ${trouble}`}
              </p>
            )}
            <Panel workshop={workshop} items={items} tab={tab} />
          </div>
        </section>
      </div>
    </main>
  );
};

const standingWords = (workshop: WorkshopData): string =>
  [
    sentenceCase(stateWords[workshop.state]),
    `held on ${workshop.heldOn}`,
    `led by ${workshop.facilitator}`,
    ...(workshop.openedAt
      ? [`opened ${timeWords(workshop.openedAt)} at revision ${workshop.openedRevision ?? 0}`]
      : []),
    ...(workshop.closedAt
      ? [`closed ${timeWords(workshop.closedAt)} at revision ${workshop.closedRevision ?? 0}`]
      : []),
  ].join(' · ');

const Panel = (props: {
  readonly workshop: WorkshopData;
  readonly items: readonly ItemData[];
  readonly tab: TabWords;
}): ReactNode => {
  const { workshop, items, tab } = props;
  switch (tab.id) {
    case 'changed':
      return <ChangedSince workshop={workshop} items={items} />;
    case 'unknown-over-time':
      return <BurnDown workshop={workshop.id} />;
    case 'minutes':
      return <Minutes workshop={workshop} />;
    default:
      return (
        <ItemGroups
          workshop={workshop}
          items={tab.kind === undefined ? items : items.filter(({ kind }) => kind === tab.kind)}
          kind={tab.kind}
        />
      );
  }
};

const Tabs = (props: {
  readonly workshop: string;
  readonly tab: TabWords;
  readonly items: readonly ItemData[];
}): ReactNode => {
  const host = useRef<HTMLDivElement>(null);
  const hint = useId();
  const go = (tab: TabWords): void => navigate(workshopHref(props.workshop, tab.id), { replace: true });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(props.tab) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    go(next);
    host.current?.querySelector<HTMLElement>(`#workshop-tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div ref={host} role="tablist" aria-label="Lists" aria-describedby={hint} className="tabs" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`workshop-tab-${tab.id}`}
            aria-controls="workshop-panel"
            aria-selected={tab === props.tab}
            tabIndex={tab === props.tab ? 0 : -1}
            className="tab"
            onClick={() => go(tab)}
          >
            {tab.title} <TabCount tab={tab} items={props.items} />
          </button>
        ))}
      </div>
      <p id={hint} className="unseen">
        The numbers say how many are open, of how many.
      </p>
    </>
  );
};

/** How many are open, of how many. */
const TabCount = (props: { readonly tab: TabWords; readonly items: readonly ItemData[] }): ReactNode => {
  const { tab } = props;
  if (tab.kind === undefined && tab.id !== 'all') return null;
  const all = tab.kind === undefined ? props.items : props.items.filter(({ kind }) => kind === tab.kind);
  const open = all.filter(({ state }) => state === 'OPEN').length;
  return (
    <span className="tab-count" title={`${open} open, of ${all.length}`}>
      {open === 0 ? all.length : `${open} open of ${all.length}`}
    </span>
  );
};
