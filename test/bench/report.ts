import type { Measured } from './measure.ts';
import type { Timing } from './timing.ts';

/** Returns a figure with as many digits as say something. */
export const ms = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
/** Returns p50, p95 and p99. */
export const cells = ({ p50, p95, p99 }: Timing): string => [p50, p95, p99].map(ms).join(' / ');
const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
/** Returns a table in Markdown. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(titles), row(titles.map(() => '---')), ...rows.map(row)].join('\n');

/** Returns the measurements as Markdown. `on` says on what they were made. */
export const toMarkdown = (measured: readonly Measured[], on: string): string =>
  [
    '# Benchmark',
    `Made by \`npm run bench\` on ${on}. Milliseconds are p50 / p95 / p99, in one process, after one round that does not count.`,
    '## What was measured',
    table(
      ['size', 'systems', 'flows', 'classes', 'elements', 'channels', 'restrictions'],
      measured.map(({ size, things }) => [
        size,
        ...['systems', 'flows', 'classes', 'elements', 'channels', 'restrictions'].map((name) =>
          (things[name] ?? 0).toLocaleString('en-US'),
        ),
      ]),
    ),
    '## The product',
    table(
      ['what', ...measured.map(({ size }) => size)],
      [
        ['trace of one class, outcomes of all channels and audiences', ...measured.map(({ trace }) => cells(trace))],
        ['the same with every list, path count and sentence', ...measured.map(({ traceWhole }) => cells(traceWhole))],
        ['index of a graph in memory', ...measured.map(({ index }) => ms(index))],
        ['memory of the index with all classes asked about, MB', ...measured.map(({ memory }) => ms(memory / 1e6))],
        [
          'every class traced and every finding, from nothing',
          ...measured.map(({ findingsFirst }) => ms(findingsFirst)),
        ],
        ['the same again on the same revision', ...measured.map(({ findings }) => cells(findings))],
      ],
    ),
    '## Beside others',
    'The same question to each: by which channels is a class released to a patient at all. The product answers it for every audience, with the outcome of each.',
    ...measured.map(({ size, contestants }) =>
      [
        `### ${size}`,
        table(
          ['who', 'p50 / p95 / p99', 'times the product (p50)', 'same answers', 'what it is'],
          contestants.map(({ name, what, timing, same, asked }) => [
            name,
            cells(timing),
            (timing.p50 / (contestants[0]?.timing.p50 ?? 1)).toFixed(2),
            `${same} of ${asked}`,
            what,
          ]),
        ),
      ].join('\n\n'),
    ),
    '',
  ].join('\n\n');
