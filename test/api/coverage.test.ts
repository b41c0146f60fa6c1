import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'regional-hospital' });
});
afterAll(() => server.stop());

interface State {
  readonly outcome: string;
  readonly basis: string | null;
  readonly restrictions: readonly { readonly id: string }[];
}

interface Coverage {
  readonly asOf: string;
  readonly revision: number;
  readonly sentence: string;
  readonly columns: readonly {
    readonly channel: { readonly id: string };
    readonly audience: { readonly id: string };
    readonly family: string | null;
  }[];
  readonly rows: readonly {
    readonly dataClass: { readonly id: string };
    readonly cells: readonly State[];
    readonly states: readonly number[];
  }[];
  readonly states: readonly State[];
  readonly counts: readonly { readonly outcome: string; readonly basis: string | null; readonly count: number }[];
  readonly channelsForNobody: readonly { readonly id: string }[];
}

const question = `query ($filter: CoverageFilter, $asOf: Date, $rulePack: ID) {
  coverage(filter: $filter, asOf: $asOf, rulePack: $rulePack) {
    asOf revision sentence
    columns { channel { id } audience { id } family }
    rows { dataClass { id } cells { outcome basis restrictions { id } } states }
    states { outcome basis restrictions { id } }
    counts { outcome basis count }
    channelsForNobody { id }
  }
}`;

const ask = async (variables: object = {}): Promise<Coverage> =>
  (await server.ask<{ coverage: Coverage }>(question, variables)).coverage;

const cell = (coverage: Coverage, dataClass: string, channel: string, audience: string): State | undefined => {
  const at = coverage.columns.findIndex((each) => each.channel.id === channel && each.audience.id === audience);
  return coverage.rows.find((row) => row.dataClass.id === dataClass)?.cells[at];
};

describe('the coverage over HTTP', () => {
  it('says in each cell what a trace for that audience and channel says, and why', async () => {
    const coverage = await ask();
    expect(coverage.rows.length).toBeGreaterThan(100);
    for (const dataClass of ['laboratory', 'clinical-notes', 'access-audit-log', 'demographics']) {
      const { trace } = await server.ask<{
        trace: { outcomes: readonly { channel: { id: string }; audience: { id: string }; outcome: string }[] };
      }>('query ($id: ID!) { trace(dataClass: $id) { outcomes { channel { id } audience { id } outcome } } }', {
        id: dataClass,
      });
      expect(trace.outcomes).toHaveLength(coverage.columns.length);
      for (const { channel, audience, outcome } of trace.outcomes)
        expect(cell(coverage, dataClass, channel.id, audience.id)?.outcome, `${dataClass} ${channel.id}`).toBe(outcome);
    }
    expect(cell(coverage, 'laboratory', 'portal-web', 'PATIENT')).toMatchObject({ basis: 'UNDOCUMENTED' });
    expect(cell(coverage, 'laboratory', 'portal-web', 'PATIENT')?.restrictions.map(({ id }) => id)).toContain(
      'results-72h',
    );
    expect(coverage.channelsForNobody.map(({ id }) => id)).toEqual(['app-programs', 'registry-files']);
  });

  it('says the same in short, and counts what it says', async () => {
    const { rows, states, counts, columns, sentence } = await ask();
    for (const row of rows) expect(row.states.map((number) => states[number])).toEqual(row.cells);
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(states.length);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length * columns.length);
    const undocumented = rows.flatMap(({ cells }) => cells).filter(({ basis }) => basis === 'UNDOCUMENTED').length;
    expect(sentence).toContain(`Limited or withheld with no documented exception: ${undocumented};`);
  });

  it('is narrowed to an audience, to what is compared, and to what differs there', async () => {
    const coverage = await ask({
      filter: { audience: 'PATIENT', families: ['EXPORT', 'PORTAL'], differing: true },
    });
    expect(coverage.columns.map(({ family }) => family)).toEqual(['EXPORT', 'EXPORT', 'PORTAL', 'PORTAL']);
    expect(new Set(coverage.columns.map(({ audience }) => audience.id))).toEqual(new Set(['PATIENT']));
    expect(coverage.rows.length).toBeGreaterThan(0);
    for (const { cells } of coverage.rows) expect(new Set(cells.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
    const withheld = await ask({ filter: { outcome: 'WITHHELD', basis: 'NO_EXCEPTION_FITS' } });
    expect(withheld.rows.length).toBeGreaterThan(0);
    for (const { cells } of withheld.rows)
      expect(cells.some(({ outcome, basis }) => outcome === 'WITHHELD' && basis === 'NO_EXCEPTION_FITS')).toBe(true);
  });

  it('is about a day, and follows a change at once', async () => {
    expect((await ask({ asOf: '2019-01-01' })).asOf).toBe('2019-01-01');
    const before = await ask();
    await server.ask(
      `mutation { createRestriction(input: { id: "portal-off", name: "Portal off", practice: "PT-REFUSE", effect: WITHHOLDS,
        basis: "POLICY", automated: false, appliesTo: { channel: "portal-web" } }) { ok error { message } } }`,
    );
    const after = await ask();
    expect(after.revision).toBe(before.revision + 1);
    expect(cell(after, 'laboratory', 'portal-web', 'PATIENT')?.outcome).toBe('WITHHELD');
    expect(cell(after, 'laboratory', 'portal-web', 'PATIENT')?.restrictions.map(({ id }) => id)).toContain(
      'portal-off',
    );
  });

  it('refuses an audience, a day and a rule pack that nobody knows', async () => {
    const code = async (variables: object): Promise<unknown> =>
      (await server.send(question, variables)).errors?.[0]?.extensions.code;
    expect(await code({ filter: { audience: 'NOBODY' } })).toBe('NOT_FOUND');
    expect(await code({ asOf: '2026-02-30' })).toBe('BAD_USER_INPUT');
    expect(await code({ rulePack: 'none' })).toBe('BAD_USER_INPUT');
  });
});
