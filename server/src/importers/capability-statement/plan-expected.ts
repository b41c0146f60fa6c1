import type { Expected, ImportContext } from '../import-plan.ts';
import type { ObservationLog } from '../observation-log.ts';
import { classCandidates } from './class-candidates.ts';
import type { CapabilityFacts, ResourceFact } from './facts.ts';
import { mapResourceType } from './map-classes.ts';

/**
 * Returns what a specification (`kind: requirements`) wants, type by type, with the strength it says: expected, never
 * observed. Nothing but the run and its observations will be written. Notes each in the log (mutates).
 */
export const planExpected = (
  facts: CapabilityFacts,
  context: ImportContext,
  log: ObservationLog,
): readonly Expected[] => {
  const candidates = classCandidates(context.graph, context.catalogues);
  return facts.sides.flatMap((side) =>
    side.resources.map((resource): Expected => {
      const classes = mapResourceType(resource, candidates).classes.map(({ candidate }) => candidate);
      const [only, second] = classes.filter(({ inInventory }) => inInventory);
      const strength = resource.expectation ?? 'not said';
      log.note({
        fact: side.mode === 'server' ? 'expects' : 'expects-of-client',
        name: `Expects ${resource.type} of a ${side.mode}`,
        pointer: resource.pointers[0] ?? '$',
        detail: `${strength}: ${describeInteractions(resource)}`,
        ...(only !== undefined && second === undefined
          ? { matches: { concept: 'DataClass', id: only.id } as const }
          : {}),
        outcome: 'NOTED',
      });
      return { subject: resource.type, side: side.mode, strength, dataClasses: classes.map(({ id }) => id) };
    }),
  );
};

const describeInteractions = ({ interactions, operations }: ResourceFact): string =>
  [
    ...interactions.map(({ code, expectation }) => (expectation === undefined ? code : `${code} ${expectation}`)),
    ...operations.map(({ name }) => `$${name}`),
  ].join(', ') || 'no interaction';
