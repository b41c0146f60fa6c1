import type { ExitCode } from './exit-codes.ts';

/** Ends this process with a code once its output is written; after a second at the latest, whatever is still open. */
export const endProcess = (code: ExitCode): void => {
  process.exitCode = code;
  setTimeout(() => process.exit(code), 1_000).unref();
};
