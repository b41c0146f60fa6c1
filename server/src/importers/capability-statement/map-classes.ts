import type { ClassCandidate } from './class-candidates.ts';
import type { ResourceFact } from './facts.ts';
import { classOfKnownProfile } from './profile-classes.ts';
import { ambiguousTypes, isKnownType, supportingTypes } from './resource-types.ts';

/** What shows that a class is meant: the type by itself, a profile, or a search parameter that sorts the type. */
export type ClassEvidence = 'TYPE' | 'PROFILE' | 'SEARCH';

/** A class one resource type stands for, and why. */
export interface MappedClass {
  readonly candidate: ClassCandidate;
  readonly evidence: ClassEvidence;
  readonly reason: string;
}

/** What a resource type stands for. `unclear` says in words why nothing (more) can be told; absent when all is clear. */
export interface TypeMapping {
  readonly classes: readonly MappedClass[];
  readonly unclear?: { readonly reason: string; readonly candidates: readonly string[] };
}

/**
 * Returns the data classes that a resource type of a statement stands for. Types that hold many kinds of data need a
 * profile or a search parameter; types other records merely point to show nothing by themselves. Pure and total.
 */
export const mapResourceType = (resource: ResourceFact, candidates: readonly ClassCandidate[]): TypeMapping => {
  const listing = candidates.filter(({ fhirResources }) => fhirResources.includes(resource.type));
  if (ambiguousTypes.has(resource.type)) return mapAmbiguous(resource, candidates, listing);
  if (supportingTypes.has(resource.type) && !isMainType(resource.type, listing))
    return unclear(`${resource.type} supports other records; alone it shows no class`, []);
  const meant = meantByType(resource.type, listing);
  if (meant.length === 1 && meant[0] !== undefined)
    return { classes: [{ candidate: meant[0], evidence: 'TYPE', reason: `the type ${resource.type}` }] };
  if (meant.length === 0 && !isKnownType(resource.type)) return unclear(noSuchType(resource.type), []);
  return meant.length === 0
    ? unclear(`no data class names the type ${resource.type}`, [])
    : unclear(`${resource.type} can stand for several classes`, meant);
};

/** Returns why nothing can be told of a type that FHIR does not have. */
export const noSuchType = (type: string): string => `no FHIR release has a resource type "${type}"`;

/** Types several classes list although one is meant first. */
const homeByType: Readonly<Record<string, string>> = {
  Immunization: 'UC-IMM',
  MedicationRequest: 'UC-MED',
  Patient: 'UC-DEM',
  QuestionnaireResponse: 'UC-HSA',
  ServiceRequest: 'UC-ORD',
};

/** What the inventory says comes first; then the class whose first type it is; then the class usually meant. */
const meantByType = (type: string, listing: readonly ClassCandidate[]): readonly ClassCandidate[] => {
  const own = listing.filter(({ inInventory }) => inInventory);
  const among = own.length > 0 ? own : listing;
  if (among.length <= 1) return among;
  const home = among.filter(({ catalogue }) => catalogue !== undefined && catalogue === homeByType[type]);
  if (home.length === 1) return home;
  const main = among.filter(({ fhirResources }) => fhirResources[0] === type);
  return main.length === 1 ? main : among;
};

const isMainType = (type: string, listing: readonly ClassCandidate[]): boolean =>
  listing.some(({ fhirResources }) => fhirResources[0] === type);

const mapAmbiguous = (
  resource: ResourceFact,
  candidates: readonly ClassCandidate[],
  listing: readonly ClassCandidate[],
): TypeMapping => {
  const byProfile = resource.profiles.flatMap((profile) => classOfProfile(profile, candidates) ?? []);
  if (byProfile.length > 0) return { classes: firstOfEach(byProfile) };
  const bySearch = searchEvidence(resource, candidates);
  if (bySearch.length > 0) return { classes: bySearch };
  const foreign = resource.profiles.filter((profile) => !isCoreProfile(profile));
  const reason =
    foreign.length > 0
      ? `${resource.type} has only profiles that no class names (${foreign.slice(0, 2).join(', ')})`
      : `${resource.type} holds many kinds of data, and no profile or search by category or code says which`;
  return unclear(reason, listing);
};

const classOfProfile = (profile: string, candidates: readonly ClassCandidate[]): MappedClass | undefined => {
  const known = classOfKnownProfile(profile);
  const named =
    known === undefined
      ? candidates.filter(({ profiles }) => profiles.includes(profile))
      : candidates.filter(({ catalogue }) => catalogue === known);
  const [candidate, second] = named;
  // A profile that several classes name shows that one of them is there, not which.
  if (candidate === undefined || second !== undefined) return undefined;
  return { candidate, evidence: 'PROFILE', reason: `the profile ${profile}` };
};

/** Returns the profiles of a type that do not say which one class they are for; the bare profile of the type itself is none of them. Pure. */
export const profilesWithoutClass = (
  { profiles }: ResourceFact,
  candidates: readonly ClassCandidate[],
): readonly string[] =>
  profiles.filter((profile) => !isCoreProfile(profile) && classOfProfile(profile, candidates) === undefined);

/** The profile every server of the platform states for the type says no more than the type. */
const isCoreProfile = (profile: string): boolean =>
  /^https?:\/\/hl7\.org\/fhir\/(R4\/)?StructureDefinition\/[A-Z]/.test(profile);

/**
 * What a search parameter shows about a type: servers that sort Observations by category do so for the categories that
 * Argonaut (DSTU2) and US Core (R4) require, laboratory results and vital signs; and so on for the other types.
 */
const searchRules: Readonly<
  Record<string, readonly { readonly params: readonly string[]; readonly classes: readonly string[] }[]>
> = {
  Condition: [{ params: ['category', 'code'], classes: ['UC-PROB'] }],
  DiagnosticReport: [{ params: ['category', 'code'], classes: ['UC-LAB'] }],
  DocumentReference: [{ params: ['category', 'class', 'type'], classes: ['UC-NOTE'] }],
  Observation: [
    { params: ['category'], classes: ['UC-LAB', 'UC-VIT'] },
    { params: ['code'], classes: ['UC-LAB'] },
  ],
  Procedure: [{ params: ['category', 'code'], classes: ['UC-PROC'] }],
};

const searchEvidence = (resource: ResourceFact, candidates: readonly ClassCandidate[]): readonly MappedClass[] => {
  const stated = new Set(
    resource.searchParams.filter(({ expectation }) => expectation !== 'SHOULD-NOT').map(({ name }) => name),
  );
  const found = (searchRules[resource.type] ?? []).flatMap(({ params, classes }) => {
    const param = params.find((name) => stated.has(name));
    if (param === undefined) return [];
    return candidates
      .filter(
        ({ catalogue, fhirResources }) =>
          catalogue !== undefined && classes.includes(catalogue) && fhirResources.includes(resource.type),
      )
      .map((candidate): MappedClass => ({
        candidate,
        evidence: 'SEARCH',
        reason: `${resource.type} is searched by ${param}`,
      }));
  });
  return firstOfEach(found);
};

const firstOfEach = (mapped: readonly MappedClass[]): readonly MappedClass[] =>
  [...new Map(mapped.toReversed().map((each) => [each.candidate.id, each])).values()].toReversed();

const unclear = (reason: string, candidates: readonly ClassCandidate[]): TypeMapping => ({
  classes: [],
  unclear: { reason, candidates: candidates.map(({ id }) => id) },
});
