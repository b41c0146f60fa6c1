import fc from 'fast-check';
import {
  claimStatuses,
  dataClassLevels,
  drsStatuses,
  effects,
  holdRoles,
  scenarioStates,
  targetKinds,
  workshopItemKinds,
  workshopItemStates,
  workshopStates,
  type AccessChannel,
  type Audience,
  type BasisClaim,
  type Carry,
  type ClassLink,
  type ConceptName,
  type Concepts,
  type ConditionAnswer,
  type DataClass,
  findingStates,
  type Evidence,
  type FindingReview,
  type Flow,
  type Hold,
  observationDecisions,
  type ImportRun,
  type Observation,
  type Organization,
  type Restriction,
  type Scenario,
  type System,
  type Walkthrough,
  type Workshop,
  type WorkshopItem,
} from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { grades, type Entity, type Id } from '../../server/src/domain/model/entity.ts';

/** What every stamp of a generated document is: the stores replace it. */
export const generatedAt = '2026-01-02T03:04:05.000Z';

/** Text as people and files bring it: quotes, other scripts, emoji, control characters, things that look like code. */
export const anyText = (maxLength = 24): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        'O\'Brien "q" `b` \\n',
        '$name {x: 1}',
        'null',
        '12',
        '2024-01-01',
        'Ärzte — 検査 🧪',
      ),
    },
  );

const anyName = anyText().map((text) => (text === '' ? 'unnamed' : text));
const anyDate = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyInstant = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anySha = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,12}$/);

/** Some members absent: a key is there with a value, or not at all. */
const optional = <T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const lifespan = optional({ startedOn: anyDate, endedOn: anyDate, endReason: anyText() });
const provenance = fc.record({
  source: fc.oneof(anyName, fc.constant('import:run-1')),
  grade: fc.constantFrom(...grades),
  recordedAt: fc.constant(generatedAt),
});

const merge = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([one, two]) => ({ ...one, ...two }));

const entity = (id: Id): fc.Arbitrary<Entity> =>
  merge(
    merge(provenance, lifespan),
    merge(
      fc.record({
        id: fc.constant(id),
        name: anyName,
        createdAt: fc.constant(generatedAt),
        updatedAt: fc.constant(generatedAt),
        revision: fc.constant(1),
      }),
      optional({ description: anyText() }),
    ),
  );

/** A list of class links sorted by class, as the stores give them back; at most one link for a class and role. */
const links = <L extends ClassLink>(classes: readonly Id[], more: fc.Arbitrary<Omit<L, keyof ClassLink>>) =>
  classes.length === 0
    ? fc.constant<readonly L[]>([])
    : fc
        .uniqueArray(
          fc
            .tuple(merge(provenance, lifespan), fc.record({ dataClass: fc.constantFrom(...classes) }), more)
            .map((parts) => Object.assign({}, ...parts) as L),
          { maxLength: 5, selector: linkKey },
        )
        .map((some): readonly L[] => some.toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1)));

const linkKey = (link: ClassLink): string => `${link.dataClass}\u0000${'role' in link ? String(link.role) : ''}`;

const someOf = (ids: readonly Id[]): fc.Arbitrary<readonly Id[]> =>
  ids.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });

const words = fc.array(anyText(12), { maxLength: 3 });

