import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readStored, store } from '../ui/stored.ts';
import { setPresented } from './presented.ts';
import { startedTimer } from './timer.ts';

/** A topic of one's own list: its title, and the minutes it is given where somebody said. */
export interface Topic {
  readonly title: string;
  readonly minutes: number | undefined;
}

const name = 'present.topics';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The list of a text; what is no topic is left out. Pure and total. */
export const parseTopics = (text: string): readonly Topic[] => {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return [];
    return found.flatMap((each: unknown): readonly Topic[] => {
      const { title, minutes } = (each ?? {}) as { title?: unknown; minutes?: unknown };
      if (typeof title !== 'string' || title === '') return [];
      return [{ title, minutes: typeof minutes === 'number' && minutes > 0 ? minutes : undefined }];
    });
  } catch {
    return [];
  }
};

/** The topics kept in this browser, in their order, and the way to change them. */
export const useTopics = (): readonly [readonly Topic[], (topics: readonly Topic[]) => void] => {
  const text = useSyncExternalStore(subscribe, () => readStored(name) ?? '[]');
  const change = useCallback((topics: readonly Topic[]) => {
    store(name, topics.length === 0 ? undefined : JSON.stringify(topics));
    for (const listener of listeners) listener();
  }, []);
  const topics = useMemo(() => parseTopics(text), [text]);
  return [topics, change];
};

/** Comes to a topic: its clock begins anew. */
export const startTopic = ({ title, minutes }: Topic): void =>
  setPresented({ topic: title, agenda: undefined, timer: startedTimer(minutes, Date.now()) });

/** The topic after the one that is spoken of; the first where none is; undefined after the last. Pure. */
export const topicAfter = (topics: readonly Topic[], title: string | undefined): Topic | undefined =>
  topics[topics.findIndex((topic) => topic.title === title) + 1];
