import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { classCandidates } from '../../server/src/importers/capability-statement/class-candidates.ts';
import {
  parseCapabilityStatement,
  type CapabilityFacts,
} from '../../server/src/importers/capability-statement/index.ts';
import { mapSide } from '../../server/src/importers/capability-statement/map-side.ts';
import { missingClasses, type MissingClass } from '../../server/src/importers/capability-statement/missing-classes.ts';
import { r4Types } from '../../server/src/importers/capability-statement/resource-types.ts';
import { must } from '../kit/seed-graph.ts';
import { asBytes, openImports } from './import-kit.ts';
import { samplePath, vocabulary } from './reading-kit.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';
const candidates = classCandidates({ DataClass: new Map() }, vocabulary);
const readable = [{ code: 'read' }, { code: 'search-type' }];

interface Stated {
  readonly type: string;
  readonly interaction?: readonly { readonly code: string }[];
  readonly supportedProfile?: readonly string[];
  readonly searchParam?: readonly { readonly name: string }[];
}

const statement = (resource: readonly Stated[], more = {}) => ({
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  kind: 'instance',
  rest: [{ mode: 'server', resource: resource.map((each) => ({ interaction: readable, ...each })) }],
  ...more,
});
const factsOf = (value: unknown): CapabilityFacts => must(parseCapabilityStatement(value));
const missing = (resource: readonly Stated[], more = {}): readonly MissingClass[] =>
  missingClasses(factsOf(statement(resource, more)), candidates, vocabulary.uscdi);
const ids = (list: readonly MissingClass[]): readonly string[] => list.map(({ dataClass }) => dataClass);

const every = [
  'AllergyIntolerance',
  'CarePlan',
  'CareTeam',
  'Condition',
  'Coverage',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Goal',
  'Immunization',
  'MedicationRequest',
  'Observation',
  'Patient',
  'Procedure',
  'Provenance',
].map((type): Stated => ({ type }));
const without = (...types: readonly string[]): readonly Stated[] => every.filter(({ type }) => !types.includes(type));