/** The documents of one concept, one for each id. */
const each = <T>(ids: readonly Id[], make: (id: Id, place: number) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  ids.length === 0 ? fc.constant([]) : fc.tuple(...ids.map(make));

/** The ids of each concept, made first: every reference is to one of them. */
export type IdsByConcept = Readonly<Record<ConceptName, readonly Id[]>>;

const idList = (minLength: number, maxLength: number): fc.Arbitrary<readonly Id[]> =>
  fc.uniqueArray(anyId, { minLength, maxLength });

/** Ids with at least one system, class, flow, channel, restriction and run, so that no list of references is empty. */
export const anyIds: fc.Arbitrary<IdsByConcept> = fc.record({
  Organization: idList(0, 2),
  DataClass: idList(1, 7),
  Audience: idList(1, 3),
  System: idList(1, 5),
  Flow: idList(1, 6),
  AccessChannel: idList(1, 3),
  Restriction: idList(1, 4),
  Evidence: idList(0, 3),
  BasisClaim: idList(0, 3),
  ImportRun: idList(1, 2),
  Observation: idList(0, 3),
  FindingReview: idList(0, 2),
  Workshop: idList(1, 2),
  Scenario: idList(0, 2),
  Walkthrough: idList(0, 2),
  WorkshopItem: idList(0, 3),
});

const dataClasses = (ids: readonly Id[]): fc.Arbitrary<readonly DataClass[]> =>
  each(ids, (id) =>
    fc.tuple(
      merge(
        merge(
          entity(id),
          fc.record({
            level: fc.constantFrom(...dataClassLevels),
            drsStatus: fc.constantFrom(...drsStatuses),
            fhirResources: words,
            overlays: words,
          }),
        ),
        optional({
          catalogue: anyText(),
          drsBranch: anyText(),
          exclusion: anyText(),
          rationale: anyText(),
          uscdi: fc.constantFrom('v1', 'v3'),
        }),
      ),
      fc.option(fc.nat(), { nil: undefined }),
    ),
  ).map((made) => {
    const all = made.map(([dataClass]): DataClass => dataClass);
    return made.map(([dataClass, pick]): DataClass => {
      // A parent of a higher level cannot be a descendant, so the tree has no ring.
      const rank = dataClassLevels.indexOf(dataClass.level);
      const above = all.filter((one) => dataClassLevels.indexOf(one.level) < rank);
      const parent = pick === undefined ? undefined : above[pick % Math.max(above.length, 1)];
      return parent === undefined ? dataClass : { ...dataClass, partOf: parent.id };
    });
  });

const systems = (ids: IdsByConcept): fc.Arbitrary<readonly System[]> =>
  each(ids.System, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          kind: anyName,
          identifiers: words,
          holds: links<Hold>(
            ids.DataClass,
            merge(
              fc.record({ role: fc.constantFrom(...holdRoles) }),
              optional({ format: anyText(), retention: anyText() }),
            ),
          ),
        }),
      ),
      optional({
        vendor: anyText(),
        product: anyText(),
        version: anyText(),
        custodian: anyText(),
        certified: fc.boolean(),
        lifecycle: fc.constantFrom('PLANNED', 'ACTIVE', 'RETIRED'),
        zone: anyText(),
        ...(ids.Organization.length === 0 ? {} : { organization: fc.constantFrom(...ids.Organization) }),
      }),
    ),
  );

const flows = (ids: IdsByConcept): fc.Arbitrary<readonly Flow[]> =>
  each(ids.Flow, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          from: fc.constantFrom(...ids.System),
          to: fc.constantFrom(...ids.System),
          carries: links<Carry>(ids.DataClass, optional({ transform: anyText() })),
        }),
      ),
      optional({ protocol: anyText(), trigger: anyText(), schedule: anyText(), engineRef: anyText() }),
    ),
  );

const channels = (ids: IdsByConcept): fc.Arbitrary<readonly AccessChannel[]> =>
  each(ids.AccessChannel, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          kind: anyName,
          standards: words,
          system: fc.constantFrom(...ids.System),
          identifiers: words,
          releases: links<ClassLink>(ids.DataClass, fc.constant({})),
          audiences: someOf(ids.Audience),
        }),
      ),
      optional({ floor: anyText() }),
    ),
  );

const restrictions = (ids: IdsByConcept): fc.Arbitrary<readonly Restriction[]> => {
  const targets = { SYSTEM: ids.System, FLOW: ids.Flow, CHANNEL: ids.AccessChannel };
  return each(ids.Restriction, (id) =>
    merge(
      entity(id),
      fc.record({
        practice: anyName,
        effect: fc.constantFrom(...effects),
        basis: fc.constantFrom('LAW', 'POLICY', 'VENDOR_DEFAULT', 'UNKNOWN'),
        automated: fc.boolean(),
        appliesTo: fc
          .constantFrom(...targetKinds)
          .chain((kind) => fc.record({ kind: fc.constant(kind), id: fc.constantFrom(...targets[kind]) })),
        limits: someOf(ids.DataClass),
        audiences: someOf(ids.Audience),
        purposes: fc.subarray(['TREATMENT', 'PAYMENT', 'INDIVIDUAL_ACCESS']),
      }),
    ),
  );
};

