import { useSyncExternalStore } from 'react';
import { readStored, store } from '../ui/stored.ts';

/** One thing that was done here: in words, and the revisions of the log that did it. */
export interface Edit {
  readonly words: string;
  readonly revisions: readonly number[];
}

/** What can be undone, the newest last, and what can be redone, the next last. */
export interface EditHistory {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

const empty: EditHistory = { done: [], undone: [] };
const name = 'edits';
const most = 200;

/** The history after something was done: there is nothing to redo any more. Pure. */
export const withDone = ({ done }: EditHistory, edit: Edit): EditHistory => ({
  done: [...done, edit].slice(-most),
  undone: [],
});

/** The history after `edit`, its last, was undone by `revisions`; the same where it is not the last any more. Pure. */
export const withUndone = (history: EditHistory, edit: Edit, revisions: readonly number[]): EditHistory => {
  const { done, undone } = history;
  return done.at(-1) === edit
    ? { done: done.slice(0, -1), undone: [...undone, { words: edit.words, revisions }] }
    : history;
};

/** The history after `edit`, its last undoing, was itself undone by `revisions`; the same where it is not the last any more. Pure. */
export const withRedone = (history: EditHistory, edit: Edit, revisions: readonly number[]): EditHistory => {
  const { done, undone } = history;
  return undone.at(-1) === edit
    ? { done: [...done, { words: edit.words, revisions }], undone: undone.slice(0, -1) }
    : history;
};

/** The history without an entry that can no longer be taken back. Pure. */
export const without = ({ done, undone }: EditHistory, edit: Edit): EditHistory => ({
  done: done.filter((each) => each !== edit),
  undone: undone.filter((each) => each !== edit),
});

const isEdit = (value: unknown): value is Edit => {
  const edit = value as Partial<Edit> | null;
  return typeof edit?.words === 'string' && Array.isArray(edit.revisions) && edit.revisions.every(Number.isInteger);
};

/** A history as it was stored; an empty one for what is none. Pure and total. */
export const parseHistory = (text: string | undefined): EditHistory => {
  try {
    const { done, undone } = JSON.parse(text ?? '{}') as Partial<Record<keyof EditHistory, unknown>>;
    const edits = (value: unknown): readonly Edit[] => (Array.isArray(value) ? value.filter(isEdit) : []);
    return { done: edits(done), undone: edits(undone) };
  } catch {
    return empty;
  }
};

let current: EditHistory | undefined;
const listeners = new Set<() => void>();
const read = (): EditHistory => (current ??= parseHistory(readStored(name, 'tab')));
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Changes what this tab remembers of its edits: it outlives a reload. */
export const changeHistory = (change: (history: EditHistory) => EditHistory): void => {
  current = change(read());
  store(name, JSON.stringify(current), 'tab');
  for (const listener of listeners) listener();
};

/** What was edited in this tab. */
export const useEditHistory = (): EditHistory => useSyncExternalStore(subscribe, read);
