import type { UscdiClass } from '../../domain/catalogue/index.ts';
import type { ClassCandidate } from './class-candidates.ts';
import type { CapabilityFacts, SideFact } from './facts.ts';
import { profilesWithoutClass } from './map-classes.ts';
import { mapSide, type MappedType } from './map-side.ts';
import { ambiguousTypes, isKnownType, supportingTypes } from './resource-types.ts';

/** A class of USCDI v3 that nothing in a statement shows. `reason` says so in words; `types` would show it. */
export interface MissingClass {
  /** The id in the catalogue, `UC-ALG`. */
  readonly dataClass: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly reason: string;
  readonly pointer: string;
}

/** The versions whose classes USCDI v3 has (45 CFR 170.213). */
const upToV3: ReadonlySet<string> = new Set(['v1', 'v2', 'v3']);

/**
 * Types the catalogue does not list for a class and in which servers, above all of earlier releases, keep its data all the same: with
 * one of them the class is not missing. A deduction, on the side of saying nothing.
 */
const kindredTypes: Readonly<Record<string, readonly string[]>> = {
  'UC-DEM': ['Person'],
  'UC-DEV': ['DeviceComponent', 'DeviceMetric', 'DeviceUseStatement'],
  'UC-ENC': ['EpisodeOfCare'],
  'UC-HSA': ['ClinicalImpression', 'RiskAssessment'],
  'UC-IMG': ['ImagingObjectSelection', 'ImagingStudy', 'Media'],
  'UC-INS': ['Claim', 'CoverageEligibilityResponse', 'EligibilityResponse', 'ExplanationOfBenefit', 'InsurancePlan'],
  'UC-MED': ['MedicationAdministration', 'MedicationStatement'],
  'UC-NOTE': ['ClinicalImpression', 'Composition', 'DocumentManifest'],
  'UC-PLAN': ['ClinicalImpression'],
  'UC-TEAM': ['EpisodeOfCare'],
};

/** DSTU2 has no CareTeam: Argonaut Data Query puts the team into the CarePlan. */
const kindredOf = (id: string, release: CapabilityFacts['release']): readonly string[] => [
  ...(Object.hasOwn(kindredTypes, id) ? (kindredTypes[id] ?? []) : []),
  ...(release === 'DSTU2' && id === 'UC-TEAM' ? ['CarePlan'] : []),
];

/**
 * Returns the classes of USCDI v3 that a server's statement leaves out: no exposed type or profile shows them, and none leaves open that
 * they are meant. Empty when the statement cannot show an absence: a specification, no server side, no types, a list that breaks off, a
 * platform's default. In the order of the catalogue. Pure and total.
 *
 * @example
 * const candidates = classCandidates(graph, catalogues);
 * for (const { name, reason, pointer } of missingClasses(facts, candidates, catalogues.uscdi))
 *   log.note({
 *     fact: 'missing-resource',
 *     name: `No ${name} in the statement`,
 *     pointer,
 *     detail: reason,
 *     matches: { concept: 'AccessChannel', id: channel },
 *     outcome: 'NOTED',
 *   });
 */
export const missingClasses = (
  facts: CapabilityFacts,
  candidates: readonly ClassCandidate[],
  { classes }: { readonly classes: readonly UscdiClass[] },
): readonly MissingClass[] => {
  const side = facts.sides.find(({ mode }) => mode === 'server');
  if (side === undefined || side.resources.length === 0) return [];
  if (facts.nature === 'REQUIREMENTS' || facts.truncated || facts.platformDefault) return [];
  const types = mapSide(side, candidates);
  const shown = new Set(
    types.flatMap(({ mapping }) => mapping.classes.flatMap(({ candidate }) => candidate.catalogue ?? [])),
  );
  return classes
    .filter(({ id, since, until }) => upToV3.has(since) && until === undefined && !shown.has(id))
    .flatMap((entry): readonly MissingClass[] => {
      const standing = candidates.filter(({ catalogue }) => catalogue === entry.id);
      const kindred = kindredOf(entry.id, facts.release);
      if (types.some((type) => kindred.includes(type.resource.type) || leavesOpen(type, entry, standing, candidates)))
        return [];
      return [
        {
          dataClass: entry.id,
          name: entry.name,
          types: tellingTypes(entry),
          reason: reasonOf(entry, side, types),
          pointer: `${side.pointers[0] ?? '$.rest[0]'}.resource`,
        },
      ];
    });
};

/** Whether an exposed type could be about a class that it does not show. `standing`: what stands for the class in the inventory or the catalogue. */
const leavesOpen = (
  { resource, mapping }: MappedType,
  entry: UscdiClass,
  standing: readonly ClassCandidate[],
  candidates: readonly ClassCandidate[],
): boolean => {
  const { type } = resource;
  if (mapping.unclear?.candidates.some((id) => standing.some((candidate) => candidate.id === id)) === true) return true;
  const isListed = [entry, ...standing].some(({ fhirResources }) => fhirResources.includes(type));
  if (!isListed) return false;
  const isMain = [entry, ...standing].some(({ fhirResources }) => fhirResources[0] === type);
  // Some profiles are for several classes, of which one is taken.
  if (resource.profiles.some((profile) => entry.profiles.includes(profile))) return true;
  if (ambiguousTypes.has(type))
    // A search by category shows that there are categories, not which; an unknown profile could be of any class.
    return (
      mapping.classes.some(({ evidence }) => evidence !== 'PROFILE') ||
      profilesWithoutClass(resource, candidates).length > 0
    );
  if (supportingTypes.has(type)) return isMain;
  // The type counts for another class of the catalogue: it is not what this one is about.
  return isMain || !mapping.classes.some(({ candidate }) => candidate.catalogue !== undefined);
};

/** The types by which the class would be seen; those that only support others would not do. */
const tellingTypes = ({ fhirResources }: UscdiClass): readonly string[] =>
  fhirResources.filter((type, index) => index === 0 || !supportingTypes.has(type));

const reasonOf = (entry: UscdiClass, side: SideFact, types: readonly MappedType[]): string => {
  const telling = tellingTypes(entry);
  const exposed = new Set(types.map(({ resource }) => resource.type));
  const listed = new Set(side.resources.map(({ type }) => type));
  const elsewhere = telling.filter((type) => exposed.has(type));
  const closed = telling.filter((type) => listed.has(type) && !exposed.has(type));
  const absent = telling.filter((type) => !listed.has(type));
  const whole = [...side.operations, ...side.resources.flatMap(({ operations }) => operations)].filter(({ name }) =>
    /(?:^|-)(?:everything|export)$/.test(name),
  );
  const odd = side.resources.filter(({ type }) => !isKnownType(type)).map(({ type }) => type);
  return [
    ...(absent.length === 0 ? [] : [`the statement does not list ${absent.join(', ')}`]),
    ...(closed.length === 0 ? [] : [`it lists ${closed.join(', ')}, which can be neither read nor searched`]),
    ...(elsewhere.length === 0 ? [] : [`it has ${elsewhere.join(', ')} for other classes only`]),
    ...(odd.length === 0 ? [] : [`it also lists ${odd.slice(0, 3).join(', ')}, which FHIR does not have`]),
    ...(whole.length === 0 ? [] : [`the operation $${whole[0]?.name ?? ''} could return more than is listed`]),
  ].join('; ');
};
