import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Payload {
  readonly ok: boolean;
  readonly error: {
    readonly code: string;
    readonly field: string | null;
    readonly message: string;
    readonly actualRevision: number | null;
  } | null;
  readonly revision: number | null;
  readonly entity: { readonly id: string; readonly name: string; readonly revision: number } | null;
}

/** One concept: what it takes to make one, a field to change, and how it looks before and after. */
interface Case {
  readonly type: string;
  readonly one: string;
  readonly many: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select: string;
  readonly created: Readonly<Record<string, unknown>>;
  readonly patch: Readonly<Record<string, unknown>>;
  readonly updated: Readonly<Record<string, unknown>>;
}

/** In an order in which each refers to those before it. */
const cases: readonly Case[] = [
  {
    type: 'Organization',
    one: 'organization',
    many: 'organizations',
    input: { id: 'hospital', name: 'Hospital', actorRoles: ['PROVIDER'] },
    select: 'actorRoles description',
    created: { actorRoles: ['PROVIDER'], description: null },
    patch: { description: 'A hospital' },
    updated: { actorRoles: ['PROVIDER'], description: 'A hospital' },
  },
  {
    type: 'DataClass',
    one: 'dataClass',
    many: 'dataClasses',
    input: { id: 'laboratory', name: 'Laboratory', level: 'CLASS', fhirResources: ['Observation', 'Observation'] },
    select: 'level drsStatus fhirResources partOf { id }',
    created: { level: 'CLASS', drsStatus: 'UNDECIDED', fhirResources: ['Observation'], partOf: null },
    patch: { drsStatus: 'YES', fhirResources: [] },
    updated: { level: 'CLASS', drsStatus: 'YES', fhirResources: [], partOf: null },
  },
  {
    type: 'Audience',
    one: 'audience',
    many: 'audiences',
    input: { id: 'CLERGY', name: 'Clergy' },
    select: 'description',
    created: { description: null },
    patch: { description: 'Chaplains' },
    updated: { description: 'Chaplains' },
  },
  {
    type: 'System',
    one: 'system',
    many: 'systems',
    input: {
      id: 'lis',
      name: 'Laboratory information system',
      kind: 'SYS-LIS',
      vendor: ' Northwind ',
      organization: 'hospital',
      holds: [{ dataClass: 'laboratory', role: 'ORIGIN', format: 'HL7 v2' }],
    },
    select: 'vendor organization { id } holds { role format grade source dataClass { id } system { id } }',
    created: {
      vendor: 'Northwind',
      organization: { id: 'hospital' },
      holds: [
        {
          role: 'ORIGIN',
          format: 'HL7 v2',
          grade: 'ASSERTED',
          source: 'local user',
          dataClass: { id: 'laboratory' },
          system: { id: 'lis' },
        },
      ],
    },
    patch: { vendor: null, organization: null, holds: [] },
    updated: { vendor: null, organization: null, holds: [] },
  },
  {
    type: 'Flow',
    one: 'flow',
    many: 'flows',
    input: { id: 'self', name: 'Round trip', from: 'lis', to: 'lis', carries: [{ dataClass: 'laboratory' }] },
    select: 'protocol from { id } to { id } carries { transform dataClass { id } }',
    created: {
      protocol: null,
      from: { id: 'lis' },
      to: { id: 'lis' },
      carries: [{ transform: null, dataClass: { id: 'laboratory' } }],
    },
    patch: { protocol: 'SFTP' },
    updated: {
      protocol: 'SFTP',
      from: { id: 'lis' },
      to: { id: 'lis' },
      carries: [{ transform: null, dataClass: { id: 'laboratory' } }],
    },
  },
  {
    type: 'AccessChannel',
    one: 'accessChannel',
    many: 'accessChannels',
    input: { id: 'portal', name: 'Portal', kind: 'CH-PORTAL', system: 'lis', audiences: ['CLERGY'] },
    select: 'kind system { id } audiences { id } releases { dataClass { id } }',
    created: { kind: 'CH-PORTAL', system: { id: 'lis' }, audiences: [{ id: 'CLERGY' }], releases: [] },
    patch: { releases: [{ dataClass: 'laboratory' }] },
    updated: {
      kind: 'CH-PORTAL',
      system: { id: 'lis' },
      audiences: [{ id: 'CLERGY' }],
      releases: [{ dataClass: { id: 'laboratory' } }],
    },
  },
  {
    type: 'Restriction',
    one: 'restriction',
    many: 'restrictions',
    input: {
      id: 'hold',
      name: 'Held',
      practice: 'PT-DELAY-BLANKET',
      effect: 'DELAYS',
      basis: 'POLICY',
      appliesTo: { channel: 'portal' },
      limits: ['laboratory'],
    },
    select: 'automated effect documentation appliesTo { __typename ... on AccessChannel { id } } limits { id }',
    created: {
      automated: false,
      effect: 'DELAYS',
      documentation: 'NONE',
      appliesTo: { __typename: 'AccessChannel', id: 'portal' },
      limits: [{ id: 'laboratory' }],
    },
    patch: { appliesTo: { system: 'lis' }, automated: true },
    updated: {
      automated: true,
      effect: 'DELAYS',
      documentation: 'NONE',
      appliesTo: { __typename: 'System' },
      limits: [{ id: 'laboratory' }],
    },
  },
  {
    type: 'Evidence',
    one: 'evidence',
    many: 'evidences',
    input: { id: 'policy', name: 'Policy 12', dated: '2021-03-30' },
    select: 'dated sha256',
    created: { dated: '2021-03-30', sha256: null },
    patch: { sha256: 'AB'.repeat(32) },
    updated: { dated: '2021-03-30', sha256: 'ab'.repeat(32) },
  },
  {
    type: 'BasisClaim',
    one: 'basisClaim',
    many: 'basisClaims',
    input: {
      id: 'claim',
      name: 'Harm',
      restriction: 'hold',
      exception: 'EX-HARM',
      answers: [{ condition: '171.201(b)', answer: 'NOT_MET', evidence: ['policy'] }],
    },
    select:
      'status decidedBy restriction { id } answers { condition answer answeredBy evidence { id } } evidence { id }',
    created: {
      status: 'DRAFT',
      decidedBy: null,
      restriction: { id: 'hold' },
      answers: [{ condition: '171.201(b)', answer: 'NOT_MET', answeredBy: 'local user', evidence: [{ id: 'policy' }] }],
      evidence: [{ id: 'policy' }],
    },
    patch: { answers: [] },
    updated: {
      status: 'DRAFT',
      decidedBy: null,
      restriction: { id: 'hold' },
      answers: [{ condition: '171.201(b)', answer: 'UNKNOWN', answeredBy: 'local user', evidence: [] }],
      evidence: [],
    },
  },
];

