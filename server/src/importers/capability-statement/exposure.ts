import type { Expectation, ResourceFact, SideFact } from './facts.ts';

/** A resource type others can obtain from a server, and by what. */
export interface Exposure {
  readonly resource: ResourceFact;
  readonly by: readonly string[];
}

/** Operations that return a type, wherever they are stated: FHIR R4 and US Core. */
const typeByOperation: Readonly<Record<string, string>> = {
  docref: 'DocumentReference',
};

/**
 * Returns the types of a side that can be obtained: by `read` or `search-type`, or by an operation that returns them. A type that can
 * only be created, or that only has an export of something else, is not exposed. Pure and total.
 */
export const exposures = (side: SideFact): readonly Exposure[] =>
  side.resources.flatMap((resource) => {
    if (resource.expectation === 'SHOULD-NOT') return [];
    const interactions = resource.interactions
      .filter(({ code, expectation, prohibited }) => isObtaining(code) && !isTakenBack(expectation, prohibited))
      .map(({ code }) => code);
    const operations = [...resource.operations, ...side.operations]
      .filter(({ name }) => Object.hasOwn(typeByOperation, name) && typeByOperation[name] === resource.type)
      .map(({ name }) => `$${name}`);
    const own = resource.operations.filter(({ name }) => name === 'everything').map(() => '$everything');
    const by = [...new Set([...interactions, ...operations, ...own])];
    return by.length === 0 ? [] : [{ resource, by }];
  });

/** Returns the interactions by which a type is written to a server: what flows in, not out. Pure and total. */
export const writingInteractions = (resource: ResourceFact): readonly string[] =>
  resource.interactions
    .filter(({ code, expectation, prohibited }) => isWriting(code) && !isTakenBack(expectation, prohibited))
    .map(({ code }) => code);

const isObtaining = (code: string): boolean => code === 'read' || code === 'search-type';

const isWriting = (code: string): boolean => ['create', 'update', 'patch', 'delete'].includes(code);

const isTakenBack = (expectation: Expectation | undefined, prohibited: boolean): boolean =>
  prohibited || expectation === 'SHOULD-NOT';
