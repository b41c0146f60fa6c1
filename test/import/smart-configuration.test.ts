import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArtefactFacts, ClassSign } from '../../server/src/importers/facts/facts.ts';
import { smartConfigurationImporter as importer } from '../../server/src/importers/smart-configuration/index.ts';
import { parseScope } from '../../server/src/importers/smart-configuration/parse-scope.ts';
import { must } from '../kit/seed-graph.ts';
import {
  artefactAt,
  artefactOf,
  everythingIn,
  factsOf,
  fixtureText,
  fuzz,
  readWith,
  samplePath,
} from './reading-kit.ts';

const clinic = fixtureText('smart-configuration/clinic.json');
const read = (value: unknown, options = {}): Promise<ArtefactFacts> =>
  factsOf(importer, typeof value === 'string' ? value : JSON.stringify(value), options);
const signs = (list: readonly ClassSign[]): readonly string[] =>
  list.map(({ classes, certainty }) => `${classes.join('|')} ${certainty}`).toSorted();
const channel = (facts: ArtefactFacts, key: string) => facts.channels.find((each) => each.key === key);
const filter = (facts: ArtefactFacts, key: string) => facts.filters.find((each) => each.key === `gap ${key}`);
const note = (facts: ArtefactFacts, key: string) => facts.notes.find((each) => each.key === key)?.description;

const withScopes = (...scopes: readonly string[]) => ({
  authorization_endpoint: 'https://a.example/authorize',
  capabilities: ['launch-ehr'],
  scopes_supported: scopes,
});

