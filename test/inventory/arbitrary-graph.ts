import fc from 'fast-check';
import type { ClassLink, ConceptName, Concepts, Hold } from '../../server/src/domain/model/concepts.ts';
import {
  claimStatuses,
  conceptNames,
  dataClassLevels,
  drsStatuses,
  effects,
  findingStates,
  holdRoles,
  observationDecisions,
  scenarioStates,
  workshopItemKinds,
  workshopItemStates,
  workshopStates,
} from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { grades } from '../../server/src/domain/model/entity.ts';

/** An instant no file may ever show: the property tests look for it in what is written. */
export const stamp = '2001-01-01T00:00:00.000Z';

/** Any text UTF-8 can hold, with those that YAML could mistake for something else. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  fc.constantFrom(
    'NO',
    'yes',
    'null',
    '~',
    '1e3',
    '0x1F',
    '8.2',
    '2021-04-05',
    '- a',
    '# x',
    '{a: b}',
    '*a',
    '&a',
    '<<',
  ),
  fc.constantFrom(
    'a: b',
    ' lead',
    'trail ',
    'line\nbreak',
    '\n',
    '\t',
    '"',
    "'",
    '\u2028',
    '\ufeff',
    '---',
    '...',
    '|',
    '%',
  ),
);
const id = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,10}$/),
  fc.constantFrom(
    'con',
    'NUL',
    'nul.x',
    'lis',
    'LIS',
    'Lis',
    'a:b',
    '1',
    '1.0',
    'true',
    'constructor',
    'a'.repeat(128),
  ),
);
const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString());
/** JSON of an object, as imports keep it. */
const json = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.nat(), fc.string()))
  .map((value) => JSON.stringify(value));
/** JSON of a list, as the records of workshops keep it. */
const jsonList = fc
  .array(fc.record({ id: fc.stringMatching(/^[a-z]{1,6}$/), title: fc.string() }), { maxLength: 3 })
  .map((value) => JSON.stringify(value));
const revisions = fc.array(fc.nat(), { maxLength: 3 });
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** A record whose `optional` fields are absent now and then: absent, never `undefined`. */
const fields = (required: Fields, optional: Fields = {}): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });

const lifespan = fc
  .record({ startedOn: date, endedOn: date, endReason: text }, { requiredKeys: [] })
  .map(({ startedOn, endedOn, ...rest }) =>
    startedOn !== undefined && endedOn !== undefined && endedOn < startedOn
      ? { startedOn: endedOn, endedOn: startedOn, ...rest }
      : { ...(startedOn === undefined ? {} : { startedOn }), ...(endedOn === undefined ? {} : { endedOn }), ...rest },
  );
const provenance = fields({ source: text, grade: fc.constantFrom(...grades), recordedAt: fc.constant(stamp) });

const join = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((values) => Object.assign({}, ...values) as object);

