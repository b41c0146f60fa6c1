import { err, ok, type Result } from '../../domain/result.ts';
import { asObject, textField } from '../json-value.ts';
import type { FhirRelease } from './facts.ts';

/** Returns `true` when a value is a FHIR CapabilityStatement or, before STU3, a Conformance. */
export const isCapabilityStatement = (value: unknown): boolean => {
  const type = textField(value, 'resourceType');
  return type === 'CapabilityStatement' || type === 'Conformance';
};

/** Returns what a value that is not a capability statement seems to be, in words for people: "a FHIR Patient". Pure and total. */
export const describeForeignJson = (value: unknown): string => {
  if (Array.isArray(value)) return 'a JSON list';
  if (typeof value !== 'object' || value === null) return 'a single JSON value';
  const type = textField(value, 'resourceType');
  if (type === 'Bundle') return 'a FHIR Bundle (save the CapabilityStatement in it as a file of its own)';
  if (type === 'OperationOutcome') return "a FHIR OperationOutcome: the server's answer to a request that failed";
  if (type !== undefined) return `a FHIR ${type}`;
  const object = asObject(value);
  if (isOfSmart(value)) return 'a SMART configuration';
  if ('openapi' in object || 'swagger' in object) return 'an OpenAPI description';
  return 'a JSON object without a resourceType';
};

/** Returns whether a value is of a kind whose files come from a FHIR server: then what is wrong is told, and not that its kind is unknown. */
export const isOfFhirServer = (value: unknown): boolean =>
  textField(value, 'resourceType') !== undefined || isOfSmart(value);

const isOfSmart = (value: unknown): boolean =>
  !Array.isArray(value) && ['authorization_endpoint', 'token_endpoint'].some((name) => name in asObject(value));

/** The release of a statement and what is odd about how it says so. */
export interface RecognisedRelease {
  readonly release: FhirRelease;
  readonly fhirVersion?: string;
  readonly warnings: readonly string[];
}

/**
 * Returns the FHIR release by `resourceType` and `fhirVersion`, never by the file's name. Error: what the value is
 * instead of a capability statement.
 */
export const recogniseRelease = (value: unknown): Result<RecognisedRelease, string> => {
  if (!isCapabilityStatement(value)) return err(describeForeignJson(value));
  const isConformance = textField(value, 'resourceType') === 'Conformance';
  const fhirVersion = textField(value, 'fhirVersion');
  if (fhirVersion === undefined) {
    const release = isConformance ? 'DSTU2' : 'R4';
    return ok({ release, warnings: [`The statement names no fhirVersion; it is read as ${release}.`] });
  }
  const release = releaseByPrefix.find(([prefix]) => fhirVersion.startsWith(prefix))?.[1] ?? 'OTHER';
  const warnings =
    release === 'OTHER'
      ? [
          `FHIR ${fhirVersion} is not one of the releases this importer knows (1.0, 3.0, 4.0, 4.1, 4.3); it is read as R4.`,
        ]
      : isConformance !== (release === 'DSTU2')
        ? [
            `The statement is a ${isConformance ? 'Conformance' : 'CapabilityStatement'} and says FHIR ${fhirVersion}: these do not go together.`,
          ]
        : [];
  return ok({ release, fhirVersion, warnings });
};

const releaseByPrefix: readonly (readonly [string, FhirRelease])[] = [
  ['1.0', 'DSTU2'],
  ['3.0', 'STU3'],
  ['4.0', 'R4'],
  ['4.1', 'R4B'],
  ['4.3', 'R4B'],
];