describe('a SMART configuration', () => {
  it('is a system with one way out for each context', async () => {
    const facts = await read(clinic);
    expect(facts).toMatchObject({
      kind: 'smart-configuration',
      grade: 'ADVERTISED',
      origin: 'https://login.meadow.example/tenants/7',
      covers: ['scopes', 'capabilities'],
      title: 'SMART configuration of login.meadow.example, 24 scopes',
    });
    expect(facts.systems).toMatchObject([
      {
        name: 'login.meadow.example',
        isSelf: true,
        kind: 'SYS-FHIR',
        identifiers: ['https://login.meadow.example/tenants/7'],
      },
    ]);
    expect(
      facts.channels.map(({ key, kind, audiences, isComplete }) => [key, kind, audiences, isComplete]),
    ).toStrictEqual([
      ['patient', 'CH-G10-PAT', ['PATIENT'], false],
      ['user', 'CH-APP-PROV', ['APP_DEV', 'PROVIDER_TREAT'], false],
      ['system', 'CH-G10-SYS', [], false],
    ]);
  });

  it('releases what can be read, by type and by category, and nothing that can only be written', async () => {
    const facts = await read(clinic);
    const patient = channel(facts, 'patient')?.releases ?? [];
    expect(signs(patient)).toStrictEqual([
      'UC-ALG LIKELY',
      'UC-DEM LIKELY',
      'UC-LAB LIKELY',
      'UC-MED LIKELY',
      'UC-NOTE|UC-GOAL|UC-ORD POSSIBLE',
      'UC-VIT LIKELY',
    ]);
    expect(patient.find(({ classes }) => classes.includes('UC-LAB'))?.reason).toBe(
      'patient apps can ask for Observation of the category laboratory only',
    );
    expect(patient.find(({ classes }) => classes.includes('UC-NOTE'))?.reason).toMatch(
      /only for a part that a condition/,
    );
    expect(JSON.stringify(channel(facts, 'user')?.releases)).not.toContain('Task');
    expect(note(facts, 'accepts user')).toBe('AllergyIntolerance, Condition, Task');
    expect(note(facts, 'accepts patient')).toBe('Condition');
    expect(note(facts, 'wildcard-scope system')).toBe('system/*.write');
  });

  it('shows what staff apps can ask for and patient apps cannot', async () => {
    const facts = await read(clinic);
    expect(facts.filters.map(({ key }) => key)).toStrictEqual([
      'gap Condition',
      'gap Coverage',
      'gap DocumentReference',
      'gap Encounter',
      'gap MedicationDispense',
      'gap Observation',
    ]);
    expect(filter(facts, 'Coverage')).toMatchObject({
      at: { kind: 'CHANNEL', key: 'patient' },
      nature: 'SCOPE',
      effect: 'WITHHOLDS',
      certainty: 'LIKELY',
      expression: 'staff apps can ask for Coverage, patient apps cannot',
      pointer: 'scopes_supported: user/Coverage.read, system/Coverage.rs',
    });
    expect(signs(filter(facts, 'Coverage')?.classes ?? [])).toStrictEqual(['UC-INS LIKELY']);
    // A scope to create is no scope to read.
    expect(signs(filter(facts, 'Condition')?.classes ?? [])).toStrictEqual(['UC-ENC|UC-HSA|UC-PROB POSSIBLE']);
    // Patients get laboratory and vital signs, so those are not held back.
    const observation = filter(facts, 'Observation');
    expect(observation).toMatchObject({ effect: 'FILTERS' });
    expect(observation?.expression).toContain('patient apps only for the category laboratory, vital-signs');
    expect(observation?.classes[0]?.classes).not.toContain('UC-LAB');
    expect(observation?.classes[0]?.classes).not.toContain('UC-VIT');
    expect(observation?.classes[0]?.classes).toContain('UC-HSA');
    // Medications come to patients by another type.
    expect(filter(facts, 'MedicationDispense')).toMatchObject({ effect: 'FILTERS' });
    // A type without a class would be a filter of every class: it is named and nothing more.
    expect(note(facts, 'gap without class')).toBe('LedgerEntry, Organization');
    expect(facts.cannotTell.map(({ subject }) => subject)).toStrictEqual([
      'LedgerEntry',
      'The address of the FHIR server',
    ]);
  });

  it('keeps no secret, no query and no patient', async () => {
    const facts = await read(clinic);
    expect(everythingIn(facts)).not.toMatch(/SECRET|hunter2|svc/i);
    expect(facts.warnings).toHaveLength(3);
    expect(facts.warnings.join(' ')).toMatch(
      /"issuer" carried a user.*"token_endpoint" carried.*"registration_endpoint" is no web/,
    );
  });

  it('keeps the capabilities', async () => {
    const { describes, notes } = await read(clinic);
    expect(describes).toMatchObject({
      permission: 'permission-patient, permission-user, permission-v2',
      launch: 'launch-ehr, launch-standalone',
      client: 'client-public',
      context: 'context-standalone-patient',
      codeChallengeMethods: 'S256',
      scopeVersions: 'v1, v2',
      patientAppsCanRead: 5,
      otherScopes: 3,
    });
    expect(notes.filter(({ code }) => code.startsWith('smart-')).map(({ code }) => code)).toStrictEqual([
      'smart-permission',
      'smart-launch',
      'smart-context',
      'smart-client',
    ]);
  });

  it('takes name and address from who imports', async () => {
    const facts = await read(clinic, { origin: 'https://FHIR.meadow.example/r4/', systemName: 'Meadow EHR' });
    expect(facts.origin).toBe('https://fhir.meadow.example/r4');
    expect(facts.systems[0]).toMatchObject({ name: 'Meadow EHR' });
    expect(facts.systems[0]?.identifiers[0]).toBe('https://fhir.meadow.example/r4');
    expect(facts.channels[0]?.identifiers).toStrictEqual(['https://fhir.meadow.example/r4']);
    expect(facts.cannotTell.map(({ subject }) => subject)).toStrictEqual(['LedgerEntry']);
  });
});

