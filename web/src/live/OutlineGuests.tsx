import type { ReactNode } from 'react';
import type { CSSProperties } from 'react';
import { useSelectedByOthers } from './room-store.ts';

/** Small tags in a row of an outline: who else has this thing selected. `ids` are what the row stands for. */
export const OutlineGuests = (props: { readonly ids: readonly string[] }): ReactNode => {
  const selected = useSelectedByOthers();
  if (selected.size === 0) return null;
  const guests = [
    ...new Map(props.ids.flatMap((id) => selected.get(id) ?? []).map((each) => [each.client, each])).values(),
  ];
  if (guests.length === 0) return null;
  const words = `selected by ${guests.map(({ name }) => name).join(', ')}`;
  return (
    <span className="outline-guests" title={words}>
      <span className="unseen">{words}</span>
      {guests.slice(0, 3).map(({ client, letters, colour }) => (
        <span key={client} className="outline-guest" aria-hidden="true" style={{ '--person': colour } as CSSProperties}>
          {letters}
        </span>
      ))}
    </span>
  );
};
