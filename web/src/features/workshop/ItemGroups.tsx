import type { ReactNode } from 'react';
import type { WorkshopItemKind } from '../../gql/graphql.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ItemCard } from './ItemCard.tsx';
import { wordsOfKind } from './item-kinds.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** What was said, by topic in the order of the agenda, the newest on top of each. */
export const ItemGroups = (props: {
  readonly workshop: WorkshopData;
  readonly items: readonly ItemData[];
  readonly kind: WorkshopItemKind | undefined;
}): ReactNode => {
  const { workshop, items, kind } = props;
  const groups = [...workshop.topics, undefined].flatMap((topic) => {
    const said = items.filter((item) => (item.topic ?? undefined) === topic?.id).toReversed();
    return said.length === 0 ? [] : [{ topic, said }];
  });
  if (groups.length === 0)
    return (
      <Notice
        kind="empty"
        title={kind === undefined ? 'Nothing has been said yet.' : `No ${wordsOfKind(kind).many.toLowerCase()} yet.`}
      >
        {workshop.state === 'OPEN'
          ? kind === 'PICTURE'
            ? 'Show a trace or the map and press K there: the picture is kept as it is then.'
            : 'Press Q on any screen and write it in a line.'
          : workshop.state === 'PLANNED'
            ? 'Open the workshop first: then what is said can be kept, on every screen.'
            : undefined}
      </Notice>
    );
  return groups.map(({ topic, said }) => (
    <section key={topic?.id ?? ''} aria-label={topic?.title ?? 'No topic'} className="item-group">
      <h2>
        {topic?.title ?? 'No topic'} <span className="quiet">{said.length}</span>
      </h2>
      <ul className="plain items">
        {said.map((item) => (
          <li key={item.id}>
            <ItemCard item={item} workshop={workshop} />
          </li>
        ))}
      </ul>
    </section>
  ));
};
