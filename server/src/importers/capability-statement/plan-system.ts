import type { InventoryDocument } from '../../domain/inventory/inventory-documents.ts';
import type { System } from '../../domain/model/concepts.ts';
import type { Id } from '../../domain/model/entity.ts';
import { addClassLinks } from '../class-links.ts';
import type { ImportContext, SystemMatch } from '../import-plan.ts';
import { newId } from '../new-id.ts';
import type { ObservationLog } from '../observation-log.ts';
import { toDocument } from '../planned-write.ts';
import type { IdentityFact } from './facts.ts';
import { systemNameOf } from './identity.ts';

/** What is known about the system a statement describes. */
export interface SystemInput {
  readonly identity: IdentityFact;
  readonly match: SystemMatch;
  readonly kind: string;
  readonly holds: readonly Id[];
}

/**
 * Returns the document of the system a statement describes: a new one, or the one that is there with what is missing.
 * What a person stated stays as it is; what differs is noted in the log (mutates) as conflicting. Pure otherwise.
 */
export const planSystem = (
  { identity, match, kind, holds }: SystemInput,
  context: ImportContext,
  log: ObservationLog,
): InventoryDocument<'System'> => {
  const { graph, run } = context;
  const provenance = { source: `import:${run.id}`, grade: 'ADVERTISED', recordedAt: run.startedAt } as const;
  const existing = match.system === undefined ? undefined : graph.System.get(match.system);
  const stated = statedFields(identity);
  if (existing === undefined) {
    const name = systemNameOf(identity, `FHIR server of ${run.file.replace(/\.[^.]+$/, '')}`);
    const id = newId(name, graph.System);
    log.note({
      fact: 'system',
      name: `Describes ${name}`,
      pointer: '$',
      detail: match.explanation,
      matches: { concept: 'System', id },
      outcome: 'ADDED',
    });
    const links = holds.map((dataClass) => ({ dataClass, role: 'COPY' as const, ...provenance }));
    const identifiers = identity.baseUrl === undefined ? [] : [identity.baseUrl];
    const description = identity.implementation;
    return {
      id,
      name,
      ...(description ? { description } : {}),
      kind,
      ...stated,
      identifiers,
      holds: links,
      ...provenance,
    };
  }

  const matches = { concept: 'System', id: existing.id } as const;
  log.note({
    fact: 'system',
    name: `Describes ${existing.name}`,
    pointer: '$',
    detail: match.explanation,
    matches,
    outcome: 'MATCHED',
  });
  const updated = noteFields(existing, stated, log);
  const links = addClassLinks(graph, existing.holds, holds, run.startedAt.slice(0, 10), (dataClass) => ({
    dataClass,
    role: 'COPY' as const,
    ...provenance,
  }));
  return { ...toDocument<'System'>(existing), ...updated, holds: links.links };
};

type StatedFields = Readonly<Partial<Pick<System, 'vendor' | 'product' | 'version'>>>;

const statedFields = ({ vendor, software, version }: IdentityFact): StatedFields => ({
  ...(vendor === undefined ? {} : { vendor }),
  ...(software === undefined ? {} : { product: software }),
  ...(version === undefined ? {} : { version }),
});

const pointerByField: Readonly<Record<keyof StatedFields, string>> = {
  vendor: '$.publisher',
  product: '$.software.name',
  version: '$.software.version',
};

/** The fields an import may set: only on a system that an import made. */
const noteFields = (system: System, stated: StatedFields, log: ObservationLog): StatedFields => {
  const isImported = system.source.startsWith('import:');
  for (const key of ['vendor', 'product', 'version'] as const) {
    const [now, then] = [stated[key], system[key]];
    if (now === undefined) continue;
    const outcome = now === then ? 'MATCHED' : isImported ? 'ADDED' : then === undefined ? 'NOTED' : 'CONFLICTING';
    log.note({
      fact: key,
      name: `States the ${key} ${now}`,
      pointer: pointerByField[key],
      detail: now === then ? now : `the inventory says ${then ?? 'nothing'}, the statement says ${now}`,
      matches: { concept: 'System', id: system.id },
      outcome,
    });
  }
  return isImported ? stated : {};
};
