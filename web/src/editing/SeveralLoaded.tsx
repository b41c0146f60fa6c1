import type { ReactNode } from 'react';
import { Notice } from '../ui/Notice.tsx';
import type { ThingRef } from './edited-concept.ts';
import { useSeveral, type SeenThing } from './use-several.ts';

/** Fetches several things as they are now and shows what is made of them, or why there is nothing to show. `what` is what they are for. */
export const SeveralLoaded = (props: {
  readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[];
  readonly what: string;
  readonly children: (things: readonly SeenThing[]) => ReactNode;
}): ReactNode => {
  const several = useSeveral(props.things);
  if (several.phase === 'loading') return <Notice kind="loading" title={`Fetching ${props.what}.`} />;
  if (several.phase === 'ready') return props.children(several.things);
  return (
    <Notice kind="failed" title={`It was not possible to fetch ${props.what}.`}>
      {several.error.message}
    </Notice>
  );
};
