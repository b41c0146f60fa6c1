import type { CannotTell, ExposedClass } from '../import-plan.ts';
import type { ClassCandidate } from './class-candidates.ts';
import { exposures } from './exposure.ts';
import type { ResourceFact, SideFact } from './facts.ts';
import { mapResourceType, type MappedClass, type TypeMapping } from './map-classes.ts';

/** One exposed type of a side with what it stands for. */
export interface MappedType {
  readonly resource: ResourceFact;
  readonly by: readonly string[];
  readonly mapping: TypeMapping;
}

/** An exposed class with its candidate, so that a class the inventory lacks can be made. */
export interface MappedExposure extends ExposedClass {
  readonly candidate: ClassCandidate;
}

/** Returns what each exposed type of a side stands for, in the order of the file. Pure and total. */
export const mapSide = (side: SideFact, candidates: readonly ClassCandidate[]): readonly MappedType[] =>
  exposures(side).map(({ resource, by }) => ({ resource, by, mapping: mapResourceType(resource, candidates) }));

/** Returns the exposed classes, each once with every reason, in the order they are first met. Pure and total. */
export const exposedClasses = (types: readonly MappedType[]): readonly MappedExposure[] => {
  const byClass = new Map<string, MappedExposure>();
  for (const { by, mapping } of types)
    for (const mapped of mapping.classes) {
      const before = byClass.get(mapped.candidate.id);
      const reason = `${mapped.reason} (${by.join(', ')})`;
      byClass.set(mapped.candidate.id, {
        dataClass: mapped.candidate.id,
        name: mapped.candidate.name,
        candidate: mapped.candidate,
        reasons: [...(before?.reasons ?? []), reason],
        evidence: stronger(before?.evidence, mapped.evidence),
      });
    }
  return [...byClass.values()];
};

/** Returns the exposed types that do not show which of several classes is meant. Pure and total. */
export const unclearTypes = (types: readonly MappedType[]): readonly CannotTell[] =>
  types.flatMap(({ resource, mapping: { unclear } }) =>
    unclear === undefined || unclear.candidates.length === 0 ? [] : [{ subject: resource.type, ...unclear }],
  );

const stronger = (
  before: MappedClass['evidence'] | undefined,
  now: MappedClass['evidence'],
): MappedClass['evidence'] => (before === undefined || before === 'SEARCH' ? now : before);
