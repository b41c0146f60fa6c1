/** A number of paths; `exact` false reads "at least". */
export interface PathCount {
  readonly value: number;
  readonly exact: boolean;
}

/** The counts of one audience, as the API gives them: `release` holds the limited ones too. */
export interface AudiencePathCounts {
  readonly audience: string;
  readonly release: PathCount;
  readonly limited: PathCount;
  readonly restricted: PathCount;
  readonly undocumented: PathCount;
}

/** The counts of the tabs above the paths. */
export interface TabCounts {
  readonly all: PathCount;
  readonly released: PathCount;
  readonly limited: PathCount;
  readonly stopped: PathCount;
  readonly undocumented: PathCount;
}

/** The counts over all audiences given. A difference of inexact counts is itself inexact. */
export const countTabs = (counts: readonly AudiencePathCounts[]): TabCounts => {
  const sum = (read: (entry: AudiencePathCounts) => PathCount): PathCount => ({
    value: counts.reduce((total, entry) => total + read(entry).value, 0),
    exact: counts.every((entry) => read(entry).exact),
  });
  const release = sum((entry) => entry.release);
  const limited = sum((entry) => entry.limited);
  const stopped = sum((entry) => entry.restricted);
  return {
    all: { value: release.value + stopped.value, exact: release.exact && stopped.exact },
    released: { value: Math.max(0, release.value - limited.value), exact: release.exact && limited.exact },
    limited,
    stopped,
    undocumented: sum((entry) => entry.undocumented),
  };
};

/** The count of a tab; undefined for what is found as it is listed and not counted before. */
export const countOf = (counts: TabCounts, tab: string): PathCount | undefined =>
  new Map<string, PathCount>(Object.entries(counts)).get(tab);

/** `12, exact` or `at least 10,000`. */
export const countWords = ({ value, exact }: PathCount): string =>
  exact ? `${value.toLocaleString('en-US')}, exact` : `at least ${value.toLocaleString('en-US')}`;

/** The number for a narrow place: `12`, or `10,000+` when there are at least so many. */
export const shortCount = ({ value, exact }: PathCount): string =>
  `${value.toLocaleString('en-US')}${exact ? '' : '+'}`;
