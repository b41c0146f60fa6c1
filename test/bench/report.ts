import { cells, ms, table } from './markdown.ts';
import type { Measured } from './measure.ts';
import { contestantsSection } from './report-contestants.ts';
import { storesSection } from './report-stores.ts';

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
    ...storesSection(measured),
    ...contestantsSection(measured),
    '',
  ].join('\n\n');
