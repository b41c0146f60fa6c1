import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

const asOf = '2026-11-21';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Counts {
  readonly named: number;
  readonly mapped: number;
  readonly missing: number;
  readonly withOrigin: number;
  readonly released: number;
  readonly undecided: number;
}

interface RecordSet {
  readonly sentence: string;
  readonly total: Counts;
  readonly groups: readonly { readonly id: string; readonly counts: Counts }[];
  readonly lines: readonly {
    readonly id: string;
    readonly groups: readonly string[];
    readonly dataClasses: readonly {
      readonly id: string;
      readonly catalogue: string | null;
      readonly drsStatus: string;
    }[];
    readonly withOrigin: boolean;
    readonly released: boolean;
    readonly undecided: boolean;
  }[];
}

const ask = async (): Promise<RecordSet> => {
  const counts = 'named mapped missing withOrigin released undecided';
  const { recordSet } = await server.ask<{ recordSet: RecordSet }>(
    `query($asOf: Date) { recordSet(asOf: $asOf) {
      sentence total { ${counts} } groups { id counts { ${counts} } }
      lines { id groups dataClasses { id catalogue drsStatus } withOrigin released undecided }
    } }`,
    { asOf },
  );
  return recordSet;
};

describe('how much of the designated record set is mapped', () => {
  it('is counted from its lines, in all and by group', async () => {
    const { total, groups, lines } = await ask();
    const count = (some: RecordSet['lines']): Counts => ({
      named: some.length,
      mapped: some.filter(({ dataClasses }) => dataClasses.length > 0).length,
      missing: some.filter(({ dataClasses }) => dataClasses.length === 0).length,
      withOrigin: some.filter(({ withOrigin }) => withOrigin).length,
      released: some.filter(({ released }) => released).length,
      undecided: some.filter(({ undecided }) => undecided).length,
    });
    expect(total).toEqual(count(lines));
    for (const { id, counts } of groups)
      expect(counts, id).toEqual(count(lines.filter((line) => line.groups.includes(id))));
    expect(groups.map(({ id }) => id)).toEqual(['DRS-i', 'DRS-ii', 'DRS-iii', 'USCDI']);
    for (const number of [total.mapped, total.missing, total.withOrigin, total.released])
      expect(number).toBeGreaterThan(0);
  });

  it('agrees with the trace of each class', async () => {
    const { lines } = await ask();
    for (const line of lines.filter(({ dataClasses }) => dataClasses.length > 0)) {
      const told = await Promise.all(
        line.dataClasses.map(async ({ id }) => {
          const { trace } = await server.ask<{
            trace: {
              answer: { starts: { kind: string }[] };
              answers: { outcomes: { outcome: string }[] }[];
            };
          }>(
            `query($id: ID!, $asOf: Date) { trace(dataClass: $id, asOf: $asOf) {
              answer { starts { kind } } answers { outcomes { outcome } } } }`,
            { id, asOf },
          );
          return trace;
        }),
      );
      expect(line.withOrigin, line.id).toBe(
        told.some(({ answer }) => answer.starts.some(({ kind }) => kind === 'ORIGIN')),
      );
      expect(line.released, line.id).toBe(
        told.some(({ answers }) =>
          answers.some(({ outcomes }) => outcomes.some(({ outcome }) => ['RELEASED', 'LIMITED'].includes(outcome))),
        ),
      );
      expect(line.undecided, line.id).toBe(line.dataClasses.some(({ drsStatus }) => drsStatus === 'UNDECIDED'));
    }
  });

  it('has a class that names no entry by its slug, and one that names another by that alone', async () => {
    const [missing, other] = (await ask()).lines.filter(({ dataClasses }) => dataClasses.length === 0);
    const { catalogue } = await server.ask<{
      catalogue: { drsClasses: { id: string; slug: string }[]; uscdiClasses: { id: string; slug: string }[] };
    }>('{ catalogue { drsClasses { id slug } uscdiClasses { id slug } } }');
    const slugOf = (id: string | undefined): string | undefined =>
      [...catalogue.drsClasses, ...catalogue.uscdiClasses].find((each) => each.id === id)?.slug;
    const create =
      'mutation($input: CreateDataClassInput!) { createDataClass(input: $input) { ok error { message } } }';
    await server.ask(create, { input: { id: slugOf(missing?.id), name: 'By slug', level: 'CLASS' } });
    const after = (await ask()).lines.find(({ id }) => id === missing?.id);
    expect(after).toMatchObject({
      dataClasses: [{ catalogue: null }],
      undecided: true,
      withOrigin: false,
      released: false,
    });
    await server.ask(create, {
      input: { id: slugOf(other?.id), name: 'Another', level: 'CLASS', catalogue: missing?.id },
    });
    expect((await ask()).lines.find(({ id }) => id === other?.id)?.dataClasses).toEqual([]);
  });

  it('is nothing, and says so, where the inventory is empty', async () => {
    const empty = await startTestServer();
    const { recordSet } = await empty.ask<{ recordSet: RecordSet }>(
      '{ recordSet { sentence total { named mapped } } }',
    );
    expect(recordSet.total.mapped).toBe(0);
    expect(recordSet.sentence).toMatch(/^0 of the \d+ classes/);
    await empty.stop();
  });
});
