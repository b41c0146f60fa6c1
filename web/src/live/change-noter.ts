/** One change of the inventory, as it is heard of. */
export interface HeardChange {
  readonly revision: number;
  /** The concept of the thing that was changed. */
  readonly concept: string;
}

/** What the noter leans on, so that tests can stand in. */
export interface NoterDeps {
  /** `changed`: the concepts of what was changed, each with the newest revision that did. */
  readonly note: (revision: number, changed: ReadonlyMap<string, number>) => void;
  /** Whether a change of this page's own is under way: it asks anew by itself when it is answered. */
  readonly isBusy: () => boolean;
  readonly wait: (run: () => void, ms: number) => void;
  readonly random: () => number;
}

/** How long what happens in quick succession is gathered, and a random part more: pages that hear of a change at once need not all ask at once. Milliseconds. */
const gatherMs = 15;
const spreadMs = 30;
/** How long a change of the page's own is waited for, and how often it is looked after. */
const mostBusyMs = 1_000;
const lookMs = 40;

/** Returns what hears of each change and notes several together, after a moment. */
export const createChangeNoter = ({ note, isBusy, wait, random }: NoterDeps): ((change: HeardChange) => void) => {
  let newest = 0;
  let changed = new Map<string, number>();
  let isWaiting = false;
  const look = (waited: number): void => {
    if (isBusy() && waited < mostBusyMs) {
      wait(() => look(waited + lookMs), lookMs);
      return;
    }
    isWaiting = false;
    const noted = changed;
    changed = new Map();
    note(newest, noted);
  };
  return ({ revision, concept }) => {
    newest = Math.max(newest, revision);
    changed.set(concept, Math.max(changed.get(concept) ?? 0, revision));
    if (isWaiting) return;
    isWaiting = true;
    wait(() => look(0), gatherMs + random() * spreadMs);
  };
};
