import type { ImportContext, ImportPlan, SystemMatch } from '../import-plan.ts';
import type { ObservationLog } from '../observation-log.ts';
import { plannedWrite } from '../planned-write.ts';
import { classCandidates } from './class-candidates.ts';
import type { CapabilityFacts, SideFact } from './facts.ts';
import { mapSide } from './map-side.ts';
import { planSystem } from './plan-system.ts';

/**
 * Returns what a statement of a client adds: the application as a system that asks for data. It is never read as a
 * server: no channel, and nothing it is shown to hold. Notes what it asks for in the log (mutates).
 */
export const planClient = (
  facts: CapabilityFacts,
  side: SideFact,
  match: SystemMatch,
  context: ImportContext,
  log: ObservationLog,
): Pick<ImportPlan, 'system' | 'warnings' | 'writes'> => {
  const kind = context.options.systemKind ?? 'SYS-APP';
  const system = planSystem({ identity: facts.identity, match, kind, holds: [] }, context, log);
  noteConsumed(side, context, log);
  return {
    system: system.id,
    warnings: ['The statement describes a client: what it asks for is noted, nothing is released.'],
    writes: plannedWrite(context.graph, 'System', system),
  };
};

/** Notes (mutates the log) what the client side of a statement asks for. */
export const noteConsumed = (side: SideFact, context: ImportContext, log: ObservationLog): void => {
  const candidates = classCandidates(context.graph, context.catalogues);
  for (const { resource, by, mapping } of mapSide(side, candidates)) {
    const [only, second] = mapping.classes.filter(({ candidate }) => candidate.inInventory);
    const isOne = only !== undefined && second === undefined;
    log.note({
      fact: 'consumes',
      name: `Asks for ${resource.type}`,
      pointer: resource.pointers[0] ?? '$',
      detail: by.join(', '),
      ...(isOne ? { matches: { concept: 'DataClass', id: only.candidate.id } as const } : {}),
      outcome: 'NOTED',
    });
  }
};
