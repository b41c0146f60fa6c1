import type { SideFact } from './facts.ts';
import { r4Types } from './resource-types.ts';

/** How much a server's list of types says. */
export interface Completeness {
  readonly truncated: boolean;
  readonly platformDefault: boolean;
}

/** Fewer types than this can be a real server's choice, however they are sorted. */
const fewestTypes = 20;
/** Nobody chooses this much of everything FHIR has: the list comes from the software. */
const platformShare = 0.6;
const sameInteractionsShare = 0.9;
/** A list that leaves out this many of the last types has not reached the end of the alphabet. */
const missingAtEnd = 10;

/**
 * Returns whether the types of the server side are those of a platform (nearly every type FHIR has, nearly all with the
 * same interactions) and whether that list breaks off in the middle of the alphabet. Pure and total.
 */
export const judgeCompleteness = (sides: readonly SideFact[]): Completeness => {
  const resources = sides.find(({ mode }) => mode === 'server')?.resources ?? [];
  const types = resources.map(({ type }) => type);
  const last = types.toSorted().at(-1) ?? '';
  const upToLast = r4Types.filter((type) => type <= last);
  const listed = new Set(types);
  const share = upToLast.filter((type) => listed.has(type)).length / Math.max(1, upToLast.length);
  const isPlatform =
    types.length >= fewestTypes && share >= platformShare && sameInteractions(resources) >= sameInteractionsShare;
  return { platformDefault: isPlatform, truncated: isPlatform && r4Types.length - upToLast.length >= missingAtEnd };
};

/** The share of types with the commonest set of interactions. */
const sameInteractions = (resources: SideFact['resources']): number => {
  const countBySet = new Map<string, number>();
  for (const { interactions } of resources) {
    const set = interactions
      .map(({ code }) => code)
      .toSorted()
      .join(' ');
    countBySet.set(set, (countBySet.get(set) ?? 0) + 1);
  }
  return Math.max(0, ...countBySet.values()) / Math.max(1, resources.length);
};
