import { useEffect } from 'react';
import { setPresented, usePresented } from '../present/presented.ts';
import { useFollowing } from './following.ts';
import { tell } from './own-state.ts';
import type { People } from './people.ts';
import { readStep, writeStep } from './presented-step.ts';

/** Tells the others what is presented here, and has a page that follows show the path, the step and the spotlight of the one it follows. */
export const usePresentedLink = (people: People): void => {
  const presented = usePresented();
  const client = useFollowing().following?.client;
  const person = client === undefined ? undefined : people.get(client);
  const own = JSON.stringify([presented.spotlight.slice(0, 200), writeStep(presented)]);
  const isFollowing = client !== undefined;
  useEffect(() => {
    const [spotlight, step] = isFollowing ? [[], null] : (JSON.parse(own) as [string[], string | null]);
    tell({ spotlight, step });
  }, [own, isFollowing]);

  const theirs = person === undefined ? undefined : JSON.stringify([person.spotlight, person.step ?? null]);
  useEffect(() => {
    if (theirs === undefined) return;
    const [spotlight, step] = JSON.parse(theirs) as [string[], string | null];
    setPresented({ spotlight, ...readStep(step) });
  }, [theirs]);
  useEffect(() => {
    if (!isFollowing) return undefined;
    // Who follows nobody any more stays where they are, with nothing dimmed for a presenter's sake.
    return () => setPresented({ spotlight: [], step: undefined });
  }, [isFollowing]);
};