const payload = (one: string, select = ''): string =>
  `{ ok revision error { code field message actualRevision } entity: ${one} { id name revision ${select} } }`;

const create = async ({ type, one, select }: Case, input: object): Promise<Payload> => {
  const query = `mutation($input: Create${type}Input!) { payload: create${type}(input: $input) ${payload(one, select)} }`;
  return (await server.ask<{ readonly payload: Payload }>(query, { input })).payload;
};

const update = async ({ type, one, select }: Case, id: string, revision: number, input: object): Promise<Payload> => {
  const query = `mutation($id: ID!, $revision: Int!, $input: Update${type}Input!) {
    payload: update${type}(id: $id, expectedRevision: $revision, input: $input) ${payload(one, select)}
  }`;
  return (await server.ask<{ readonly payload: Payload }>(query, { id, revision, input })).payload;
};

describe.each(cases)('$type', (each) => {
  const id = String(each.input['id']);
  let revision = 0;

  it('is created with its defaults', async () => {
    const { ok, error, entity } = await create(each, each.input);
    expect({ ok, error }).toEqual({ ok: true, error: null });
    expect(entity).toMatchObject({ id, name: each.input['name'], ...each.created });
    revision = entity?.revision ?? 0;
    expect(revision).toBeGreaterThan(0);
  });

  it('is not created a second time under the same id', async () => {
    const { ok, error } = await create(each, each.input);
    expect(ok).toBe(false);
    expect(error).toMatchObject({ code: 'CONFLICT', actualRevision: revision });
  });

  it('is changed where the patch says so and nowhere else', async () => {
    const { error, entity } = await update(each, id, revision, each.patch);
    expect(error).toBeNull();
    expect(entity).toMatchObject({ id, name: each.input['name'], ...each.updated });
    expect(entity?.revision).toBeGreaterThan(revision);
  });

  it('refuses a change that rests on an old revision, and loses nothing', async () => {
    const { ok, error } = await update(each, id, revision, { name: 'Overwritten' });
    expect(ok).toBe(false);
    expect(error?.code).toBe('CONFLICT');
    expect(error?.actualRevision).toBeGreaterThan(revision);
    const { found } = await server.ask<{ found: { name: string } }>(
      `query($id: ID!) { found: ${each.one}(id: $id) { name } }`,
      { id },
    );
    expect(found.name).toBe(each.input['name']);
  });

  it('does not clear its name', async () => {
    const current = await server.ask<{ found: { revision: number } }>(
      `query($id: ID!) { found: ${each.one}(id: $id) { revision } }`,
      { id },
    );
    const { error } = await update(each, id, current.found.revision, { name: null });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'name' });
  });

  it('is found in its list and has its history', async () => {
    const { list } = await server.ask<{
      list: { nodes: { id: string; history: { action: string; concept: string }[] }[] };
    }>(
      `query($text: String!) { list: ${each.many}(filter: { text: $text }) { nodes { id history { action concept } } } }`,
      { text: id },
    );
    const found = list.nodes.find((node) => node.id === id);
    expect(found?.history.map(({ action }) => action)).toEqual(['UPDATE', 'CREATE']);
  });

  it('answers NOT_FOUND for a change of one that is not there', async () => {
    const { error } = await update(each, 'is-not-there', 1, { name: 'x' });
    expect(error?.code).toBe('NOT_FOUND');
  });
});
