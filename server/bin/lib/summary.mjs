const groupByReason = (skipped) => {
  const groups = new Map();
  for (const entry of skipped) groups.set(entry.reason, [...(groups.get(entry.reason) ?? []), entry]);
  return groups;
};

/** The lines that say what was skipped and why, one a reason, most tests first. `[]` when nothing was. Pure. */
export const skippedLines = (skipped) => {
  return [...groupByReason(skipped)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, entries]) => {
      const files = [...new Set(entries.map((entry) => entry.file))].toSorted();
      return `SKIPPED ${entries.length}: ${reason} [${files.join(', ')}]`;
    });
};

/**
 * What a run came to: `{ passed, failed, skipped }` as counts and the exit code. A runner that failed without naming a
 * test, left no summary, or executed nothing is a failure too: silence is never a pass. Pure.
 */
export const verdictOf = (summary, runnerCode) => {
  const passed = summary?.passed ?? 0;
  const named = summary?.failed ?? 0;
  const skipped = summary?.skipped.length ?? 0;
  const unnamed = named === 0 && (runnerCode !== 0 || passed === 0);
  const failed = named + (unnamed ? 1 : 0);
  return { passed, failed, skipped, code: failed === 0 ? 0 : 1 };
};

/** The line that closes a run: `N passed, N failed, N skipped`. */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
