import { useEffect, useRef } from 'react';
import { presentedNow, setPresented, usePresented } from '../present/presented.ts';
import { comeTo, endTopic, spokenIn } from '../present/spoken.ts';
import { useFollowing } from './following.ts';
import { tell } from './own-state.ts';
import type { People } from './people.ts';
import { readStep, writeStep } from './presented-step.ts';
import { useWorkshopId } from './room-name.ts';
import { readToldTopic, type ToldTopic } from './told-topic.ts';

/** Tells the others what is presented here, and has a page that follows show the path, the step, the spotlight and the topic of the one it follows. */
export const usePresentedLink = (people: People): void => {
  const presented = usePresented();
  const workshop = useWorkshopId();
  const client = useFollowing().following?.client;
  const person = client === undefined ? undefined : people.get(client);
  const { topic, id, timer } = spokenIn(presented, workshop);
  // One's own list of topics is one's own affair: only what is on the workshop's agenda is told.
  const told: ToldTopic | undefined = id === undefined ? undefined : { id, title: topic ?? id, timer };
  const own = JSON.stringify([presented.spotlight.slice(0, 200), writeStep(presented, told)]);
  const isFollowing = client !== undefined;
  useEffect(() => {
    const [spotlight, step] = isFollowing ? [[], null] : (JSON.parse(own) as [string[], string | null]);
    tell({ spotlight, step });
  }, [own, isFollowing]);

  const theirs = person === undefined ? undefined : JSON.stringify([person.spotlight, readStep(person.step ?? null)]);
  useEffect(() => {
    if (theirs === undefined) return;
    const [spotlight, step] = JSON.parse(theirs) as [string[], object];
    setPresented({ spotlight, path: undefined, step: undefined, finding: undefined, ...step });
  }, [theirs]);
  useEffect(() => {
    if (!isFollowing) return undefined;
    // Who follows nobody any more stays where they are, with nothing dimmed for a presenter's sake.
    return () => setPresented({ spotlight: [], step: undefined });
  }, [isFollowing]);
  useTopicOf(client, person === undefined ? undefined : (readToldTopic(person.step ?? null) ?? null), workshop);
};

/**
 * A page that follows comes to the topic of the one it follows, with its clock. A topic that is chosen here meanwhile stands until theirs is another. `theirs` is null
 * where they speak of none, undefined where nobody is there to follow.
 */
const useTopicOf = (
  client: string | undefined,
  theirs: ToldTopic | null | undefined,
  workshop: string | undefined,
): void => {
  /** Theirs as it was taken over here last. */
  const taken = useRef<string>(undefined);
  const text = theirs === undefined ? undefined : JSON.stringify(theirs);
  useEffect(() => {
    if (client === undefined) taken.current = undefined;
  }, [client]);
  useEffect(() => {
    if (text === undefined || workshop === undefined) return;
    const topic = JSON.parse(text) as ToldTopic | null;
    const here = spokenIn(presentedNow(), workshop).id;
    const isOwnChoice = taken.current !== undefined && here !== taken.current;
    if (topic === null) {
      if (taken.current !== undefined && !isOwnChoice) endTopic();
    } else if (topic.id !== taken.current || !isOwnChoice) comeTo(workshop, topic, topic.timer);
    taken.current = topic?.id;
  }, [text, client, workshop]);
};
