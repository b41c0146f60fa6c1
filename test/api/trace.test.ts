import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trace as traceClass, tracePaths } from '../../server/src/domain/trace/index.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { traceJudge } from '../../server/src/app/restriction-judge.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { integrationKindsOf } from '../../server/src/app/integration-kinds.ts';
import { createCurrentGraph } from '../../server/src/app/current-graph.ts';
import { schemaFolder } from '../../server/src/cli/open-workspace.ts';
import { isIncomplete } from '../../server/src/domain/verdict/index.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

const asOf = '2026-11-21';
const outcomes = '{ outcome channel { id } audience { id } }';
const query = `query($dataClass: ID!, $audience: ID, $channel: ID, $asOf: Date) {
  trace(dataClass: $dataClass, audience: $audience, channel: $channel, asOf: $asOf) {
    dataClass { id } asOf revision sentence audiences { id } outcomes ${outcomes}
    completeness { sets pathCounts notes }
    answers {
      id isRest sentence originUnknown parts { id } starts { kind system { id } } outcomes ${outcomes}
      systems { lane role undeclared start stranded restrictions system { id } reach { audience state } }
      flows { restrictions flow { id from { id } to { id } } reach { audience state } }
      channels { offer reachable restrictions channel { id } outcomes { audience outcome } }
      restrictions { place audiences documentation verdict reason cite restriction { id } witness { id sentence steps { kind id name } } }
      stranded { id }
      pathCounts { audience release { value exact } limited { value exact } restricted { value exact } undocumented { value exact } }
    }
  }
}`;

