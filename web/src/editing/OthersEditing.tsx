import type { ReactNode } from 'react';
import type { Concept } from '../gql/graphql.ts';
import { useOthersEditing } from '../live/use-others-editing.ts';

/** Says who else has the form of this thing open, and since when. */
export const OthersEditing = (props: { readonly concept: Concept; readonly id: string }): ReactNode => {
  const others = useOthersEditing(props.concept, props.id);
  if (others.length === 0) return null;
  return (
    <div className="draft-note" role="status">
      {others.map(({ client, name, since }) => (
        <p key={client}>
          {name} edits this too, since {since.slice(11, 16)} UTC.
        </p>
      ))}
    </div>
  );
};