describe('what a configuration does not say', () => {
  it('claims nothing from a list of scopes that is not there', async () => {
    const facts = await read({
      authorization_endpoint: 'https://a.example/x',
      capabilities: ['permission-patient', 'launch-ehr'],
    });
    expect(facts.covers).toStrictEqual(['capabilities']);
    expect(facts.filters).toStrictEqual([]);
    expect(facts.channels.map(({ key, releases }) => [key, releases])).toStrictEqual([['patient', []]]);
    expect(facts.warnings.join(' ')).toContain('has no list of scopes');
  });

  it('says when a server is for backend services only', async () => {
    const facts = await read({ ...withScopes('system/*.read'), capabilities: ['permission-patient'] });
    expect(facts.channels.map(({ key, releases }) => [key, releases])).toStrictEqual([['system', []]]);
    expect(facts.filters).toStrictEqual([]);
    expect(facts.warnings.join(' ')).toMatch(/^Backend services only.*claims permission-patient/);
    expect(facts.cannotTell[0]?.reason).toContain('system/*.read does not name types');
  });

  it('puts the difference at the system where patients have no channel', async () => {
    const facts = await read(withScopes('user/Immunization.read'));
    expect(filter(facts, 'Immunization')).toMatchObject({ at: { kind: 'SYSTEM', key: 'server' }, effect: 'WITHHOLDS' });
  });

  it.each([
    ['patient/*.read', 'user/Coverage.read', 0],
    ['patient/*.write', 'user/Coverage.read', 1],
    ['patient/*.cud', 'user/Coverage.s', 1],
    ['patient/Coverage.u', 'user/Coverage.s', 1],
    ['patient/Coverage.rs', 'user/Coverage.s', 0],
    ['patient/Coverage.read', 'user/*.read', 0],
    ['patient/Coverage.read', 'user/Coverage.write', 0],
    ['patient/Observation.rs?category=vital-signs', 'user/Observation.rs?category=vital-signs', 0],
    ['patient/Observation.rs?category=vital-signs', 'user/Observation.rs?category=laboratory', 1],
    ['patient/Observation.rs?_id=1', 'user/Observation.rs?_id=2', 0],
  ])('%s beside %s leaves %i differences', async (patient, staff, count) => {
    expect((await read(withScopes(patient, staff))).filters).toHaveLength(count);
  });

  it('claims no patients where the sign-in is for providers', async () => {
    const facts = await read({
      ...withScopes('patient/Patient.read'),
      authorization_endpoint: 'https://a.example/personas/provider/authorize',
    });
    expect(facts.channels[0]).toMatchObject({ kind: 'CH-G10-PAT', audiences: [] });
    expect(facts.warnings.join(' ')).toContain('The sign-in address is for providers');
  });

  it('reads a list written as one text, and passes over what is no list', async () => {
    const one = await read({ ...withScopes(), scopes_supported: 'openid patient/Patient.read' });
    expect(one.channels).toHaveLength(1);
    expect(one.warnings[0]).toContain('must be a list');
    const none = await read({ ...withScopes(), scopes_supported: { a: 1 } });
    expect(none.covers).toStrictEqual(['capabilities']);
    const mixed = await read(withScopes('patient/Patient.read', 3 as unknown as string));
    expect(mixed.warnings[0]).toContain('$.scopes_supported[1] is no text');
  });
});

describe('recognising', () => {
  it.each([
    [
      'an OpenID configuration',
      '{"issuer":"https://a.example","authorization_endpoint":"https://a.example/x","scopes_supported":["openid"]}',
    ],
    ['a FHIR resource', '{"resourceType":"Patient","capabilities":["launch-ehr"]}'],
    ['a list', '["launch-ehr"]'],
    ['text', 'scopes_supported: patient/Patient.read'],
  ])('%s is none', async (_what, text) => {
    expect(await importer.recognise(await artefactOf(text))).toBe(false);
  });

  it('refuses a file that was cut off, with the place', async () => {
    const artefact = await artefactOf(clinic.slice(0, 700), 'cut.json');
    expect(await importer.recognise(artefact)).toBe(true);
    const result = await readWith(importer, artefact);
    expect(result).toMatchObject({
      ok: false,
      error: { type: 'ArtefactRefused', reason: 'NOT_JSON', file: 'cut.json' },
    });
    expect(JSON.stringify(result)).not.toMatch(/SECRET|hunter2/);
  });

  it('answers damaged files', async () => {
    await expect(fuzz(importer, [clinic, JSON.stringify(withScopes('patient/*.read'))])).resolves.toBeUndefined();
  });

  it('answers any value in any field', async () => {
    const fields = ['issuer', 'token_endpoint', 'scopes_supported', 'capabilities', 'grant_types_supported'];
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('https://a.example:99999/', 'constructor'));
    const items = fc.array(fc.oneof(value, fc.constantFrom('launch-ehr', 'patient/constructor.read?category=name')));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...fields), fc.oneof(value, items)), async (configuration) => {
        const artefact = await artefactOf(JSON.stringify(configuration));
        const result = await readWith(importer, artefact);
        expect(result.ok).toBe(await importer.recognise(artefact));
      }),
      { numRuns: 150 },
    );
  });
});

