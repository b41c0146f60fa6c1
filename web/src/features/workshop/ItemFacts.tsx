import type { ReactNode } from 'react';
import { hrefOf } from '../../graph-model/href-of.ts';
import { Link } from '../../ui/Link.tsx';
import { timeWords } from '../../ui/time-words.ts';
import type { ItemData } from './workshop-data.ts';
import { Written } from './Written.tsx';

/** What was said and what came of it, in words. */
export const ItemFacts = ({ item }: { readonly item: ItemData }): ReactNode => (
  <>
    <p className="item-name">
      {item.name}
      {item.state === 'OPEN' || (item.state === 'DONE' && quietWhenDone.includes(item.kind)) ? null : (
        <span className="item-state">{stateOf(item)}</span>
      )}
    </p>
    {item.kind === 'PICTURE' ? <Picture item={item} /> : null}
    {item.description && item.description !== item.name ? <p className="quiet">{item.description}</p> : null}
    {item.answer && item.answer !== item.description ? (
      <p>
        <strong>Answer:</strong> {item.answer}
        {item.answeredBy ? (
          <span className="quiet">
            {' '}
            by {item.answeredBy}
            {item.answeredAt ? `, ${timeWords(item.answeredAt)}` : ''}
          </span>
        ) : null}
      </p>
    ) : null}
    {item.agreedBy.length === 0 ? null : <p>Agreed: {item.agreedBy.join('; ')}.</p>}
    {item.objectedBy.length === 0 ? null : <p className="loud">Objected: {item.objectedBy.join('; ')}.</p>}
    {item.assignee || item.dueOn ? (
      <p>
        {item.assignee
          ? `To ${item.kind === 'PARKED' ? 'see to it' : 'find out'}: ${item.assignee}`
          : 'Nobody is assigned'}
        {item.dueOn ? `, by ${item.dueOn}` : ''}.
      </p>
    ) : null}
    <p className="quiet item-meta">
      <span>
        {item.source}, {timeWords(item.createdAt)}
      </span>
      {item.changedBy ? (
        <span>
          changed by {item.changedBy}, {timeWords(item.updatedAt)}
        </span>
      ) : null}
      {item.kind === 'PROPOSAL' && item.revisions.length > 0 ? <Written item={item} /> : null}
      {item.about ? (
        <span>
          about <About about={item.about} />
        </span>
      ) : null}
      {item.link ? (
        <Link href={item.link}>
          Show it<span className="unseen"> on the screen: {item.name}</span>
        </Link>
      ) : null}
    </p>
  </>
);

const quietWhenDone: readonly string[] = ['DECISION', 'NOTE', 'PICTURE'];

const stateOf = ({ state, kind }: ItemData): string => {
  if (state === 'DROPPED') return 'dropped';
  return kind === 'PROPOSAL' ? 'in the inventory' : kind === 'PARKED' ? 'dealt with' : 'answered';
};

const About = ({ about }: { readonly about: NonNullable<ItemData['about']> }): ReactNode => {
  const href = hrefOf(about.concept, about.id);
  return href === undefined ? about.name : <Link href={href}>{about.name}</Link>;
};

/** The picture as it was. */
const Picture = ({ item }: { readonly item: ItemData }): ReactNode =>
  item.picture?.download ? (
    <a href={item.picture.download} className="item-picture">
      <img src={item.picture.download} alt={item.name} loading="lazy" />
    </a>
  ) : (
    <p className="quiet">The picture is not kept any more.</p>
  );
