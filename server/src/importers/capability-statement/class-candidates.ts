import type { DrsClass, UscdiClass } from '../../domain/catalogue/index.ts';
import type { DataClass } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';

/** The parts of the reference data that say what a resource type is about. */
export interface ClassCatalogues {
  readonly drsClasses: readonly DrsClass[];
  readonly uscdi: { readonly classes: readonly UscdiClass[] };
}

/** A data class a resource type can stand for: one of the inventory, or one of the catalogue that it lacks. */
export interface ClassCandidate {
  readonly id: string;
  readonly name: string;
  readonly catalogue?: string;
  readonly fhirResources: readonly string[];
  readonly profiles: readonly string[];
  readonly inInventory: boolean;
  readonly entry?: UscdiClass | DrsClass;
}

/**
 * Returns every class a resource type can stand for: first those of the inventory (level CLASS, not ended), then the
 * catalogue's that the inventory lacks. A class of the inventory that stands for a catalogue entry (by `catalogue` or by
 * its id) has the entry's profiles, and its resource types unless it names its own. Pure and total.
 */
export const classCandidates = (
  graph: Pick<EhiGraph, 'DataClass'>,
  catalogues: ClassCatalogues,
): readonly ClassCandidate[] => {
  const entries = [...catalogues.uscdi.classes.filter(({ until }) => until === undefined), ...catalogues.drsClasses];
  const entryByKey = new Map(entries.flatMap((entry) => [[entry.id, entry] as const, [entry.slug, entry] as const]));
  const classes = [...graph.DataClass.values()].filter(
    ({ level, endedOn }) => level === 'CLASS' && endedOn === undefined,
  );
  const own = classes.map((dataClass) => inventoryCandidate(dataClass, entryOf(dataClass, entryByKey)));
  const present = new Set(own.map(({ catalogue }) => catalogue));
  const missing = entries
    .filter(({ id, slug }) => !present.has(id) && !graph.DataClass.has(slug))
    .map((entry): ClassCandidate => ({
      id: entry.slug,
      name: entry.name,
      catalogue: entry.id,
      fhirResources: entry.fhirResources,
      profiles: 'profiles' in entry ? entry.profiles : [],
      inInventory: false,
      entry,
    }));
  return [...own, ...missing];
};

const entryOf = (
  dataClass: DataClass,
  entryByKey: ReadonlyMap<string, UscdiClass | DrsClass>,
): UscdiClass | DrsClass | undefined =>
  (dataClass.catalogue === undefined ? undefined : entryByKey.get(dataClass.catalogue)) ?? entryByKey.get(dataClass.id);

const inventoryCandidate = (dataClass: DataClass, entry: UscdiClass | DrsClass | undefined): ClassCandidate => ({
  id: dataClass.id,
  name: dataClass.name,
  ...(entry === undefined ? {} : { catalogue: entry.id }),
  fhirResources: dataClass.fhirResources.length > 0 ? dataClass.fhirResources : (entry?.fhirResources ?? []),
  profiles: entry !== undefined && 'profiles' in entry ? entry.profiles : [],
  inInventory: true,
});