const answers = (evidence: readonly Id[]): fc.Arbitrary<readonly ConditionAnswer[]> =>
  fc.array(
    merge(
      fc.record({
        condition: fc.constantFrom('171.201(a)', '171.201(b)', '171.204(a)(3)'),
        answer: fc.constantFrom('MET' as const, 'NOT_MET' as const, 'UNKNOWN' as const),
        answeredAt: anyInstant,
        answeredBy: anyName,
        evidence: someOf(evidence),
      }),
      optional({ rationale: anyText() }),
    ),
    { maxLength: 3 },
  );

const claims = (ids: IdsByConcept): fc.Arbitrary<readonly BasisClaim[]> =>
  each(ids.BasisClaim, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          restriction: fc.constantFrom(...ids.Restriction),
          status: fc.constantFrom(...claimStatuses),
          claimedAt: anyInstant,
          answers: answers(ids.Evidence),
        }),
      ),
      optional({
        exception: fc.constantFrom('EX-HARM', 'EX-PRIVACY'),
        lawCitation: anyText(),
        rulePack: fc.constant('2024-12-17'),
        submittedBy: anyName,
        submittedAt: anyInstant,
        decidedBy: anyName,
        decidedAt: anyInstant,
        decisionReason: anyText(),
        supersedes: fc.constantFrom(...ids.BasisClaim),
        reviewBy: anyDate,
      }),
    ),
  );

/** JSON of an object, as imports keep it. */
const anyJson = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.nat(), fc.string()))
  .map((value) => JSON.stringify(value));

const runs = (ids: readonly Id[]): fc.Arbitrary<readonly ImportRun[]> =>
  each(ids, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          kind: anyName,
          file: anyName,
          sha256: anySha,
          startedAt: anyInstant,
          status: fc.constantFrom('RUNNING' as const, 'DONE' as const, 'FAILED' as const, 'UNDONE' as const),
          warnings: words,
        }),
      ),
      optional({
        finishedAt: anyInstant,
        title: anyName,
        origin: anyName,
        dated: anyName,
        bytes: fc.nat(),
        baseRevision: fc.nat(),
        covers: fc.array(anyName, { minLength: 1, maxLength: 3 }),
        counts: anyJson,
        settings: anyJson,
        undoneBy: anyName,
        undoneAt: anyInstant,
        undoReason: anyName,
      }),
    ),
  );

const observations = (ids: IdsByConcept): fc.Arbitrary<readonly Observation[]> => {
  const matchable = (Object.keys(ids) as ConceptName[]).filter((concept) => ids[concept].length > 0);
  const match = fc
    .constantFrom(...matchable)
    .chain((concept) => fc.record({ concept: fc.constant(concept), id: fc.constantFrom(...ids[concept]) }));
  return each(ids.Observation, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          run: fc.constantFrom(...ids.ImportRun),
          fact: fc.constantFrom('system', 'filter', 'cannot-tell'),
          pointer: anyText(),
          outcome: fc.constantFrom('MATCHED' as const, 'ADDED' as const, 'AMBIGUOUS' as const, 'NOTED' as const),
        }),
      ),
      optional({
        detail: anyText(),
        matches: match,
        key: anyName,
        origin: anyName,
        scope: anyName,
        statement: anyJson,
        decision: fc.constantFrom(...observationDecisions),
        decidedBy: anyName,
        decidedAt: anyInstant,
        decisionReason: anyName,
      }),
    ),
  );
};

/** JSON of a list, as the records of workshops keep it. */
const anyJsonList = fc
  .array(fc.record({ id: fc.stringMatching(/^[a-z]{1,6}$/), title: fc.string() }), { maxLength: 3 })
  .map((value) => JSON.stringify(value));

const anyRevisions = fc.array(fc.nat(), { maxLength: 3 });

const workshops = (ids: readonly Id[]): fc.Arbitrary<readonly Workshop[]> =>
  each(ids, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          facilitator: anyName,
          heldOn: anyDate,
          state: fc.constantFrom(...workshopStates),
          attendees: words,
        }),
      ),
      optional({
        topics: anyJsonList,
        openedAt: anyInstant,
        closedAt: anyInstant,
        openedRevision: fc.nat(),
        closedRevision: fc.nat(),
        unknownsAtOpen: anyJson,
        unknownsAtClose: anyJson,
      }),
    ),
  );

