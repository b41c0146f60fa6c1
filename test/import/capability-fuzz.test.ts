import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../server/src/domain/result.ts';
import { refused } from '../../server/src/importers/artefact/artefact.ts';
import { classCandidates } from '../../server/src/importers/capability-statement/class-candidates.ts';
import { parseCapabilityStatement } from '../../server/src/importers/capability-statement/index.ts';
import { missingClasses } from '../../server/src/importers/capability-statement/missing-classes.ts';
import { isCapabilityStatement } from '../../server/src/importers/capability-statement/recognise.ts';
import { noFacts } from '../../server/src/importers/facts/facts.ts';
import type { Importer } from '../../server/src/importers/importer.ts';
import { fixtureText, fuzz, vocabulary } from './reading-kit.ts';

const candidates = classCandidates({ DataClass: new Map() }, vocabulary);

/** The reader of statements as the kit wants it: it has a plan of its own and gives no facts of this form. */
const reader: Importer = {
  kind: 'capability-statement',
  title: 'FHIR CapabilityStatement or Conformance',
  recognise: async (artefact) => {
    const json = await artefact.json();
    return json.ok && isCapabilityStatement(json.value);
  },
  read: async (artefact) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    const facts = parseCapabilityStatement(json.value);
    if (!facts.ok) return err(refused(artefact, 'NOT_SUPPORTED', facts.error.message, facts.error.mend));
    missingClasses(facts.value, candidates, vocabulary.uscdi);
    return ok({
      ...noFacts,
      kind: 'capability-statement',
      title: facts.value.release,
      grade: 'ADVERTISED',
      origin: 'server',
      describes: {},
    });
  },
};

const seeds = [
  'dstu2-conformance.json',
  'r4-client.json',
  'r4-patient-api-dstu2.json',
  'r4-requirements.json',
  'r4b-provider-api.json',
  'stu3-two-rests.json',
].map(fixtureText);

describe('damaged capability statements', () => {
  it('are read, or refused with a mend', async () => {
    await expect(fuzz(reader, seeds, 250)).resolves.toBeUndefined();
  });

  it('with any value in any field are read, or refused with a place', () => {
    const any = fc.jsonValue({ maxDepth: 3 });
    /** A list of the wrong shape refuses the whole statement: seldom, so that most are read. */
    const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 60, arbitrary: fc.array(item, { maxLength: 6 }) }, { weight: 1, arbitrary: any });
    const part = <T>(wanted: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 4, arbitrary: wanted }, { weight: 1, arbitrary: any });
    const code = fc.constantFrom('read', 'search-type', 'create', 'SHOULD-NOT', 'constructor', '__proto__', '');
    const resource = fc.record(
      {
        type: part(fc.constantFrom('Patient', 'Observation', 'Condition', 'constructor', 'toString', '__proto__')),
        interaction: list(fc.record({ code: part(code) })),
        supportedProfile: list(part(fc.webUrl())),
        profile: any,
        searchParam: list(fc.record({ name: part(code) })),
        operation: list(fc.record({ name: part(code), definition: any })),
      },
      { requiredKeys: [] },
    );
    const rest = fc.record(
      { mode: part(fc.constantFrom('server', 'client')), resource: list(resource), security: any },
      { requiredKeys: [] },
    );
    const statement = fc.record(
      {
        resourceType: fc.constantFrom('CapabilityStatement', 'Conformance'),
        fhirVersion: part(fc.constantFrom('1.0.2', '3.0.1', '4.0.1', '6.0.0')),
        kind: part(fc.constantFrom('instance', 'requirements', 'capability')),
        implementation: part(fc.record({ url: part(fc.webUrl()) })),
        software: any,
        rest: list(rest),
        messaging: list(fc.record({ endpoint: list(fc.record({ address: any })), documentation: any })),
        document: list(fc.record({ mode: any, profile: any })),
      },
      { requiredKeys: ['resourceType'] },
    );
    let read = 0;
    fc.assert(
      fc.property(statement, (value) => {
        const facts = parseCapabilityStatement(value);
        if (facts.ok) {
          read += 1;
          expect(Array.isArray(missingClasses(facts.value, candidates, vocabulary.uscdi))).toBe(true);
        } else {
          expect(facts.error.message).toMatch(/\$\./);
          expect(facts.error.mend).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
    // A generator that only ever makes refused statements would test nothing.
    expect(read).toBeGreaterThan(100);
  });
});
