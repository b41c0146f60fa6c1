import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'regional-hospital' });
});
afterAll(() => server.stop());

interface End {
  readonly concept: string;
  readonly id: string;
}

interface MapNode extends End {
  readonly name: string;
  readonly kind: string;
  readonly lane: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly zone: string | null;
  readonly live: boolean;
  readonly status: string | null;
  readonly verdict: string | null;
  readonly restrictions: number;
  readonly marked: number;
  readonly classes: number;
  readonly ofClass: boolean | null;
  readonly ofPart: boolean | null;
  readonly hiddenIn: number;
  readonly hiddenOut: number;
  readonly hiddenMarked: number;
}

interface MapEdge {
  readonly id: string;
  readonly kind: string;
  readonly from: End;
  readonly to: End;
  readonly flows: readonly { readonly id: string; readonly status: string | null; readonly classes: number }[];
  readonly status: string | null;
  readonly restrictions: number;
  readonly ofClass: boolean | null;
}

interface Picture {
  readonly asOf: string;
  readonly revision: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly completeness: {
    readonly whole: boolean;
    readonly shown: number;
    readonly asked: number;
    readonly live: number;
    readonly hidden: number;
    readonly notThere: number;
    readonly sentence: string;
  };
}

const question = `query ($input: MapInput!) {
  map(input: $input) {
    asOf revision
    nodes {
      concept id name kind lane organization { id name } vendor zone custodian live grade updatedAt revision
      status verdict restrictions marked classes ofClass ofPart hiddenIn hiddenOut hiddenMarked
    }
    edges {
      id kind from { concept id } to { concept id } status verdict restrictions marked ofClass ofPart
      flows { id name protocol classes grade updatedAt revision status }
    }
    completeness { whole shown asked live hidden notThere sentence }
  }
}`;

const whole = (most: number): object => ({ input: { asOf: '2026-11-21', most } });

const ask = async (input: object = {}): Promise<Picture> =>
  (await server.ask<{ map: Picture }>(question, { input: { asOf: '2026-11-21', ...input } })).map;

const system = (id: string): End => ({ concept: 'SYSTEM', id });
const channel = (id: string): End => ({ concept: 'ACCESS_CHANNEL', id });
const idsOf = (picture: Picture, concept = 'SYSTEM'): readonly string[] =>
  picture.nodes.filter((node) => node.concept === concept).map(({ id }) => id);
const nodeOf = (picture: Picture, { concept, id }: End): MapNode | undefined =>
  picture.nodes.find((node) => node.concept === concept && node.id === id);