const scenarios = (ids: IdsByConcept): fc.Arbitrary<readonly Scenario[]> =>
  each(ids.Scenario, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({ state: fc.constantFrom(...scenarioStates), baseRevision: fc.nat(), revisions: anyRevisions }),
      ),
      optional({
        changes: anyJsonList,
        outages: anyJsonList,
        workshop: fc.constantFrom(...ids.Workshop),
        savedBy: fc.array(anyName, { minLength: 1, maxLength: 3 }),
        proposedBy: anyName,
        proposedAt: anyInstant,
        decidedBy: anyName,
        decidedAt: anyInstant,
        decisionReason: anyText(),
      }),
    ),
  );

const workshopItems = (ids: IdsByConcept): fc.Arbitrary<readonly WorkshopItem[]> => {
  const things = (Object.keys(ids) as ConceptName[]).filter((concept) => ids[concept].length > 0);
  const thing = fc
    .constantFrom(...things)
    .chain((concept) => fc.record({ concept: fc.constant(concept), id: fc.constantFrom(...ids[concept]) }));
  return each(ids.WorkshopItem, (id) =>
    merge(
      merge(
        entity(id),
        fc.record({
          workshop: fc.constantFrom(...ids.Workshop),
          kind: fc.constantFrom(...workshopItemKinds),
          state: fc.constantFrom(...workshopItemStates),
          agreedBy: words,
          objectedBy: words,
          revisions: anyRevisions,
        }),
      ),
      optional({
        topic: anyName,
        about: thing,
        assignee: anyName,
        dueOn: anyDate,
        answer: anyText(),
        answeredBy: anyName,
        answeredAt: anyInstant,
        link: anyText(),
        ...(ids.Evidence.length === 0 ? {} : { picture: fc.constantFrom(...ids.Evidence) }),
      }),
    ),
  );
};

const byId = <T extends Entity>(documents: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(documents.map((document) => [document.id, document]));

/** A valid inventory over these ids: each id has its document, and every reference leads to one. */
export const graphOver = (ids: IdsByConcept): fc.Arbitrary<EhiGraph> => {
  const documents = fc.record({
    Organization: each(ids.Organization, (id): fc.Arbitrary<Organization> =>
      merge(entity(id), fc.record({ actorRoles: words })),
    ),
    DataClass: dataClasses(ids.DataClass),
    Audience: each(ids.Audience, (id): fc.Arbitrary<Audience> => entity(id)),
    System: systems(ids),
    Flow: flows(ids),
    AccessChannel: channels(ids),
    Restriction: restrictions(ids),
    Evidence: each(ids.Evidence, (id): fc.Arbitrary<Evidence> =>
      merge(
        entity(id),
        optional({
          uri: anyText(),
          sha256: anySha,
          dated: anyDate,
          fileName: anyText(),
          mediaType: anyText(),
          bytes: fc.nat(),
        }),
      ),
    ),
    BasisClaim: claims(ids),
    ImportRun: runs(ids.ImportRun),
    Observation: observations(ids),
    FindingReview: each(ids.FindingReview, (id): fc.Arbitrary<FindingReview> =>
      merge(
        merge(entity(id), fc.record({ finding: anyName, rule: anyName, state: fc.constantFrom(...findingStates) })),
        optional({ owner: anyName, dueOn: anyDate, rationale: anyText(), explanation: anyText() }),
      ),
    ),
    Workshop: workshops(ids.Workshop),
    Scenario: scenarios(ids),
    Walkthrough: each(ids.Walkthrough, (id): fc.Arbitrary<Walkthrough> =>
      merge(
        entity(id),
        optional({ stops: anyJsonList, workshop: fc.constantFrom(...ids.Workshop), atRevision: fc.nat() }),
      ),
    ),
    WorkshopItem: workshopItems(ids),
  } satisfies { [C in ConceptName]: fc.Arbitrary<readonly Concepts[C][]> });
  return documents.map((made) => {
    const graph: Record<string, unknown> = { revision: 1 };
    for (const [concept, list] of Object.entries(made)) graph[concept] = byId<Entity>(list);
    return graph as unknown as EhiGraph;
  });
};

/** A random valid inventory, 8 to about 40 entities, every kind of reference among them. */
export const anyGraph: fc.Arbitrary<EhiGraph> = anyIds.chain(graphOver);

/** Two inventories over the same ids: what was recorded, and what it was changed to. */
export const anyTwoGraphs: fc.Arbitrary<readonly [EhiGraph, EhiGraph]> = anyIds.chain((ids) =>
  fc.tuple(graphOver(ids), graphOver(ids)),
);