const entity = (entityId: string, own: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  join(
    fields(
      {
        id: fc.constant(entityId),
        name: fc.oneof(fc.constant(entityId), text),
        createdAt: fc.constant(stamp),
        updatedAt: fc.constant(stamp),
        revision: fc.constant(1),
      },
      { description: text },
    ),
    provenance,
    lifespan,
    own,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byClassThenRole = (a: ClassLink, b: ClassLink): number =>
  compare(a.dataClass, b.dataClass) || compare((a as Hold).role ?? '', (b as Hold).role ?? '');

const links = (classes: readonly string[], own: Fields = {}, required: Fields = {}): fc.Arbitrary<readonly object[]> =>
  classes.length === 0
    ? fc.constant([])
    : fc
        .uniqueArray(
          join(fields({ dataClass: fc.constantFrom(...classes) }), fields(required, own), provenance, lifespan),
          { maxLength: 4, selector: (link) => (link as ClassLink).dataClass },
        )
        .map((list) => (list as ClassLink[]).toSorted(byClassThenRole));

const some = (ids: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.shuffledSubarray([...ids], { maxLength: Math.min(3, ids.length) });
const texts = fc.array(text, { maxLength: 3 });
const ids = (maxLength: number): fc.Arbitrary<string[]> => fc.uniqueArray(id, { maxLength });

const levelled = (classIds: readonly string[]): fc.Arbitrary<readonly object[]> =>
  fc.tuple(...classIds.map(() => fc.tuple(fc.constantFrom(...dataClassLevels), fc.option(fc.nat())))).chain((choices) =>
    fc.tuple(
      ...classIds.map((classId, index) => {
        const [level, pick] = choices[index] ?? ['CLASS' as const, null];
        const higher = classIds.filter((_, other) => {
          const otherLevel = choices[other]?.[0] ?? 'CLASS';
          return dataClassLevels.indexOf(otherLevel) < dataClassLevels.indexOf(level);
        });
        const parent = pick === null ? undefined : higher[pick % Math.max(1, higher.length)];
        return entity(
          classId,
          fields(
            {
              level: fc.constant(level),
              drsStatus: fc.constantFrom(...drsStatuses),
              fhirResources: texts,
              overlays: texts,
              ...(parent === undefined ? {} : { partOf: fc.constant(parent) }),
            },
            { catalogue: text, drsBranch: text, exclusion: text, rationale: text, uscdi: text },
          ),
        );
      }),
    ),
  );

const each = (entityIds: readonly string[], own: () => fc.Arbitrary<object>): fc.Arbitrary<readonly object[]> =>
  fc.tuple(...entityIds.map((entityId) => entity(entityId, own())));

const from = (values: readonly string[]): Fields[string] => fc.constantFrom(...values);

/** Small valid inventories: every concept, every optional field, every reference to something that is there. */
export const arbitraryGraph: fc.Arbitrary<EhiGraph> = fc
  .record({
    Organization: ids(2),
    DataClass: ids(5),
    Audience: ids(2),
    System: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
    Flow: ids(3),
    AccessChannel: ids(2),
    Restriction: ids(2),
    Evidence: ids(2),
    BasisClaim: ids(2),
    ImportRun: ids(2),
    Observation: ids(2),
    FindingReview: ids(2),
    Workshop: ids(2),
    Scenario: ids(2),
    Walkthrough: ids(2),
    WorkshopItem: ids(3),
  } satisfies { [C in ConceptName]: fc.Arbitrary<string[]> })
  .map((all) => ({
    ...all,
    BasisClaim: all.Restriction.length > 0 ? all.BasisClaim : [],
    Observation: all.ImportRun.length > 0 ? all.Observation : [],
    WorkshopItem: all.Workshop.length > 0 ? all.WorkshopItem : [],
  }))
  .chain((all) => {
    const targets = [
      ...all.System.map((target) => ({ kind: 'SYSTEM', id: target })),
      ...all.Flow.map((target) => ({ kind: 'FLOW', id: target })),
      ...all.AccessChannel.map((target) => ({ kind: 'CHANNEL', id: target })),
    ];
    const matches = conceptNames.flatMap((concept) => all[concept].map((target) => ({ concept, id: target })));
    const forWorkshop: Fields = all.Workshop.length > 0 ? { workshop: from(all.Workshop) } : {};
    return fc.record({
      Organization: each(all.Organization, () => fields({ actorRoles: texts })),
      DataClass: levelled(all.DataClass),
      Audience: each(all.Audience, () => fields({})),
      System: each(all.System, () =>
        fields(
          {
            kind: text,
            identifiers: texts,
            holds: links(all.DataClass, { format: text, retention: text }, { role: fc.constantFrom(...holdRoles) }),
            ...(all.Organization.length > 0 ? { organization: from(all.Organization) } : {}),
          },
          {
            vendor: text,
            product: text,
            version: text,
            custodian: text,
            certified: fc.boolean(),
            lifecycle: fc.constantFrom('PLANNED', 'ACTIVE', 'RETIRING', 'RETIRED'),
            zone: text,
          },
        ),
      ),
      Flow: each(all.Flow, () =>
        fields(
          { from: from(all.System), to: from(all.System), carries: links(all.DataClass, { transform: text }) },
          { protocol: text, trigger: text, schedule: text, engineRef: text },
        ),
      ),
      AccessChannel: each(all.AccessChannel, () =>
        fields(
          {
            kind: text,
            system: from(all.System),
            standards: texts,
            identifiers: texts,
            releases: links(all.DataClass),
            audiences: some(all.Audience),
          },
          { floor: text },
        ),
      ),
      Restriction: each(all.Restriction, () =>
        fields({
          practice: text,
          effect: fc.constantFrom(...effects),
          basis: fc.constantFrom('LAW', 'POLICY', 'UNKNOWN'),
          automated: fc.boolean(),
          appliesTo: fc.constantFrom(...targets),
          limits: some(all.DataClass),
          audiences: some(all.Audience),
          purposes: texts,
        }),
      ),
      Evidence: each(all.Evidence, () =>
        fields({}, { uri: text, sha256, dated: date, fileName: text, mediaType: text, bytes: fc.nat() }),
      ),
      BasisClaim: each(all.BasisClaim, () =>
        fields(
          {
            restriction: from(all.Restriction),
            status: fc.constantFrom(...claimStatuses),
            claimedAt: instant,
            answers: fc.array(
              fields(
                {
                  condition: text,
                  answer: fc.constantFrom('MET', 'NOT_MET', 'UNKNOWN'),
                  answeredAt: instant,
                  answeredBy: text,
                  evidence: some(all.Evidence),
                },
                { rationale: text },
              ),
              { maxLength: 3 },
            ),
          },
          {
            exception: text,
            lawCitation: text,
            rulePack: text,
            submittedBy: text,
            submittedAt: instant,
            decidedBy: text,
            decidedAt: instant,
            decisionReason: text,
            supersedes: from(all.BasisClaim),
            reviewBy: date,
          },
        ),
      ),
      ImportRun: each(all.ImportRun, () =>
        fields(
          {
            kind: text,
            file: text,
            sha256,
            startedAt: instant,
            status: fc.constantFrom('RUNNING', 'DONE', 'FAILED', 'UNDONE'),
            warnings: texts,
          },
          {
            finishedAt: instant,
            title: text,
            origin: text,
            dated: text,
            bytes: fc.nat(),
            baseRevision: fc.nat(),
            covers: fc.array(text, { minLength: 1, maxLength: 3 }),
            counts: json,
            settings: json,
            undoneBy: text,
            undoneAt: instant,
            undoReason: text,
          },
        ),
      ),
      Observation: each(all.Observation, () =>
        fields(
          {
            run: from(all.ImportRun),
            fact: text,
            pointer: text,
            outcome: fc.constantFrom('MATCHED', 'ADDED', 'CONFLICTING', 'AMBIGUOUS', 'NOTED'),
          },
          {
            detail: text,
            matches: fc.constantFrom(...matches),
            key: text,
            origin: text,
            scope: text,
            statement: json,
            decision: fc.constantFrom(...observationDecisions),
            decidedBy: text,
            decidedAt: instant,
            decisionReason: text,
          },
        ),
      ),
      FindingReview: each(all.FindingReview, () =>
        fields(
          { finding: text, rule: text, state: fc.constantFrom(...findingStates) },
          { owner: text, dueOn: date, rationale: text, explanation: text },
        ),
      ),
      Workshop: each(all.Workshop, () =>
        fields(
          {
            facilitator: text,
            heldOn: date,
            state: fc.constantFrom(...workshopStates),
            attendees: texts,
          },
          {
            topics: jsonList,
            openedAt: instant,
            closedAt: instant,
            openedRevision: fc.nat(),
            closedRevision: fc.nat(),
            unknownsAtOpen: json,
            unknownsAtClose: json,
          },
        ),
      ),
      Scenario: each(all.Scenario, () =>
        fields(
          { state: fc.constantFrom(...scenarioStates), baseRevision: fc.nat(), revisions },
          {
            changes: jsonList,
            outages: jsonList,
            ...forWorkshop,
            savedBy: fc.array(text, { minLength: 1, maxLength: 3 }),
            proposedBy: text,
            proposedAt: instant,
            decidedBy: text,
            decidedAt: instant,
            decisionReason: text,
          },
        ),
      ),
      Walkthrough: each(all.Walkthrough, () => fields({}, { stops: jsonList, ...forWorkshop, atRevision: fc.nat() })),
      WorkshopItem: each(all.WorkshopItem, () =>
        fields(
          {
            workshop: from(all.Workshop),
            kind: fc.constantFrom(...workshopItemKinds),
            state: fc.constantFrom(...workshopItemStates),
            agreedBy: texts,
            objectedBy: texts,
            revisions,
          },
          {
            topic: text,
            about: fc.constantFrom(...matches),
            assignee: text,
            dueOn: date,
            answer: text,
            answeredBy: text,
            answeredAt: instant,
            link: text,
            ...(all.Evidence.length > 0 ? { picture: from(all.Evidence) } : {}),
          },
        ),
      ),
    });
  })
  .map((documents) => {
    const maps = Object.entries(documents).map(([concept, list]) => [
      concept,
      new Map((list as readonly Concepts[ConceptName][]).map((document) => [document.id, document])),
    ]);
    return { revision: 1, ...Object.fromEntries(maps) } as EhiGraph;
  });
