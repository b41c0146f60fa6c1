import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../model/change.ts';
import { emptyGraph, type EhiGraph } from '../model/ehi-graph.ts';
import type { Scenario, Workshop, WorkshopItem } from '../model/concepts.ts';
import { workshopItemKinds, workshopItemStates } from '../model/concepts.ts';
import { minutesOf } from './minutes.ts';
import { minutesFile } from './minutes-file.ts';

const at = '2026-11-20T09:00:00.000Z';
const stamps = { grade: 'ASSERTED', recordedAt: at, createdAt: at, updatedAt: at, revision: 1 } as const;
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    '=cmd|1',
    '@sum',
    '# no heading\n- no list',
    '[x](javascript:alert(1))',
    '|cell|\r\nrow',
    '&lt;b&gt;',
    '```',
  ),
);

const anyItem = fc.record({
  kind: fc.constantFrom(...workshopItemKinds),
  state: fc.constantFrom(...workshopItemStates),
  name: hostile,
  description: hostile,
  source: hostile,
  answer: hostile,
  assignee: hostile,
  agreedBy: fc.array(hostile, { maxLength: 2 }),
  objectedBy: fc.array(hostile, { maxLength: 2 }),
});

const minutesWith = (
  title: string,
  items: readonly object[],
  scenarios: readonly Partial<Scenario>[] = [],
  log: readonly Change[] = [],
) => {
  const workshop: Workshop = {
    ...stamps,
    id: 'w',
    name: title,
    facilitator: title,
    heldOn: '2026-11-20',
    state: 'OPEN',
    openedRevision: 0,
    attendees: [title],
    source: title,
    topics: JSON.stringify([{ id: 't', title, notes: title }]),
  };
  const made = items.map(
    (item, index) =>
      ({ ...stamps, id: `i${index}`, workshop: 'w', topic: 't', revisions: [], ...item }) as unknown as WorkshopItem,
  );
  const supposed = scenarios.map((scenario, index): Scenario => ({
    ...stamps,
    id: `s${index}`,
    name: title,
    source: title,
    workshop: 'w',
    state: 'DRAFT',
    baseRevision: 1,
    revisions: [],
    ...scenario,
  }));
  const graph: EhiGraph = {
    ...emptyGraph,
    WorkshopItem: new Map(made.map((item) => [item.id, item])),
    Scenario: new Map(supposed.map((scenario) => [scenario.id, scenario])),
  };
  return minutesOf({
    graph,
    workshop,
    at,
    log,
    notRead: 0,
    pictures: new Map(),
    changedBy: new Map(),
    burnDown: [],
  });
};

