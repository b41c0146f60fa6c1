import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { must } from '../kit/seed-graph.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
/** The store's clock: the inventory is loaded on the first day of November, and what follows is written on the tenth. */
let now = '2026-11-01T12:00:00.000Z';
const asOf = '2026-11-21';
beforeAll(async () => {
  server = await startTestServer({
    store: must(await openEmbeddedStore({ memory: true, now: () => now })),
    seed: 'clinic',
  });
  now = '2026-11-10T12:00:00.000Z';
});
afterAll(() => server.stop());

interface Node {
  readonly id: string;
  readonly rule: string;
  readonly level: string;
  readonly state: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly review: { readonly revision: number; readonly rationale: string | null } | null;
  readonly witness: {
    readonly kind: string;
    readonly sentences: readonly string[];
    readonly dataClass: string | null;
    readonly audience: string | null;
    readonly path: string | null;
    readonly restriction: string | null;
    readonly thing: { readonly concept: string; readonly id: string } | null;
  };
}

const list = async (filter: object = {}, sort = 'LEVEL'): Promise<{ nodes: readonly Node[]; totalCount: number }> =>
  (
    await server.ask<{ findings: { nodes: readonly Node[]; totalCount: number } }>(
      `query($asOf: Date, $filter: FindingFilter, $sort: FindingSort) {
        findings(asOf: $asOf, filter: $filter, sort: $sort, first: 500) {
          totalCount nodes {
            id rule level state owner dueOn overdue review { revision rationale }
            witness { kind sentences dataClass audience path restriction thing { concept id } }
          }
        }
      }`,
      { asOf, filter, sort },
    )
  ).findings;

interface Payload {
  readonly ok: boolean;
  readonly error: { readonly code: string } | null;
  readonly errors: readonly {
    readonly at: number;
    readonly finding: string;
    readonly error: { readonly code: string; readonly field: string | null };
    readonly current: { readonly owner: string | null; readonly source: string } | null;
  }[];
  readonly findingReviews: readonly { readonly finding: string; readonly revision: number }[];
  readonly revision: number | null;
}

const reviewAll = async (inputs: readonly object[], actor = 'J. Rivera', reason?: string): Promise<Payload> =>
  (
    await server.ask<{ reviewFindings: Payload }>(
      `mutation($inputs: [ReviewFindingInput!]!, $reason: String) {
        reviewFindings(inputs: $inputs, reason: $reason) {
          ok error { code } errors { at finding error { code field } current { owner source } }
          findingReviews { finding revision } revision
        }
      }`,
      { inputs, reason },
      { 'x-ehi-actor': actor },
    )
  ).reviewFindings;

const open = (ids: readonly string[], more: object = {}): readonly object[] =>
  ids.map((finding) => ({ finding, state: 'OPEN', expectedRevision: 0, ...more }));

describe('reviews of several findings', () => {
  it('are written in one transaction, each with its due date', async () => {
    const ids = (await list({ rule: 'undocumented-restriction' })).nodes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    const before = await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }');
    const done = await reviewAll(open(ids, { owner: 'Records office', dueOn: '2026-11-20' }));
    expect(done).toMatchObject({ ok: true, errors: [], revision: before.inventory.revision + ids.length });
    expect(done.findingReviews.map(({ finding }) => finding)).toEqual(ids);
    const now = await list({ owner: 'Records office' });
    expect(now.nodes.map(({ id }) => id)).toEqual(ids);
    expect(now.nodes.every(({ overdue, dueOn }) => overdue && dueOn === '2026-11-20')).toBe(true);
  });

  it('are all refused when one is, each by its place, and the one that somebody wrote meanwhile is shown', async () => {
    const [known, other] = (await list({ owner: 'Records office' })).nodes;
    const [fresh] = (await list({ unowned: true })).nodes;
    const { inventory } = await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }');
    const done = await reviewAll([
      ...open([fresh?.id ?? '']),
      ...open([known?.id ?? ''], { owner: 'Somebody else' }),
      { finding: other?.id, state: 'ACCEPTED', expectedRevision: other?.review?.revision },
      ...open(['no-origin@dataClass=nowhere', fresh?.id ?? '']),
    ]);
    expect(done).toMatchObject({ ok: false, revision: null, findingReviews: [], error: { code: 'CONFLICT' } });
    expect(done.errors).toMatchObject([
      {
        at: 1,
        finding: known?.id,
        error: { code: 'CONFLICT' },
        current: { owner: 'Records office', source: 'J. Rivera' },
      },
      { at: 2, error: { code: 'BAD_USER_INPUT', field: 'rationale' }, current: null },
      { at: 3, error: { code: 'NOT_FOUND' } },
      { at: 4, error: { code: 'BAD_USER_INPUT', field: 'finding' } },
    ]);
    const after = await server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }');
    expect(after).toEqual({ inventory });
    expect((await list({ owner: 'Somebody else' })).totalCount).toBe(0);
  });

  it('are taken back by the same way, to what each said before', async () => {
    const found = (await list({ owner: 'Records office' })).nodes;
    const changed = await reviewAll(
      found.map(({ id, review }) => ({
        finding: id,
        state: 'ACCEPTED',
        rationale: 'Ends with the portal.',
        expectedRevision: review?.revision,
      })),
    );
    expect(changed.ok).toBe(true);
    expect((await list({ state: 'ACCEPTED', due: { none: true } })).totalCount).toBe(found.length);
    const back = await reviewAll(
      found.map(({ id, state, owner, dueOn, review }, at) => ({
        finding: id,
        state,
        owner,
        dueOn,
        rationale: review?.rationale,
        expectedRevision: changed.findingReviews[at]?.revision,
      })),
      'J. Rivera',
      'Taken back.',
    );
    expect(back.ok).toBe(true);
    const again = (await list({ owner: 'Records office' })).nodes;
    const without = ({ review: _review, ...rest }: Node) => rest;
    expect(again.map(without)).toEqual(found.map(without));
  });

  it('are refused when there are none', async () => {
    expect(await reviewAll([])).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT' } });
  });
});

