import type { SignalInput } from '../gql/graphql.ts';
import { readStored, store } from '../ui/stored.ts';

/** What this page tells of itself. What is undefined was never told. */
export type OwnState = Omit<SignalInput, 'client' | 'leaving'>;

const idName = 'page';

/** Sixteen letters and digits nobody else will have made up. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The id of this page. A reload keeps it, so that those who follow go on; a second tab made from this one gets another, since what is stored is taken away while the page is
 * there.
 */
const takeId = (): string => {
  const known = readStored(idName, 'tab');
  store(idName, undefined, 'tab');
  const id = known ?? newId();
  globalThis.addEventListener?.('pagehide', () => store(idName, id, 'tab'));
  globalThis.addEventListener?.('pageshow', () => store(idName, undefined, 'tab'));
  return id;
};

/** The id of this page among all pages of a room. */
export const ownClient = takeId();

let whole: OwnState = {};
let unsent: OwnState = {};
const listeners = new Set<() => void>();

/** Everything this page tells of itself. */
export const ownState = (): OwnState => whole;

/** Tells something of this page to the others. What is as it was is not told again. */
export const tell = (change: OwnState): void => {
  const news = Object.fromEntries(
    Object.entries(change).filter(
      ([key, value]) => JSON.stringify(whole[key as keyof OwnState]) !== JSON.stringify(value),
    ),
  ) as OwnState;
  if (Object.keys(news).length === 0) return;
  whole = { ...whole, ...news };
  unsent = { ...unsent, ...news };
  for (const listener of listeners) listener();
};

/** Changes what this page thinks of itself without telling: the others know already. */
export const learn = (change: OwnState): void => {
  whole = { ...whole, ...change };
};

/** What was not sent yet, as one; it counts as sent from now on. */
export const takeUnsent = (): OwnState | undefined => {
  if (Object.keys(unsent).length === 0) return undefined;
  const taken = unsent;
  unsent = {};
  return taken;
};

/** Calls back when there is something to send. Returns how to stop. */
export const onUnsent = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