describe('classes that a statement leaves out', () => {
  it('are none where every type is there', () => {
    expect(ids(missing(every))).toStrictEqual([]);
  });

  it.each([
    ['AllergyIntolerance', 'UC-ALG'],
    ['CarePlan', 'UC-PLAN'],
    ['CareTeam', 'UC-TEAM'],
    ['Coverage', 'UC-INS'],
    ['Device', 'UC-DEV'],
    ['Immunization', 'UC-IMM'],
    ['MedicationRequest', 'UC-MED'],
    ['Procedure', 'UC-PROC'],
    ['Provenance', 'UC-PROV'],
  ])('lacks %s: %s', (type, dataClass) => {
    const [only, second] = missing(without(type));
    expect([only?.dataClass, second]).toStrictEqual([dataClass, undefined]);
    expect(only).toMatchObject({
      pointer: '$.rest[0].resource',
      reason: expect.stringContaining(`does not list ${type}`) as string,
    });
    expect(only?.types[0]).toBe(type);
  });

  it('are not those that an ambiguous type could be about', () => {
    // An Observation, a Condition or a DocumentReference can be of these.
    expect(ids(missing(without('Goal', 'Encounter', 'Patient', 'DiagnosticReport')))).toStrictEqual([]);
    expect(ids(missing([{ type: 'Observation', searchParam: [{ name: 'category' }] }]))).not.toContain('UC-VIT');
    expect(ids(missing([{ type: 'Observation', searchParam: [{ name: 'category' }] }]))).not.toContain('UC-HSA');
  });

  it('are told where profiles say what an ambiguous type is about, and not beside a profile nobody knows', () => {
    const observation = (...names: readonly string[]): Stated => ({ type: 'Observation', supportedProfile: names });
    const rest = without('Observation', 'DiagnosticReport', 'Condition', 'DocumentReference');
    expect(ids(missing([...rest, observation(`${usCore}observation-lab`)]))).toStrictEqual([
      'UC-NOTE',
      'UC-CTEST',
      'UC-IMG',
      'UC-HSA',
      'UC-PROB',
      'UC-VIT',
    ]);
    const vitals = missing([...rest, observation(`${usCore}observation-lab`)]).find(
      ({ dataClass }) => dataClass === 'UC-VIT',
    );
    expect(vitals?.reason).toBe('it has Observation for other classes only');
    expect(
      ids(missing([...rest, observation(`${usCore}observation-lab`, 'https://a.example/StructureDefinition/own')])),
    ).not.toContain('UC-VIT');
    const concerns = { type: 'Condition', supportedProfile: [`${usCore}condition-problems-health-concerns`] };
    expect(ids(missing([...rest, observation(`${usCore}observation-lab`), concerns]))).not.toContain('UC-HSA');
  });

  it('are not those that an earlier release keeps in another type', () => {
    expect(ids(missing([...without('MedicationRequest'), { type: 'MedicationStatement' }]))).toStrictEqual([]);
    expect(ids(missing([...without('MedicationRequest'), { type: 'MedicationOrder' }]))).toStrictEqual([]);
    expect(ids(missing(without('CareTeam'), { resourceType: 'Conformance', fhirVersion: '1.0.2' }))).toStrictEqual([]);
    // A type that others only point to does not do.
    expect(ids(missing([...without('MedicationRequest'), { type: 'Medication' }]))).toStrictEqual(['UC-MED']);
  });

  it('are also those that can only be written, with the reason', () => {
    const [only] = missing([
      ...without('Goal', 'Observation', 'DocumentReference', 'Immunization'),
      { type: 'Immunization', interaction: [{ code: 'create' }] },
    ]).filter(({ dataClass }) => dataClass === 'UC-IMM');
    expect(only?.reason).toBe('it lists Immunization, which can be neither read nor searched');
  });

  it('are told with what speaks against it', () => {
    const [only] = missing([...without('CareTeam'), { type: 'CareTaem' }], {});
    expect(only?.reason).toBe('the statement does not list CareTeam; it also lists CareTaem, which FHIR does not have');
    const value = statement(without('CareTeam'));
    const rest = value.rest.map((each) => ({ ...each, operation: [{ name: '$everything' }] }));
    expect(missingClasses(factsOf({ ...value, rest }), candidates, vocabulary.uscdi)[0]?.reason).toContain(
      '$everything could return more',
    );
  });

  it.each([
    ['a specification', statement(without('Goal'), { kind: 'requirements' })],
    ['no server side', { ...statement([]), rest: [{ mode: 'client', resource: [{ type: 'Patient' }] }] }],
    ['no type', statement([])],
    ['no rest', statement([], { rest: [] })],
    ['a default of the platform', statement(r4Types.filter((type) => type !== 'CarePlan').map((type) => ({ type })))],
    [
      'a list that breaks off',
      statement(r4Types.filter((type) => type <= 'DeviceUseStatement').map((type) => ({ type }))),
    ],
  ])('are none of %s', (_what, value) => {
    expect(missingClasses(factsOf(value), candidates, vocabulary.uscdi)).toStrictEqual([]);
  });

  it('are never what the statement shows or leaves open, whatever it says', () => {
    const type = fc.constantFrom(
      ...every.map((each) => each.type),
      'MedicationDispense',
      'ServiceRequest',
      'Specimen',
      'RelatedPerson',
      'QuestionnaireResponse',
      'MedicationStatement',
      'Nonsense',
    );
    const profiles = vocabulary.uscdi.classes.flatMap((entry) => entry.profiles);
    const resource = fc.record({
      type,
      interaction: fc.subarray([{ code: 'read' }, { code: 'create' }, { code: 'search-type' }]),
      supportedProfile: fc.array(
        fc.constantFrom(
          ...profiles,
          'https://a.example/StructureDefinition/own',
          'http://hl7.org/fhir/StructureDefinition/Observation',
        ),
        { maxLength: 3 },
      ),
      searchParam: fc.subarray([{ name: 'category' }, { name: 'code' }, { name: 'patient' }]),
    });
    const own = fc.subarray(
      vocabulary.uscdi.classes.map(({ id }) => id),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 14 }), own, (resources, ownClasses) => {
        const facts = factsOf(statement(resources));
        // An inventory that has some classes under its own ids.
        const classes = ownClasses.map((catalogue) => [
          `own-${catalogue.toLowerCase()}`,
          { id: `own-${catalogue.toLowerCase()}`, name: 'Own', level: 'CLASS', catalogue, fhirResources: [] },
        ]);
        const graph = { DataClass: new Map(classes as never) } as Pick<EhiGraph, 'DataClass'>;
        const all = classCandidates(graph, vocabulary);
        const types = facts.sides.flatMap((side) => mapSide(side, all));
        const shown = new Set(
          types.flatMap(({ mapping }) => mapping.classes.map(({ candidate }) => candidate.catalogue)),
        );
        const openIds = new Set(types.flatMap(({ mapping }) => mapping.unclear?.candidates ?? []));
        const open = new Set(all.filter(({ id }) => openIds.has(id)).map(({ catalogue }) => catalogue));
        for (const { dataClass, reason, types: telling } of missingClasses(facts, all, vocabulary.uscdi)) {
          expect(shown.has(dataClass)).toBe(false);
          expect(open.has(dataClass)).toBe(false);
          expect(reason).not.toBe('');
          const entry = vocabulary.uscdi.classes.find(({ id }) => id === dataClass);
          expect(['v1', 'v2', 'v3']).toContain(entry?.since);
          expect(telling.every((each) => entry?.fhirResources.includes(each))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are observed at the channel of the statement', async () => {
    const { read, graph } = await openImports();
    const report = await read('server.json', {
      bytes: asBytes(statement(without('Immunization'), { publisher: 'Northwind' })),
    });
    const seen = [...(await graph()).Observation.values()].filter(({ fact }) => fact === 'missing-resource');
    expect(seen).toMatchObject([
      {
        name: 'No Immunizations in the statement',
        detail: 'the statement does not list Immunization',
        outcome: 'NOTED',
        matches: { concept: 'AccessChannel', id: report.channel },
        grade: 'ADVERTISED',
      },
    ]);
    expect(report.countByOutcome.NOTED).toBeGreaterThan(0);
  });
});

const path = (name: string): string => samplePath(`capability/${name}`) ?? '';

describe.skipIf(!existsSync(path('allscripts-dstu2-sandbox.json')))('real statements', () => {
  it.each([
    ['allscripts-dstu2-sandbox.json', ['UC-INS', 'UC-PROV']],
    ['epic-dstu2-sandbox-may2019.json', ['UC-INS', 'UC-PROV']],
    ['epic-stu3-sandbox-feb2019.json', ['UC-PLAN', 'UC-TEAM', 'UC-INS', 'UC-IMM', 'UC-DEV', 'UC-PROC', 'UC-PROV']],
    ['cerner-dstu2-2018.json', ['UC-INS', 'UC-PROV']],
    ['azure-api-for-fhir-r4-truncated.json', []],
    ['us-core-server-9.0.0.json', []],
    ['nuts-pip-r4.json', []],
  ])('%s', (name, expected) => {
    const facts = factsOf(JSON.parse(readFileSync(path(name), 'utf8')));
    expect(ids(missingClasses(facts, candidates, vocabulary.uscdi))).toStrictEqual(expected);
  });
});
