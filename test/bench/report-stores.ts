import { cells, ms, table } from './markdown.ts';
import type { ImportMeasured } from './imports.ts';
import type { Measured } from './measure.ts';
import { skippedNote } from './report-contestants.ts';
import type { StoreMeasured } from './stores.ts';

/** How long reading everything and making its index may take, in milliseconds: what the store is tuned to. */
const targets = { embedded: { S: 200, M: 1_000, L: 4_000 }, neo4j: { S: 500, M: 3_000, L: 10_000 } } as const;

/** Returns the section about the two stores: a column for each size and store. */
export const storesSection = (measured: readonly Measured[]): readonly string[] => {
  const columns = measured.flatMap(({ size, stores, imports }) =>
    stores.measured.map((store) => ({ size, store, imported: imports.find(({ kind }) => kind === store.kind) })),
  );
  const line = (what: string, cell: (store: StoreMeasured, size: Measured['size']) => string): readonly string[] => [
    what,
    ...columns.map(({ size, store }) => cell(store, size)),
  ];
  return [
    '## Stores',
    'Written through the one write path: every thing is checked, logged and hashed. The embedded store is on the disk of temporary files.',
    table(
      ['what', ...columns.map(({ size, store }) => `${size}, ${store.kind}`)],
      [
        line('things written, with links between them', ({ things, links }) => `${count(things)}, ${count(links)}`),
        line('written, things per second', ({ things, fill }) => count((things / fill) * 1_000)),
        line('one system changed and committed', ({ edit }) => cells(edit)),
        line('opened when filled', ({ reopen }) => ms(reopen)),
        line('everything read and indexed, right after opening', ({ snapshotFirst }) => ms(snapshotFirst)),
        line('the same again', ({ snapshot }) => cells(snapshot)),
        line('the target for it', ({ kind }, size) => ms(targets[kind][size])),
        [
          'one large file imported, s',
          ...columns.map(({ imported }) => (imported === undefined ? '' : (imported.ms / 1_000).toFixed(1))),
        ],
        [
          'facts of it per second',
          ...columns.map(({ imported }) =>
            imported === undefined ? '' : count((imported.facts / imported.ms) * 1_000),
          ),
        ],
      ],
    ),
    ...describeImport(measured[0]?.imports[0]),
    ...skippedNote([...new Set(measured.flatMap(({ stores }) => stores.skipped))]),
  ];
};

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

const describeImport = (imported: ImportMeasured | undefined): readonly string[] =>
  imported === undefined
    ? []
    : [
        `The file is ${imported.what}: ${count(imported.facts)} facts, one for each table with its columns. It is read, compared with the inventory that is there, and written as observations in one transaction.`,
      ];