describe('the queue', () => {
  it('is narrowed by due date, owner, several levels and place, and sorted', async () => {
    const all = await list();
    const owned = await list({ unowned: false });
    expect((await list({ due: { overdue: true } })).totalCount).toBe(owned.totalCount);
    expect((await list({ due: { before: '2026-11-20' } })).totalCount).toBe(0);
    expect((await list({ due: { before: '2026-11-21' } })).totalCount).toBe(owned.totalCount);
    expect((await list({ due: { none: true } })).totalCount).toBe(all.totalCount - owned.totalCount);
    expect((await list({ due: { withinDays: 30 } })).totalCount).toBe(0);
    const some = await list({ levels: ['MEDIUM', 'LOW'] });
    expect(some.totalCount).toBe(all.nodes.filter(({ level }) => level !== 'HIGH').length);
    const byDue = await list({}, 'DUE');
    expect(byDue.nodes.slice(0, owned.totalCount).every(({ dueOn }) => dueOn !== null)).toBe(true);
    const newest = await list({}, 'NEWEST');
    expect(newest.nodes.slice(0, owned.totalCount).every(({ owner }) => owner !== null)).toBe(true);
  });

  it('has facets whose every count is what choosing it lists', async () => {
    const { findingFacets } = await server.ask<{
      findingFacets: {
        total: number;
        rules: { rule: { id: string }; count: number }[];
        owners: { owner: string | null; count: number }[];
        systems: { thing: { id: string }; count: number }[];
      };
    }>(
      `query($asOf: Date) { findingFacets(asOf: $asOf, filter: { level: HIGH }) {
        total rules { rule { id } count } owners { owner count } systems { thing { id } count } } }`,
      { asOf },
    );
    expect(findingFacets.total).toBe((await list({ level: 'HIGH' })).totalCount);
    for (const { rule, count } of findingFacets.rules)
      expect((await list({ level: 'HIGH', rule: rule.id })).totalCount, rule.id).toBe(count);
    for (const { owner, count } of findingFacets.owners)
      expect((await list({ level: 'HIGH', ...(owner === null ? { unowned: true } : { owner }) })).totalCount).toBe(
        count,
      );
    expect(findingFacets.systems.length).toBeGreaterThan(1);
    for (const { thing, count } of findingFacets.systems)
      expect((await list({ level: 'HIGH', system: thing.id })).totalCount, thing.id).toBe(count);
  });

  it('says what is to be dealt with first, and why', async () => {
    const { attention } = await server.ask<{ attention: { reason: string; finding: { id: string } }[] }>(
      'query($asOf: Date) { attention(asOf: $asOf, first: 100) { reason finding { id } } }',
      { asOf },
    );
    const overdue = (await list({ due: { overdue: true } })).nodes.map(({ id }) => id);
    expect(attention.slice(0, overdue.length).map(({ finding }) => finding.id)).toEqual(overdue);
    const high = (await list({ level: 'HIGH', state: 'OPEN', unowned: true })).nodes.map(({ id }) => id);
    const rest = attention.filter(({ reason }) => reason === 'HIGH_WITHOUT_OWNER');
    expect(rest.map(({ finding }) => finding.id)).toEqual(high);
  });
});

