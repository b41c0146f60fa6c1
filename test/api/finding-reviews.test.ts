import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

const asOf = '2026-11-21';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Page {
  readonly nodes: readonly {
    readonly id: string;
    readonly level: string;
    readonly rule: string;
    readonly state: string;
    readonly owner: string | null;
    readonly review: { readonly revision: number } | null;
  }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const list = async (variables: object = {}): Promise<Page> =>
  (
    await server.ask<{ findings: Page }>(
      `query($asOf: Date, $filter: FindingFilter, $first: Int, $after: String) {
        findings(asOf: $asOf, filter: $filter, first: $first, after: $after) {
          nodes { id level rule state owner review { revision } } totalCount pageInfo { hasNextPage endCursor }
        }
      }`,
      { asOf, ...variables },
    )
  ).findings;

const review = async (input: object, actor = 'J. Rivera') =>
  (
    await server.ask<{
      reviewFinding: {
        ok: boolean;
        error: { code: string; field: string | null; message: string } | null;
        findingReview: { id: string; revision: number } | null;
      };
    }>(
      'mutation($input: ReviewFindingInput!) { reviewFinding(input: $input) { ok error { code field message } findingReview { id revision } } }',
      { input },
      { 'x-ehi-actor': actor },
    )
  ).reviewFinding;

describe('findings over the API', () => {
  it('are those of the domain, page by page, none twice', async () => {
    const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
    const expected = findFindings({ index: createTraceIndex(await seedGraph('clinic')), catalogues, asOf });
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await list({ first: 7, after });
      expect(page.totalCount).toBe(expected.length);
      ids.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(ids).toEqual(expected.map(({ id }) => id));
  });

  it('are narrowed by rule, level, state, thing and words', async () => {
    const all = await list({ first: 500 });
    const high = await list({ filter: { level: 'HIGH' } });
    expect(high.totalCount).toBe(all.nodes.filter(({ level }) => level === 'HIGH').length);
    expect(high.totalCount).toBeLessThan(all.totalCount);
    const rule = await list({ filter: { rule: 'undocumented-restriction' } });
    expect(rule.nodes.every((each) => each.rule === 'undocumented-restriction')).toBe(true);
    expect((await list({ filter: { entity: 'results-72h' } })).totalCount).toBeGreaterThan(0);
    expect((await list({ filter: { text: 'NO DOCUMENTED EXCEPTION' } })).totalCount).toBe(rule.totalCount);
    expect((await list({ filter: { state: 'ACCEPTED' } })).totalCount).toBe(0);
  });

  it.each([
    [{ filter: { rule: 'nope' } }, 'BAD_USER_INPUT'],
    [{ after: 'nope' }, 'BAD_USER_INPUT'],
  ])('%j is refused', async (variables, code) => {
    const { errors } = await server.send(
      'query($filter: FindingFilter, $after: String) { findings(filter: $filter, after: $after) { totalCount } }',
      variables,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});

describe('the review of a finding', () => {
  it('has an owner, a state and a history, and stays while other things change', async () => {
    const [finding] = (await list({ filter: { level: 'HIGH' } })).nodes;
    const id = finding?.id ?? '';
    expect(finding).toMatchObject({ state: 'OPEN', owner: null, review: null });
    const first = await review({ finding: id, state: 'OPEN', owner: 'Records office', expectedRevision: 0 });
    expect(first).toMatchObject({ ok: true });
    expect(
      await review({ finding: id, state: 'ACCEPTED', expectedRevision: first.findingReview?.revision }),
    ).toMatchObject({
      ok: false,
      error: { code: 'BAD_USER_INPUT', field: 'rationale' },
    });
    const accepted = await review(
      {
        finding: id,
        state: 'ACCEPTED',
        owner: 'Records office',
        rationale: 'Until the new portal is there.',
        expectedRevision: first.findingReview?.revision,
      },
      'H. Berg',
    );
    expect(accepted).toMatchObject({ ok: true });
    expect(await review({ finding: id, state: 'OPEN', expectedRevision: 0 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await server.ask('mutation { createOrganization(input: { id: "other", name: "Other" }) { ok } }');
    const again = (await list({ first: 500 })).nodes.find((each) => each.id === id);
    expect(again).toMatchObject({ state: 'ACCEPTED', owner: 'Records office' });
    const { findingReview } = await server.ask<{
      findingReview: { history: { actor: string; reason: string | null }[] };
    }>('query($id: ID!) { findingReview(id: $id) { history { actor reason } } }', { id: accepted.findingReview?.id });
    expect(findingReview.history).toMatchObject([
      { actor: 'H. Berg', reason: 'Until the new portal is there.' },
      { actor: 'J. Rivera', reason: null },
    ]);
  });

  it('is of a finding that is there', async () => {
    expect(
      await review({ finding: 'undocumented-restriction@restriction=nowhere', state: 'OPEN', expectedRevision: 0 }),
    ).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', field: 'finding' },
    });
  });

  it('stays on record when the facts are mended', async () => {
    const [finding] = (await list({ filter: { rule: 'system-without-custodian' } })).nodes;
    const id = finding?.id ?? '';
    await review({ finding: id, state: 'REMEDIATED', owner: 'IT', expectedRevision: 0 });
    const system = /system=(.+)$/.exec(id)?.[1] ?? '';
    const { system: before } = await server.ask<{ system: { revision: number } }>(
      'query($id: ID!) { system(id: $id) { revision } }',
      { id: system },
    );
    await server.ask(
      'mutation($id: ID!, $revision: Int!) { updateSystem(id: $id, expectedRevision: $revision, input: { custodian: "IT" }) { ok } }',
      { id: system, revision: before.revision },
    );
    expect((await list({ first: 500 })).nodes.map((each) => each.id)).not.toContain(id);
    const { findingReviews } = await server.ask<{ findingReviews: { nodes: { finding: string; state: string }[] } }>(
      '{ findingReviews { nodes { finding state } } }',
    );
    expect(findingReviews.nodes).toContainEqual({ finding: id, state: 'REMEDIATED' });
  });
});
