import { useMemo, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { ChangedSinceQuery, Concept } from '../../gql/graphql.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { counted, listed } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { ChangedSinceDocument } from './documents.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

type Entry = ChangedSinceQuery['changes'][number];

const most = 500;
/** What is about the workshop, and no part of the inventory. */
const records: readonly Concept[] = ['WORKSHOP', 'WORKSHOP_ITEM', 'SCENARIO', 'WALKTHROUGH'];

/** What was written into the inventory since the workshop was opened, until it was closed, the newest first. */
export const ChangedSince = (props: {
  readonly workshop: WorkshopData;
  readonly items: readonly ItemData[];
}): ReactNode => {
  const { workshop, items } = props;
  const opened = workshop.openedRevision ?? undefined;
  const query = useQuery(
    ChangedSinceDocument,
    useMemo(() => (opened === undefined ? undefined : { after: opened }), [opened]),
    { keep: true },
  );
  if (opened === undefined)
    return <Notice kind="empty" title="It has not been opened yet: there is nothing to compare with." />;
  if (query.phase === 'failed')
    return <FailedNotice title="The log could not be read." message={query.error.message} onRetry={query.retry} />;
  if (query.phase !== 'ready') return <Notice kind="loading" title="Reading the log." />;
  const closed = workshop.closedRevision ?? Number.POSITIVE_INFINITY;
  const all = query.data.changes;
  const entries = ofInventory(all, items).filter(({ revision }) => revision <= closed);
  const isCut = all.length === most && (all.at(-1)?.revision ?? 0) < closed;
  return (
    <>
      <p>
        {sinceWords(entries, isCut)} It was opened at revision {opened}
        {workshop.closedRevision ? ` and closed at revision ${workshop.closedRevision}` : ''}.
      </p>
      <ul className="plain changed-list">
        {entries.toReversed().map((entry) => (
          <li key={entry.revision}>
            <span className="quiet">
              {entry.revision} · {timeWords(entry.at)} · {entry.actor}
            </span>
            <span>
              {sentenceOf(entry)}
              {entry.reason ? <span className="quiet"> {entry.reason}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The entries that changed the inventory: neither records of the workshop nor the files of the pictures that were kept in it. Pure. */
export const ofInventory = <E extends Pick<Entry, 'concept' | 'entity'>>(
  entries: readonly E[],
  items: readonly Pick<ItemData, 'picture'>[],
): readonly E[] => {
  const pictures = new Set(items.flatMap(({ picture }) => picture?.id ?? []));
  return entries.filter(
    ({ concept, entity }) => !records.includes(concept) && !(concept === 'EVIDENCE' && pictures.has(entity)),
  );
};

const actions = [
  ['CREATE', 'added'],
  ['UPDATE', 'changed'],
  ['END', 'ended'],
] as const;

/** How much was written, in words. Pure. */
export const sinceWords = (entries: readonly Pick<Entry, 'action'>[], isCut: boolean): string => {
  if (entries.length === 0) return 'Nothing was written into the inventory.';
  const parts = actions.flatMap(([action, words]) => {
    const count = entries.filter((entry) => entry.action === action).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${isCut ? 'At least ' : ''}${counted(entries.length, 'fact')} written: ${listed(parts)}.`;
};

const sentenceOf = ({ concept, entity, action, after }: Entry): ReactNode => {
  const named = (typeof after === 'object' && after !== null ? after : {}) as { readonly name?: unknown };
  const name = typeof named.name === 'string' ? named.name : entity;
  const href = hrefOf(concept, entity);
  const words = actions.find(([each]) => each === action)?.[1] ?? action.toLowerCase();
  return (
    <>
      {words} {concept.toLowerCase().replaceAll('_', ' ')} {href === undefined ? name : <Link href={href}>{name}</Link>}
    </>
  );
};
