/** How a command ends, for scripts. */
export const exitCode = {
  done: 0,
  checkFailed: 1,
  wrongUsage: 2,
  badInput: 3,
  storeUnavailable: 4,
  /** Something nobody expected: a fault in the program itself. The number is that of `EX_SOFTWARE`. */
  fault: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
