import { print, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConceptName } from '../../server/src/domain/model/concepts.ts';
import type { Write } from '../../server/src/store/index.ts';
import { unmovedBy, unmovedQuestions } from '../../web/src/api/unmoved-by.ts';
import * as questions from '../../web/src/gql/graphql.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'regional-hospital' });
});
afterAll(() => server.stop());

const documents = new Map(
  Object.values(questions as unknown as Record<string, DocumentNode>).flatMap((document) => {
    const [first] = document.definitions;
    return first !== undefined && 'operation' in first ? [[first.name?.value ?? '', document] as const] : [];
  }),
);

const day = { asOf: null, rulePack: null };
const traced = { ...day, dataClass: 'laboratory', audience: null, channel: null, part: null };
const system = { concept: 'SYSTEM', id: 'lis' };
/** What each question is asked with. */
const variables: Readonly<Record<string, object>> = {
  Trace: traced,
  TracePaths: { ...traced, part: 'laboratory', first: 20 },
  Inspect: system,
  InspectRestriction: { id: 'FIRST', asOf: null },
  MapPicture: { input: { around: [], hops: 1, expand: [], show: [], hide: [] } },
  MapRestrictions: { ...system, day: null },
  HeldClasses: { system: 'lis' },
  Ways: { from: 'lis', to: { concept: 'ACCESS_CHANNEL', id: 'portal-web' }, first: 20 },
  Coverage: { ...day, filter: {} },
  Findings: { filter: {}, sort: 'LEVEL', first: 100 },
  FindingFacets: { filter: {} },
};

/** The answer, without the number of the revision it is of. */
const answer = async (name: string): Promise<string> => {
  const document = documents.get(name);
  if (document === undefined) throw new Error(`no question ${name}`);
  const given = JSON.stringify(variables[name] ?? {}).replace('FIRST', restriction);
  const data = await server.ask<object>(print(document), JSON.parse(given) as object);
  for (const root of Object.values(data)) delete (root as { revision?: unknown }).revision;
  return JSON.stringify(data);
};
let restriction = '';

const names = {
  ACCESS_CHANNEL: 'AccessChannel',
  AUDIENCE: 'Audience',
  BASIS_CLAIM: 'BasisClaim',
  DATA_CLASS: 'DataClass',
  EVIDENCE: 'Evidence',
  FINDING_REVIEW: 'FindingReview',
  FLOW: 'Flow',
  IMPORT_RUN: 'ImportRun',
  OBSERVATION: 'Observation',
  ORGANIZATION: 'Organization',
  RESTRICTION: 'Restriction',
  SCENARIO: 'Scenario',
  SYSTEM: 'System',
  WALKTHROUGH: 'Walkthrough',
  WORKSHOP: 'Workshop',
  WORKSHOP_ITEM: 'WorkshopItem',
} as const satisfies Readonly<Record<questions.Concept, ConceptName>>;

describe('a question that changes of some concepts cannot alter', () => {
  it('is answered alike before and after each of them, for every such question and concept', async () => {
    const begun = await server.store.snapshot();
    if (!begun.ok) throw new Error(begun.error.message);
    restriction = [...begun.value.Restriction.keys()][0] ?? '';
    const made = [
      'createWorkshop(input: { id: "w", name: "W", heldOn: "2026-11-30", topics: [] }) { ok }',
      'addWorkshopItem(input: { workshop: "w", kind: NOTE, name: "Said" }) { ok }',
      'saveScenario(input: { name: "S", changes: [], outages: [] }) { ok }',
      'saveWalkthrough(input: { name: "Walk", stops: [] }) { ok }',
    ];
    const { findings } = await server.ask<{ findings: { nodes: readonly { id: string }[] } }>(
      '{ findings(first: 1) { nodes { id } } }',
    );
    made.push(
      `reviewFinding(input: { finding: ${JSON.stringify(findings.nodes[0]?.id)}, state: OPEN, owner: "Ana", expectedRevision: 0 }) { ok }`,
    );
    for (const each of made) await server.ask(`mutation { ${each} }`);
    const known = new Map<string, string>();
    const tried = new Set<string>();
    for (const [concept, name] of Object.entries(names)) {
      const still = unmovedQuestions.filter((each) => unmovedBy(documents.get(each) as DocumentNode).has(concept));
      for (const question of still) if (!known.has(question)) known.set(question, await answer(question));
      const now = await server.store.snapshot();
      if (!now.ok) throw new Error(now.error.message);
      // What the questions are about stays there.
      const ended = unmovedBy(questions.TraceDocument).has(concept)
        ? { endedOn: '2026-01-01', endReason: 'Tried' }
        : {};
      const writes = [...now.value[name].values()].slice(0, 40).map((thing, at) => ({
        concept: name,
        document: { ...thing, name: `Other words ${at}`, ...ended },
        action: 'UPDATE',
      }));
      const committed = await server.store.commit({ actor: 'test', writes: writes as unknown as Write[] });
      expect(committed.ok && committed.value.changes.length, JSON.stringify(committed)).toBeGreaterThan(0);
      tried.add(concept);
      for (const question of still)
        expect((await answer(question)) === known.get(question), `${question} after changes of ${concept}`).toBe(true);
      for (const question of known.keys()) if (!still.includes(question)) known.delete(question);
    }
    expect([...tried].sort()).toEqual(Object.keys(names));
  });
});

describe('a change of a concept that the page does not know', () => {
  it('may alter every answer', () => {
    for (const question of unmovedQuestions) {
      const unmoved = unmovedBy(documents.get(question) as DocumentNode);
      expect(unmoved.has('SOMETHING_NEW'), question).toBe(false);
      expect(unmoved.size, question).toBeGreaterThan(0);
    }
  });
});
