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
    completeness { whole shown asked live hidden sentence }
  }
}`;

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
    expect(nodeOf(picture, channel('portal-web'))).toMatchObject({ status: 'NONE', lane: 'CHANNEL' });
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
