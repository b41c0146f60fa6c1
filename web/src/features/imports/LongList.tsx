import { useState, type ReactNode } from 'react';

/** A list under its title that can be folded, a part at first and more on demand. Nothing when it is empty. */
export const LongList = (props: {
  readonly title: string;
  readonly items: readonly string[];
  readonly first?: number;
  readonly isOpen?: boolean;
}): ReactNode => {
  const { items, first = 50 } = props;
  const [shown, setShown] = useState(first);
  if (items.length === 0) return null;
  return (
    <details className="long-list" open={props.isOpen === true}>
      <summary>{props.title}</summary>
      <ul>
        {items.slice(0, shown).map((item, at) => (
          <li key={`${at} ${item}`}>{item}</li>
        ))}
      </ul>
      {items.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + 50)}>
          Show more of {items.length}
        </button>
      ) : null}
    </details>
  );
};