describe('the map over HTTP', () => {
  it('shows everything around nothing: each live system, channel and flow once', async () => {
    const picture = await ask();
    const { systems, accessChannels, flows } = await server.ask<
      Record<'systems' | 'accessChannels' | 'flows', { readonly nodes: readonly { readonly id: string }[] }>
    >(`{
      systems(filter: { liveOn: "2026-11-21" }, first: 500) { nodes { id } }
      accessChannels(filter: { liveOn: "2026-11-21" }, first: 500) { nodes { id } }
      flows(filter: { liveOn: "2026-11-21" }, first: 500) { nodes { id } }
    }`);
    const ids = (list: { readonly nodes: readonly { readonly id: string }[] }) => list.nodes.map(({ id }) => id).sort();
    expect(picture.nodes.filter(({ concept, live }) => concept === 'SYSTEM' && live).map(({ id }) => id)).toEqual(
      ids(systems),
    );
    expect(idsOf(picture, 'ACCESS_CHANNEL')).toEqual(ids(accessChannels));
    expect(picture.edges.flatMap((edge) => edge.flows.map(({ id }) => id)).sort()).toEqual(ids(flows));
    expect(picture.edges.filter(({ kind }) => kind === 'SERVES')).toHaveLength(accessChannels.nodes.length);
    expect(new Set(picture.edges.map(({ id }) => id)).size).toBe(picture.edges.length);
    expect(
      picture.nodes.every(({ hiddenIn, hiddenOut, hiddenMarked }) => hiddenIn + hiddenOut + hiddenMarked === 0),
    ).toBe(true);
    expect(picture.completeness).toMatchObject({
      whole: true,
      shown: picture.nodes.length,
      live: picture.nodes.length,
    });
    expect(picture.completeness.sentence).toBe(
      `All ${picture.nodes.length} systems and channels of 2026-11-21 are shown.`,
    );
  });

  it('says of restrictions what the verdicts say', async () => {
    const picture = await ask();
    const { verdicts } = await server.ask<{
      readonly verdicts: readonly {
        readonly verdict: string;
        readonly documentation: string;
        readonly restriction: { readonly appliesTo: { readonly __typename: string; readonly id: string } };
      }[];
    }>(`{
      verdicts(asOf: "2026-11-21") { verdict documentation restriction { appliesTo { __typename ... on Node { id } } } }
    }`);
    expect(verdicts.length).toBeGreaterThan(20);
    const at = (type: string, id: string) =>
      verdicts.filter(
        ({ restriction }) => restriction.appliesTo.__typename === type && restriction.appliesTo.id === id,
      );
    for (const { concept, id, restrictions, status } of picture.nodes) {
      const own = at(concept === 'SYSTEM' ? 'System' : 'AccessChannel', id);
      expect(restrictions, id).toBe(own.length);
      const worst = ['NONE', 'INCOMPLETE', 'LATE', 'COMPLETE'].find((state) =>
        own.some(({ documentation }) => documentation === state),
      );
      expect(status, id).toBe(worst ?? null);
    }
    for (const { flows, restrictions } of picture.edges)
      expect(restrictions).toBe(flows.reduce((sum, { id }) => sum + at('Flow', id).length, 0));
    expect(nodeOf(picture, channel('portal-web'))).toMatchObject({
      status: 'NONE',
      lane: 'CHANNEL',
      organization: { id: 'regional-hospital' },
      zone: null,
    });
    expect(nodeOf(picture, system('portal'))).toMatchObject({ zone: 'DMZ', lane: 'ORIGIN' });
  });

  it('shows the surroundings of a thing, unfolds, adds and hides, and counts what is not shown', async () => {
    const near = await ask({ around: [system('lis')] });
    expect(idsOf(near)).toContain('engine');
    expect(nodeOf(near, system('lis'))).toMatchObject({ hiddenIn: 0, hiddenOut: 0 });
    const engine = nodeOf(near, system('engine'));
    expect(engine?.lane).toBe('INTEGRATION');
    expect(engine?.hiddenIn).toBeGreaterThan(0);
    expect(near.completeness.sentence).toMatch(
      /systems and channels of 2026-11-21 are shown: what is within 1 step of the middle\.$/,
    );
    const unfolded = await ask({
      around: [system('lis')],
      expand: [{ thing: system('engine'), direction: 'OUT' }],
      show: [channel('portal-web')],
      hide: [system('lis')],
    });
    expect(idsOf(unfolded)).not.toContain('lis');
    expect(idsOf(unfolded).length).toBeGreaterThan(idsOf(near).length);
    expect(nodeOf(unfolded, system('engine'))).toMatchObject({ hiddenOut: 1 });
    expect(idsOf(unfolded, 'ACCESS_CHANNEL')).toContain('portal-web');
    expect(unfolded.completeness).toMatchObject({ whole: true, hidden: 1 });
  });

  it('tells what it left out where more was asked for than it may show', async () => {
    const { nodes, completeness } = await ask({ around: [system('engine')], hops: 4, most: 10 });
    expect(nodes).toHaveLength(10);
    expect(nodes.map(({ id }) => id)).toContain('engine');
    expect(completeness).toMatchObject({ whole: false, shown: 10 });
    expect(completeness.sentence).toContain(`${completeness.asked - 10} more were asked for and left out`);
  });

  it('passes over what is not there that day, and says how much that is', async () => {
    const near = await ask({ around: [system('lis')] });
    const past = await ask({
      around: [system('lis'), system('old-dictation')],
      show: [system('nowhere'), system('old-dictation')],
      expand: [{ thing: channel('nowhere'), direction: 'BOTH' }],
      hide: [system('gone')],
    });
    expect(idsOf(past)).toEqual(idsOf(near));
    expect(near.completeness).toMatchObject({ whole: true, notThere: 0 });
    expect(past.completeness).toMatchObject({ whole: true, notThere: 3, hidden: 0 });
    expect(past.completeness.sentence).toMatch(/\. 3 things that were asked for are not there that day\.$/);
    expect((await ask({ show: [system('nowhere')] })).completeness.sentence).toMatch(
      / are shown\. 1 thing that was asked for is not there that day\.$/,
    );
  });

  it('shows as much as one picture may in one request, and names a thing twice without asking twice', async () => {
    expect((await server.send(question, whole(5000))).errors).toBeUndefined();
    const once = await ask({ around: [system('lis')], expand: [{ thing: system('engine'), direction: 'OUT' }] });
    const unfold = { thing: system('engine'), direction: 'OUT' };
    expect(await ask({ around: [system('lis'), system('lis')], expand: [unfold, unfold] })).toEqual(once);
  });

  it('marks what holds, carries or releases a class', async () => {
    const picture = await ask({ dataClass: 'laboratory' });
    expect(nodeOf(picture, system('lis'))).toMatchObject({ ofClass: true, ofPart: false });
    expect(nodeOf(picture, system('audit-monitor'))).toMatchObject({ ofClass: false });
    expect(picture.edges.some(({ ofClass }) => ofClass === true)).toBe(true);
    expect((await ask()).nodes.every(({ ofClass, ofPart }) => ofClass === null && ofPart === null)).toBe(true);
  });

  it.each([
    ['a number of steps out of range', { hops: 5 }, 'BAD_USER_INPUT', 'hops must be 0 to 4; it is 5.'],
    ['a number of things out of range', { most: 0 }, 'BAD_USER_INPUT', 'most must be 1 to 5000; it is 0.'],
    [
      'more things than a question may name',
      { around: Array.from({ length: 1999 }, () => system('lis')), hide: [system('a'), system('b')] },
      'BAD_USER_INPUT',
      'around, show, expand and hide may name 2,000 things together; they name 2,001.',
    ],
    ['a concept that no map shows', { show: [{ concept: 'FLOW', id: 'x' }] }, 'BAD_USER_INPUT', 'A map shows systems'],
    ['a system that is not there', { around: [system('nowhere')] }, 'NOT_FOUND', 'There is no system "nowhere".'],
    ['a class that is not there', { dataClass: 'nothing' }, 'NOT_FOUND', 'There is no data class "nothing".'],
    ['a day that is none', { asOf: '2026-02-30' }, 'BAD_USER_INPUT', '2026-02-30'],
  ])('refuses %s', async (_name, input, code, message) => {
    const { errors } = await server.send(question, { input });
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.message).toContain(message);
  });
});