describe('scopes', () => {
  const scope = fc
    .tuple(
      fc.constantFrom('patient', 'user', 'system'),
      fc.constantFrom(
        'Patient',
        'Observation',
        'Condition',
        'Coverage',
        'MedicationRequest',
        'Organization',
        'Foo',
        '*',
      ),
      fc.constantFrom('read', 'write', '*', 'rs', 'cud', 's', 'cruds'),
      fc.constantFrom(
        '',
        '',
        '?category=laboratory',
        '?category=vital-signs,survey',
        '?category=odd',
        '?subject=Patient/77',
      ),
    )
    .map(([context, type, permission, query]) => `${context}/${type}.${permission}${query}`);

  it('give the same facts in any order, twice or once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(scope, { minLength: 1, maxLength: 12 }), fc.nat(), async (scopes, seed) => {
        const turned = scopes.toSorted((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
        expect(await read(withScopes(...turned, ...scopes))).toStrictEqual(await read(withScopes(...scopes)));
      }),
      { numRuns: 60 },
    );
  });

  it('never hold back what patients can read, and never name who a condition names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(scope, { minLength: 1, maxLength: 12 }), async (scopes) => {
        const facts = await read(withScopes(...scopes));
        const read1 = scopes.filter((each) => /^patient\/[^?]*\.(read|\*|[cud]*[rs]+[cruds]*)$/.test(each));
        for (const { key } of facts.filters) {
          expect(
            read1.some((each) => each.startsWith(`patient/${key.slice(4)}.`) || each.startsWith('patient/*.')),
          ).toBe(false);
          expect(scopes.some((each) => new RegExp(`^(user|system)/${key.slice(4)}\\.`).test(each))).toBe(true);
        }
        expect(facts.filters.every(({ classes }) => classes.every((sign) => sign.classes.length > 0))).toBe(true);
        expect(everythingIn(facts)).not.toContain('77');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    'patient/Patient',
    'patient/.read',
    'Patient/Patient.read',
    'patient/Patient.reads',
    'patient/Pat1.read',
    'launch/patient',
    'patient/Patient.read extra',
  ])('%s is no scope on records', (text) => expect(parseScope(text)).toBeUndefined());
});

const millennium = samplePath('smart/cerner-smart-config.json');
const sandbox = samplePath('smart/sandbox-smart-config-system-only.json');

describe.skipIf(millennium === undefined || sandbox === undefined)('real configurations', () => {
  const sample = async (path: string | undefined): Promise<ArtefactFacts> => {
    const artefact = await artefactAt(path ?? '');
    expect(await importer.recognise(artefact)).toBe(true);
    return must(await readWith(importer, artefact));
  };

  it('one with scopes for every context', async () => {
    const facts = await sample(millennium);
    expect(facts.describes).toMatchObject({ patientAppsCanRead: 19, signInFor: 'provider' });
    expect(facts.channels.map(({ kind, releases }) => [kind, releases.length])).toStrictEqual([
      ['CH-G10-PAT', 15],
      ['CH-APP-PROV', 15],
      ['CH-G10-SYS', 15],
    ]);
    expect(note(facts, 'gap without class')).toBe('Organization, Practitioner');
    expect(facts.filters).toStrictEqual([]);
  });

  it('one for backend services only', async () => {
    const facts = await sample(sandbox);
    expect(facts.channels.map(({ kind, releases }) => [kind, releases.length])).toStrictEqual([['CH-G10-SYS', 0]]);
    expect([facts.filters.length, facts.warnings.length, facts.cannotTell.length]).toStrictEqual([0, 2, 2]);
  });
});