describe('the witness of a finding', () => {
  it('is a path that the trace lists under that id, or names a place or thing that is there', async () => {
    const { nodes } = await list();
    let paths = 0;
    for (const { id, witness } of nodes) {
      expect(witness.sentences.length, id).toBeGreaterThan(0);
      if (witness.kind === 'PATH') {
        const { tracePaths } = await server.ask<{ tracePaths: { nodes: { id: string; sentence: string }[] } }>(
          `query($dataClass: ID!, $audience: ID, $asOf: Date) {
            tracePaths(dataClass: $dataClass, audience: $audience, asOf: $asOf, first: 200) { nodes { id sentence } }
          }`,
          { dataClass: witness.dataClass, audience: witness.audience, asOf },
        );
        const path = tracePaths.nodes.find((each) => each.id === witness.path);
        expect(path, id).toBeDefined();
        paths += 1;
      } else if (witness.kind === 'PLACE') expect(witness.dataClass, id).not.toBeNull();
      else expect(witness.thing ?? witness.restriction, id).not.toBeNull();
    }
    expect(paths).toBeGreaterThan(3);
  });
});

describe('what changed since a day', () => {
  it('lists what appeared, what is gone and whose review says something else', async () => {
    const { systems } = await server.ask<{
      systems: { nodes: { id: string; revision: number; custodian: string | null }[] };
    }>('{ systems(first: 100) { nodes { id revision custodian } } }');
    const lost = systems.nodes.find(({ custodian }) => custodian !== null);
    const mended = systems.nodes.find(({ custodian }) => custodian === null);
    const update = `mutation($id: ID!, $revision: Int!, $custodian: String) {
      updateSystem(id: $id, expectedRevision: $revision, input: { custodian: $custodian }) { ok } }`;
    await server.ask(update, { id: lost?.id, revision: lost?.revision, custodian: null });
    await server.ask(update, { id: mended?.id, revision: mended?.revision, custodian: 'IT' });
    const ask = async (since: string) =>
      (
        await server.ask<{
          findingChanges: {
            sentence: string;
            sinceRevision: number;
            revision: number;
            sinceRecordedAt: string | null;
            appeared: { totalCount: number; nodes: { id: string }[] };
            gone: { totalCount: number; nodes: { id: string; witness: unknown }[] };
            reviewed: {
              totalCount: number;
              nodes: { finding: string; stateBefore: string; ownerBefore: string | null; review: { owner: string } }[];
            };
          };
        }>(
          `query($since: Date!, $asOf: Date) { findingChanges(since: $since, asOf: $asOf) {
            sentence sinceRevision revision sinceRecordedAt
            appeared(first: 500) { totalCount nodes { id } }
            gone { totalCount nodes { id witness { kind } } }
            reviewed { totalCount nodes { finding stateBefore ownerBefore review { owner } } } } }`,
          { since, asOf },
        )
      ).findingChanges;
    const changes = await ask('2026-11-05');
    expect(changes.appeared.nodes.map(({ id }) => id)).toContain(`system-without-custodian@system=${lost?.id ?? ''}`);
    expect(changes.gone.nodes).toContainEqual({
      id: `system-without-custodian@system=${mended?.id ?? ''}`,
      witness: null,
    });
    const owned = (await list({ owner: 'Records office' })).nodes.map(({ id }) => id);
    expect(changes.reviewed.nodes.map(({ finding }) => finding).sort()).toEqual(owned.toSorted());
    expect(changes.reviewed.nodes[0]).toMatchObject({
      stateBefore: 'OPEN',
      ownerBefore: null,
      review: { owner: 'Records office' },
    });
    expect(changes.sinceRecordedAt).toBe('2026-11-01T12:00:00.000Z');
    expect(changes.sentence).toContain(`revision ${changes.sinceRevision} (now ${changes.revision})`);
    const changed = await list({ changedSince: '2026-11-05' });
    const expected = new Set([...owned, ...changes.appeared.nodes.map(({ id }) => id)]);
    expect(new Set(changed.nodes.map(({ id }) => id))).toEqual(expected);
    const all = await ask('2026-10-31');
    expect(all).toMatchObject({ sinceRevision: 0, sinceRecordedAt: null, gone: { totalCount: 0 } });
    expect(all.appeared.totalCount).toBe((await list()).totalCount);
  });

  it('is refused for a day after the one asked about', async () => {
    const { errors } = await server.send('{ findingChanges(since: "2026-11-22", asOf: "2026-11-21") { sentence } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
