import type { InventoryDocument } from '../../domain/inventory/inventory-documents.ts';
import type { DrsStatus } from '../../domain/model/concepts.ts';
import type { ImportContext } from '../import-plan.ts';
import type { ClassCandidate } from './class-candidates.ts';

/** Returns the documents of the classes the inventory lacks, as the reference catalogue has them. Whether a class belongs to the designated record set is left to people where the catalogue does not propose it. Pure. */
export const missingDataClasses = (
  candidates: readonly ClassCandidate[],
  { run }: ImportContext,
): readonly InventoryDocument<'DataClass'>[] =>
  candidates.flatMap(({ id, name, entry, inInventory }) => {
    if (inInventory || entry === undefined) return [];
    const drsStatus: DrsStatus = 'inDrs' in entry ? entry.inDrs : 'UNDECIDED';
    return [
      {
        id,
        name,
        level: 'CLASS',
        catalogue: entry.id,
        ...('branch' in entry && entry.branch[0] !== undefined ? { drsBranch: entry.branch[0] } : {}),
        drsStatus,
        ...('exclusion' in entry && entry.exclusion !== undefined ? { exclusion: entry.exclusion } : {}),
        ...('since' in entry ? { uscdi: entry.since } : {}),
        fhirResources: entry.fhirResources,
        overlays: 'overlays' in entry ? entry.overlays : [],
        source: `import:${run.id}`,
        grade: 'ADVERTISED',
        recordedAt: run.startedAt,
      },
    ];
  });
