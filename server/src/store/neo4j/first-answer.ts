/** A wait for something that may never come. */
export interface FirstAnswer {
  /** Resolves once the time is up and nothing came; never when something came before. */
  readonly overdue: Promise<'overdue'>;
  /** Whether the time is up. */
  readonly isOver: () => boolean;
  /** Something came: stop waiting. */
  readonly came: () => void;
}

/** Starts to wait for `milliseconds`. */
export const awaitFirstAnswer = (milliseconds: number): FirstAnswer => {
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<'overdue'>((resolve) => {
    timer = setTimeout(() => {
      over = true;
      resolve('overdue');
    }, milliseconds);
  });
  return { overdue, isOver: () => over, came: () => clearTimeout(timer) };
};
