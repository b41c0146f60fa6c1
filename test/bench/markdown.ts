import type { Timing } from './timing.ts';

/** Returns a number of milliseconds, or of anything, with as many places as it deserves. */
export const ms = (value: number): string =>
  value >= 1_000
    ? Math.round(value).toLocaleString('en-US')
    : value >= 100
      ? value.toFixed(0)
      : value >= 1
        ? value.toFixed(1)
        : value.toFixed(3);

/** Returns p50 / p95 / p99. What took as long as `limit` was given up then: it would have taken longer. */
export const cells = ({ p50, p95, p99 }: Timing, limit = Infinity): string =>
  [p50, p95, p99].map((value) => (value >= limit ? `> ${ms(limit)}` : ms(value))).join(' / ');

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

/** Returns a table with a title above each column. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(titles), row(titles.map(() => '---')), ...rows.map(row)].join('\n');