describe('minutes', () => {
  it('show what people wrote as text: as HTML it makes no element and no attribute', () => {
    const structure = (html: string): string => html.replaceAll(/>[^<]*</g, '><').replaceAll(/<li>.*?<\/li>/gs, '');
    const plainItem = {
      name: 'x',
      description: 'x',
      source: 'x',
      answer: 'x',
      assignee: 'x',
      agreedBy: [],
      objectedBy: [],
    };
    fc.assert(
      fc.property(hostile, fc.array(anyItem, { maxLength: 6 }), (title, items) => {
        const html = minutesFile(minutesWith(title, items), 'HTML').text;
        expect(html).not.toMatch(/<(script|img|b)\b/i);
        const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        for (const tag of tags)
          expect(tag).toMatch(
            /^<(!doctype html|\/?[a-z][a-z0-9]*|html lang="en"|meta [a-z-]+="[^"<>]*"( content="[^"<>]*")?|div class="table"|th scope="col")>$/,
          );
        const plain = items.map((item) => ({
          ...item,
          ...plainItem,
          agreedBy: item.agreedBy,
          objectedBy: item.objectedBy,
        }));
        expect(structure(html)).toBe(structure(minutesFile(minutesWith('x', plain), 'HTML').text));
      }),
    );
  });

  it('stay one line for each thing said as Markdown, and make no HTML there', () => {
    fc.assert(
      fc.property(hostile, fc.array(anyItem, { maxLength: 6 }), (title, items) => {
        const text = minutesFile(minutesWith(title, items), 'MARKDOWN').text;
        expect(text).not.toMatch(/[<>]/);
        expect(text.split('\n').filter((line) => line.startsWith('#')).length).toBe(13);
        expect(text).not.toMatch(/(^|[^\\])\]\(/);
      }),
    );
  });

  it('count a picture that was kept as no change of the inventory, and other evidence as one', () => {
    const entry = (revision: number, entity: string): Change => ({
      revision,
      at,
      actor: 'Ann',
      action: 'CREATE',
      concept: 'Evidence',
      entity,
      before: null,
      after: { name: entity },
      previousHash: '',
      hash: '',
    });
    const items = [
      { kind: 'PICTURE', state: 'DONE', name: 'Trace', source: 'Ann', agreedBy: [], objectedBy: [], picture: 'kept' },
    ];
    const { changes } = minutesWith('Lab', items, [], [entry(1, 'kept'), entry(2, 'letter')]);
    expect(changes.map(({ revision }) => revision)).toEqual([2]);
  });

  it('have one row for each item as CSV, and no cell that a spreadsheet runs', () => {
    fc.assert(
      fc.property(hostile, fc.array(anyItem, { maxLength: 6 }), (title, items) => {
        const rows = rowsOf(minutesFile(minutesWith(title, items), 'CSV').text);
        expect(rows).toHaveLength(items.length + 1);
        for (const row of rows) {
          expect(row).toHaveLength(21);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@]/);
        }
      }),
    );
  });

  it('tell what was dropped apart, and a proposal that was not accepted as such', () => {
    const minutes = minutesWith('Title', [
      { kind: 'PROPOSAL', state: 'OPEN', name: 'A line', source: 'Ito', agreedBy: [], objectedBy: [] },
      { kind: 'DECISION', state: 'DROPPED', name: 'Never mind', source: 'Ito', agreedBy: [], objectedBy: [] },
    ]);
    expect(minutes.decisions).toEqual([]);
    expect(minutes.dropped.map(({ item }) => item.name)).toEqual(['Never mind']);
    expect(minutesFile(minutes, 'HTML').text).toContain('Not accepted: nothing of it is in the inventory.');
  });

  it('tell the what-ifs of the workshop and of no other, with what is down, who decided and why', () => {
    const down = JSON.stringify([{ concept: 'System', id: 'portal' }]);
    const minutes = minutesWith(
      'Title',
      [],
      [
        { name: 'Portal down', source: 'Ito', outages: down },
        { name: 'Of elsewhere', workshop: 'other' },
        { name: 'Left aside', state: 'DISCARDED' },
        {
          name: 'No fee',
          state: 'ACCEPTED',
          changes: '[{}]',
          proposedBy: 'Ito',
          proposedAt: at,
          decidedBy: 'Rivera',
          decidedAt: at,
          decisionReason: 'No ground for it',
        },
      ],
    );
    const text = minutesFile(minutes, 'MARKDOWN').text;
    expect(text).toContain('- Portal down\n  - Down: the system "portal".\n  - Supposed by Ito,');
    expect(text).toContain('Not proposed: nothing of it is in the inventory.');
    expect(text).toContain('1 change of the inventory.');
    expect(text).toContain(
      'Proposed by Ito, 2026-11-20 09:00 UTC; accepted by Rivera, 2026-11-20 09:00 UTC: No ground for it',
    );
    expect(text).not.toMatch(/Of elsewhere|Left aside/);
    const rows = rowsOf(minutesFile(minutes, 'CSV').text).slice(1);
    expect(rows.map((row) => [row[2], row[3], row[5], row[7], row[14]])).toEqual([
      ['WHAT_IF', 'DRAFT', 'Portal down', 'system "portal"', ''],
      ['WHAT_IF', 'ACCEPTED', 'No fee', '', 'No ground for it'],
    ]);
  });
});

/** The cells of a CSV file (RFC 4180). */
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
};
