import { useState, type ReactNode } from 'react';
import { useToldEditing } from '../live/use-told-state.ts';
import { Notice } from '../ui/Notice.tsx';
import { useChangeSink } from './change-sink.ts';
import { isEdited, type ThingRef } from './edited-concept.ts';
import { OthersEditing } from './OthersEditing.tsx';
import { useSeveral, type SeenThing } from './use-several.ts';

interface SeveralProps {
  readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[];
  readonly what: string;
  readonly children: (things: readonly SeenThing[]) => ReactNode;
}

/**
 * Fetches several things as they are now, and again when they are changed, and shows what is made of them, or why there is nothing to show. `what` is what they are for. Says
 * who else has a form of them open, and which of them were changed since this one was opened.
 */
export const SeveralLoaded = (props: SeveralProps): ReactNode => {
  const { things } = props;
  const several = useSeveral(things);
  const sink = useChangeSink();
  const [first] = things;
  // A page has a form of one thing, as others are told.
  const concept = first !== undefined && isEdited(first.concept) ? first.concept : undefined;
  const isTold = concept !== undefined && things.length === 1 && sink === undefined;
  useToldEditing(concept ?? 'SYSTEM', isTold ? first?.id : undefined);
  if (several.phase === 'loading') return <Notice kind="loading" title={`Fetching ${props.what}.`} />;
  if (several.phase === 'ready') return <Loaded {...props} seen={several.things} />;
  return (
    <Notice kind="failed" title={`It was not possible to fetch ${props.what}.`}>
      {several.error.message}
    </Notice>
  );
};

/** How many are named. */
const most = 8;

const Loaded = (props: SeveralProps & { readonly seen: readonly SeenThing[] }): ReactNode => {
  const { seen } = props;
  const [opened] = useState(() => new Map(seen.map((thing) => [keyOf(thing), thing.revision])));
  const changed = seen.filter((thing) => opened.get(keyOf(thing)) !== thing.revision);
  const more = changed.length - most;
  return (
    <>
      {props.things.map(({ concept, id }) =>
        isEdited(concept) ? <OthersEditing key={`${concept} ${id}`} concept={concept} id={id} /> : null,
      )}
      {changed.length === 0 ? null : (
        <div className="draft-note" role="status">
          <p>
            Changed while this form was open:{' '}
            {changed
              .slice(0, most)
              .map(({ name }) => name)
              .join(', ')}
            {more > 0 ? ` and ${more} more` : ''}. The form is about them as they are now.
          </p>
        </div>
      )}
      {props.children(seen)}
    </>
  );
};

const keyOf = ({ concept, id }: Pick<SeenThing, 'concept' | 'id'>): string => `${concept} ${id}`;
