import type { TopicTimer } from '../present/presented.ts';
import { followingNow } from './following.ts';
import { ownClient } from './own-state.ts';
import { nameOf, presenterOf, type People, type Person } from './people.ts';
import { parseStep } from './presented-step.ts';

/** The topic of the workshop's agenda that somebody speaks of: its id and title, and how its clock stands. */
export interface ToldTopic {
  readonly id: string;
  readonly title: string;
  readonly timer: TopicTimer | undefined;
}

/** The topic that a signal tells of; undefined where it tells of none, or cannot be read. Pure and total. */
export const readToldTopic = (text: string | null): ToldTopic | undefined => {
  const topic = asRecord(parseStep(text)['topic']);
  const { id, title } = topic;
  if (typeof id !== 'string' || id === '' || typeof title !== 'string') return undefined;
  return { id, title, timer: readTimer(topic['timer']) };
};

const readTimer = (value: unknown): TopicTimer | undefined => {
  const { minutes, spent, runsSince } = asRecord(value);
  if (!isAmount(spent)) return undefined;
  return {
    minutes: isAmount(minutes) ? minutes : undefined,
    spent,
    runsSince: isAmount(runsSince) ? runsSince : undefined,
  };
};

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Somebody else who speaks of a topic, and whether this page follows them. */
export interface OtherSpeaking {
  readonly name: string;
  readonly isFollowed: boolean;
  readonly topic: ToldTopic;
}

/** Who of the others leads the talk: whom this page follows, else who presents; undefined where they speak of no topic. */
export const otherSpeaking = (people: People): OtherSpeaking | undefined => {
  const followed = people.get(followingNow()?.client ?? '');
  const person: Person | undefined = followed ?? presenterOf(people);
  if (person === undefined || person.client === ownClient) return undefined;
  const topic = readToldTopic(person.step ?? null);
  return topic === undefined ? undefined : { name: nameOf(person), isFollowed: person === followed, topic };
};
