/** What the noter leans on, so that tests can stand in. */
export interface NoterDeps {
  readonly note: (revision: number) => void;
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

/** Returns what hears of each revision and notes the newest of several together, after a moment. */
export const createChangeNoter = ({ note, isBusy, wait, random }: NoterDeps): ((revision: number) => void) => {
  let newest = 0;
  let isWaiting = false;
  const look = (waited: number): void => {
    if (isBusy() && waited < mostBusyMs) {
      wait(() => look(waited + lookMs), lookMs);
      return;
    }
    isWaiting = false;
    note(newest);
  };
  return (revision) => {
    newest = Math.max(newest, revision);
    if (isWaiting) return;
    isWaiting = true;
    wait(() => look(0), gatherMs + random() * spreadMs);
  };
};
