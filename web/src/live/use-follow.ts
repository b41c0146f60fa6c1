import { useEffect, useRef } from 'react';
import { navigate, onLocation } from '../ui/use-location.ts';
import { showsSame, wayToFollow } from './follow-address.ts';
import { followingNow, leaveFollowed, setGone, useFollowing } from './following.ts';
import { ownClient } from './own-state.ts';
import { followsBack, type People } from './people.ts';

/** How long after a key or a press a change of the address counts as the person's own, in milliseconds. */
const ownMs = 1_500;

const here = (): string => `${location.pathname}${location.search}`;

/** Has this page go where the page goes that it follows, until the person goes elsewhere. */
export const useFollow = (people: People): void => {
  const { following } = useFollowing();
  const person = following === undefined ? undefined : people.get(following.client);
  // Two that follow each other would change places for ever.
  const leadsBack = person !== undefined && followsBack(people, person.client, ownClient);
  const address = leadsBack ? undefined : person?.address;
  /** Where following has brought this page last. */
  const brought = useRef<string>(undefined);

  const isThere = person !== undefined;
  const client = following?.client;
  useEffect(() => {
    if (client === undefined) return;
    setGone(!isThere);
  }, [client, isThere]);

  useEffect(() => {
    if (client === undefined) brought.current = undefined;
    if (client === undefined || address === undefined) return;
    // First, since going there is told at once to who listens below.
    brought.current = wayToFollow(address, location.search);
    if (!showsSame(address, here())) navigate(brought.current, { bare: true });
    brought.current = here();
  }, [client, address]);

  useEffect(() => {
    let last = -Infinity;
    const onInput = (): void => void (last = performance.now());
    const onPop = (): void => void (last = performance.now());
    const events = ['pointerdown', 'pointerup', 'keydown', 'wheel'] as const;
    for (const each of events) document.addEventListener(each, onInput, { capture: true, passive: true });
    globalThis.addEventListener('popstate', onPop, true);
    const forget = onLocation(() => {
      if (followingNow() === undefined || brought.current === undefined || showsSame(here(), brought.current)) return;
      // A screen may put its own address in order when it opens; only what the person does ends following.
      if (performance.now() - last > ownMs) {
        brought.current = here();
        return;
      }
      leaveFollowed();
    });
    return () => {
      for (const each of events) document.removeEventListener(each, onInput, { capture: true });
      globalThis.removeEventListener('popstate', onPop, true);
      forget();
    };
  }, []);
};
