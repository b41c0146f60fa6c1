/** How many warnings on rows are written out. */
export const maxRowWarnings = 200;

/** Gathers what was not understood in the rows of a file. `add` and `leaveOut` mutate it. */
export interface RowWarnings {
  /** Says what is wrong in a row that is read nevertheless. `mend` is a sentence. */
  readonly add: (place: string, message: string, mend: string) => void;
  /** The same for a row that is not read: the list is then not whole. */
  readonly leaveOut: (place: string, message: string, mend: string) => void;
  readonly leftOut: () => number;
  /** How many warnings there are. */
  readonly count: () => number;
  /** All of them, the first 200 written out. */
  readonly all: () => readonly string[];
}

/** Returns an empty gathering. */
export const createRowWarnings = (): RowWarnings => {
  const written: string[] = [];
  let count = 0;
  let leftOut = 0;
  const add = (place: string, message: string, mend: string): void => {
    count += 1;
    if (written.length < maxRowWarnings) written.push(`${place}: ${message}. ${mend}`);
  };
  return {
    add,
    leaveOut: (place, message, mend) => {
      leftOut += 1;
      add(place, message, mend);
    },
    leftOut: () => leftOut,
    count: () => count,
    all: () =>
      count > written.length
        ? [
            ...written,
            `${count - written.length} more rows have something like this; mend these first and import again.`,
          ]
        : written,
  };
};