/** What the domain answers on the very same inventory. */
const expected = async (dataClass: string) => {
  const catalogues = await loadCatalogues(schemaFolder);
  if (!catalogues.ok) throw new Error('no catalogues');
  const deps = { store: server.store, integrationKinds: integrationKindsOf(catalogues.value) };
  const current = await createCurrentGraph(deps).get();
  if (!current.ok) throw new Error('no graph');
  const { index, graph } = current.value;
  const packs = await loadRulePacks(schemaFolder, catalogues.value);
  if (!packs.ok) throw new Error('no rule packs');
  const judge = traceJudge({ graph, catalogues: catalogues.value, packs: packs.value }, asOf, undefined);
  if (!judge.ok) throw new Error('no judge');
  const question = { dataClass, asOf, judge: judge.value };
  const answer = traceClass(index, question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return { index, question, answer: answer.value };
};

interface Idd {
  readonly id: string;
}
interface ApiPaths {
  readonly revision: number;
  readonly nodes: readonly { readonly id: string; readonly status: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
interface ApiTrace {
  readonly revision: number;
  readonly sentence: string;
  readonly outcomes: readonly { outcome: string; channel: Idd; audience: Idd }[];
  readonly answers: readonly {
    readonly id: string;
    readonly parts: readonly Idd[];
    readonly systems: readonly { readonly system: Idd; readonly lane: string }[];
    readonly restrictions: readonly {
      readonly restriction: Idd;
      readonly documentation: string;
      readonly verdict: string;
      readonly reason: string;
      readonly cite: readonly string[];
      readonly witness: { readonly sentence: string };
    }[];
    readonly stranded: readonly Idd[];
    readonly pathCounts: unknown;
  }[];
}

const ask = async (variables: object): Promise<ApiTrace> =>
  (await server.ask<{ trace: ApiTrace }>(query, { asOf, ...variables })).trace;

describe('a trace over the API', () => {
  it('is the answer of the domain with things in the place of ids', async () => {
    const api = await ask({ dataClass: 'laboratory' });
    const { answer } = await expected('laboratory');
    expect(api.sentence).toBe(answer.sentence);
    expect(api.revision).toBe(answer.revision);
    expect(api.outcomes).toEqual(
      answer.outcomes.map(({ outcome, channel, audience }) => ({
        outcome,
        channel: { id: channel },
        audience: { id: audience },
      })),
    );
    expect(api.outcomes.length).toBeGreaterThan(4);
    expect(api.answers).toHaveLength(answer.answers.length);
    api.answers.forEach((one, at) => {
      const same = answer.answers[at];
      expect(one.parts.map(({ id }) => id)).toEqual(same?.parts);
      expect(one.systems.map(({ system, lane }) => [system.id, lane])).toEqual(
        same?.systems.map(({ system, lane }) => [system, lane]),
      );
      expect(one.restrictions.map(({ restriction, witness }) => [restriction.id, witness.sentence])).toEqual(
        same?.restrictions.map(({ restriction, witness }) => [restriction, witness.sentence]),
      );
      expect(
        one.restrictions.map(({ documentation, verdict, reason, cite }) => ({ documentation, verdict, reason, cite })),
      ).toEqual(same?.restrictions.map(({ judged }) => judged));
      expect(one.stranded.map(({ id }) => id)).toEqual(same?.stranded);
      expect(one.pathCounts).toEqual(same?.pathCounts);
    });
  });

  it('gives every path over its pages, in the order of the domain', async () => {
    const { index, question, answer } = await expected('laboratory');
    const part = answer.answers[0]?.id ?? '';
    const whole = tracePaths(index, question, { part, first: 200 });
    const page = `query($after: String) { tracePaths(dataClass: "laboratory", part: "${part}", asOf: "${asOf}", first: 3, after: $after) {
      revision nodes { id } pageInfo { hasNextPage endCursor }
    } }`;
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const asked: { tracePaths: ApiPaths } = await server.ask(page, { after });
      const paths = asked.tracePaths;
      expect(paths.revision).toBe(answer.revision);
      ids.push(...paths.nodes.map(({ id }) => id));
      after = paths.pageInfo.hasNextPage ? paths.pageInfo.endCursor : null;
    } while (after !== null && ids.length < 1_000);
    expect(ids).toEqual(whole.ok ? whole.value.paths.map(({ id }) => id) : undefined);
    expect(ids.length).toBeGreaterThan(3);
  });

  it('gives the answer of one part alone, and none for what is no part', async () => {
    const { answer } = await expected('laboratory');
    const last = answer.answers.at(-1);
    const one = `query($part: ID) { trace(dataClass: "laboratory", asOf: "${asOf}") { answer(part: $part) { id sentence } } }`;
    const asked = (part: string | null): Promise<unknown> => server.ask(one, { part });
    expect(await asked(null)).toMatchObject({ trace: { answer: { id: 'laboratory' } } });
    expect(await asked(last?.parts.at(-1) ?? '')).toEqual({
      trace: { answer: { id: last?.id, sentence: last?.sentence } },
    });
    expect(await asked('demographics')).toEqual({ trace: { answer: null } });
  });

  it('carries the verdict under the rule pack asked for, and refuses one that is not there', async () => {
    const verdicts = `query($rulePack: ID) { trace(dataClass: "laboratory", asOf: "${asOf}", rulePack: $rulePack) { answers { restrictions { verdict } } } }`;
    const standard = await server.ask(verdicts, { rulePack: '2024-12-17' });
    expect(await server.ask(verdicts, {})).toEqual(standard);
    const { errors } = await server.send(verdicts, { rulePack: 'nope' });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions['field']])).toEqual([
      ['BAD_USER_INPUT', 'rulePack'],
    ]);
  });

  it('gives the paths that meet an incomplete documentation, and only those', async () => {
    const { index, question, answer } = await expected('laboratory');
    const part = answer.answers[0]?.id ?? '';
    const all = tracePaths(index, question, { part, first: 200 });
    const open = new Set(
      answer.answers[0]?.restrictions
        .filter(({ judged }) => judged !== undefined && judged.documentation !== 'NONE' && isIncomplete(judged))
        .map(({ restriction }) => restriction),
    );
    const wanted = all.ok ? all.value.paths.filter(({ restrictions }) => restrictions.some((id) => open.has(id))) : [];
    const page = await server.ask<{ tracePaths: ApiPaths }>(
      `{ tracePaths(dataClass: "laboratory", part: "${part}", asOf: "${asOf}", incomplete: true, first: 200) { revision nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(all.ok ? all.value.paths.length : 0);
    expect(page.tracePaths.nodes.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });

  it('refuses a purpose nobody knows: it would bear on no restriction, and the answer would look freer than it is', async () => {
    const sent = await server.send(`{ trace(dataClass: "laboratory", purpose: "treatment") { sentence } }`);
    expect(JSON.stringify(sent)).toContain('BAD_USER_INPUT');
    expect(JSON.stringify(sent)).toContain('Use one of TREATMENT');
  });

  it('speaks of one audience or channel only when asked to', async () => {
    const patient = await ask({ dataClass: 'laboratory', audience: 'PATIENT' });
    expect(new Set(patient.outcomes.map(({ audience }) => audience.id))).toEqual(new Set(['PATIENT']));
    const channel = patient.outcomes[0]?.channel.id;
    const one = await ask({ dataClass: 'laboratory', channel });
    expect(new Set(one.outcomes.map((each) => each.channel.id))).toEqual(new Set([channel]));
  });

  it.each([
    [{ dataClass: 'nope' }, 'NOT_FOUND'],
    [{ dataClass: 'laboratory', audience: 'NOBODY' }, 'NOT_FOUND'],
    [{ dataClass: 'laboratory', channel: 'nowhere' }, 'NOT_FOUND'],
    [{ dataClass: 'laboratory', asOf: '2024-13-01' }, 'BAD_USER_INPUT'],
  ])('refuses %j with a code', async (variables, code) => {
    const { data, errors } = await server.send(query, { asOf, ...variables });
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it('changes with the inventory at once', async () => {
    const before = await ask({ dataClass: 'laboratory', audience: 'PATIENT' });
    const released = before.outcomes.find(({ outcome }) => outcome === 'RELEASED' || outcome === 'LIMITED');
    expect(released).toBeDefined();
    const { createRestriction } = await server.ask<{
      createRestriction: { ok: boolean; restriction: { revision: number } };
    }>(
      `mutation($input: CreateRestrictionInput!) { createRestriction(input: $input) { ok restriction { revision } } }`,
      {
        input: {
          id: 'everything-held',
          name: 'Everything held',
          practice: 'PT-DELAY-BLANKET',
          effect: 'WITHHOLDS',
          basis: 'UNKNOWN',
          appliesTo: { channel: released?.channel.id },
        },
      },
    );
    expect(createRestriction.ok).toBe(true);
    const after = await ask({ dataClass: 'laboratory', audience: 'PATIENT' });
    expect(after.revision).toBe(createRestriction.restriction.revision);
    const same = after.outcomes.find(({ channel }) => channel.id === released?.channel.id);
    expect(same?.outcome).toBe('WITHHELD');
    const met = after.answers.flatMap(({ restrictions }) => restrictions.map(({ restriction }) => restriction.id));
    expect(met).toContain('everything-held');
  });

  it('sees every acknowledged write, whoever reads meanwhile', async () => {
    for (let at = 0; at < 10; at += 1) {
      const written = server.ask<{ createOrganization: { revision: number } }>(
        `mutation { createOrganization(input: { id: "org-${at}", name: "Organization ${at}" }) { revision } }`,
      );
      const meanwhile = Promise.all(Array.from({ length: 4 }, () => ask({ dataClass: 'laboratory' })));
      const { revision } = (await written).createOrganization;
      await meanwhile;
      expect((await ask({ dataClass: 'laboratory' })).revision).toBeGreaterThanOrEqual(revision);
    }
  });
});