interface Ways {
  readonly nodes: readonly {
    readonly sentence: string;
    readonly status: string | null;
    readonly restrictions: number;
    readonly steps: readonly (End & { readonly flow: { readonly id: string } | null })[];
  }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly sentence: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly count: { readonly value: number; readonly exact: boolean };
  readonly sentence: string;
}

const waysQuestion = `query ($from: ID!, $to: MapThingInput!, $via: [ID!], $dataClass: ID, $first: Int, $after: String) {
  ways(from: $from, to: $to, via: $via, dataClass: $dataClass, asOf: "2026-11-21", first: $first, after: $after) {
    edges { cursor node { sentence } }
    nodes { sentence status verdict restrictions steps { concept id name flow { id name protocol status } } }
    pageInfo { hasNextPage endCursor } count { value exact } sentence revision
  }
}`;

const ways = async (variables: object): Promise<Ways> =>
  (await server.ask<{ ways: Ways }>(waysQuestion, variables)).ways;

describe('ways over HTTP', () => {
  it('lists the ways to a channel, each as the restrictions of a trace stand on it', async () => {
    const { nodes, count, sentence } = await ways({ from: 'lis', to: channel('portal-web'), dataClass: 'laboratory' });
    expect(count).toEqual({ value: nodes.length, exact: true });
    expect(sentence).toMatch(/^There is 1 way from .+ for Laboratory on 2026-11-21\.$/);
    const [way] = nodes;
    expect(way?.steps.map(({ id }) => id)).toEqual(['lis', 'engine', 'ehr', 'portal', 'portal-web']);
    expect(way?.steps.map(({ flow }) => flow === null)).toEqual([false, false, false, true, true]);
    const { trace } = await server.ask<{
      readonly trace: { readonly answer: { readonly restrictions: readonly Restricted[] } };
    }>(`{
      trace(dataClass: "laboratory", channel: "portal-web", asOf: "2026-11-21") {
        answer { restrictions { documentation restriction { id appliesTo { ... on Node { id } } } } }
      }
    }`);
    const places = way?.steps.flatMap(({ id, flow }) => [id, ...(flow === null ? [] : [flow.id])]) ?? [];
    const met = trace.answer.restrictions.filter(({ restriction }) => places.includes(restriction.appliesTo.id));
    expect(way?.restrictions).toBe(met.length);
    expect(way?.status).toBe(met.some(({ documentation }) => documentation === 'NONE') ? 'NONE' : 'INCOMPLETE');
  });

  it('goes on page by page, and through what has to lie between', async () => {
    const question = { from: 'lis', to: system('portal') };
    const all = await ways({ ...question, first: 200 });
    expect(all.nodes.length).toBeGreaterThan(3);
    const told: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Ways = await ways({ ...question, first: 2, after });
      told.push(...page.edges.map(({ node }) => node.sentence));
      if (told.length >= 6 || !page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(told).toEqual(all.nodes.slice(0, told.length).map(({ sentence }) => sentence));
    const through = await ways({ ...question, via: ['warehouse'] });
    expect(through.nodes.length).toBeGreaterThan(0);
    for (const { steps } of through.nodes) expect(steps.map(({ id }) => id)).toContain('warehouse');
  });

  it.each([
    ['two ends that are the same', { from: 'lis', to: system('lis') }, 'BAD_USER_INPUT'],
    ['an end that no way leads to', { from: 'lis', to: { concept: 'FLOW', id: 'lab-in' } }, 'BAD_USER_INPUT'],
    ['a start that is not there', { from: 'nowhere', to: system('lis') }, 'NOT_FOUND'],
    ['something between that is not there', { from: 'lis', to: system('ehr'), via: ['nowhere'] }, 'NOT_FOUND'],
    ['a page that is too long', { from: 'lis', to: system('ehr'), first: 201 }, 'BAD_USER_INPUT'],
    ['a cursor that is none', { from: 'lis', to: system('ehr'), after: 'x' }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_name, variables, code) => {
    expect((await server.send(waysQuestion, variables)).errors?.[0]?.extensions.code).toBe(code);
  });
});

interface Restricted {
  readonly documentation: string;
  readonly restriction: { readonly id: string; readonly appliesTo: { readonly id: string } };
}

describe('the map after a change', () => {
  it('has what was written, and says of an ended system that only flows and channels still name it', async () => {
    const before = await ask({ around: [system('telehealth')], hops: 0 });
    const seen = nodeOf(before, system('telehealth'));
    expect(seen).toMatchObject({ live: true });
    const { updateSystem } = await server.ask<{ updateSystem: { ok: boolean; system: { zone: string } } }>(
      `mutation ($revision: Int!) {
        updateSystem(id: "telehealth", expectedRevision: $revision, input: { zone: "DMZ" }) { ok system { zone } }
      }`,
      { revision: await revisionOf('telehealth') },
    );
    expect(updateSystem).toEqual({ ok: true, system: { zone: 'DMZ' } });
    expect(nodeOf(await ask({ around: [system('telehealth')] }), system('telehealth'))?.zone).toBe('DMZ');
    await server.ask(
      `mutation ($revision: Int!) {
        end(concept: SYSTEM, id: "telehealth", expectedRevision: $revision, endedOn: "2026-11-01", reason: "Replaced.") { ok }
      }`,
      { revision: await revisionOf('telehealth') },
    );
    const after = nodeOf(await ask({ around: [system('telehealth')] }), system('telehealth'));
    expect(after).toMatchObject({ live: false, classes: 0 });
  });

  it('says when a system was there that nothing names on the day', async () => {
    const { errors } = await server.send(question, {
      input: { asOf: '2026-11-21', around: [system('old-dictation')] },
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(errors?.[0]?.message).toBe(
      'The system "old-dictation" is not there on 2026-11-21: it ended on 2022-06-30. Ask about another day, or leave it out.',
    );
  });
});

const revisionOf = async (id: string): Promise<number> =>
  (await server.ask<{ system: { revision: number } }>('query ($id: ID!) { system(id: $id) { revision } }', { id }))
    .system.revision;
