import { entryById, type Catalogues } from '../domain/catalogue/index.ts';
import type { DataClass } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Id } from '../domain/model/entity.ts';

/** What a system of one kind usually holds and how it is connected. `missing`: classes of the catalogue the inventory has not. */
export interface SystemTemplate {
  readonly kind: Id;
  readonly name: string;
  readonly holds: readonly DataClass[];
  readonly missing: readonly string[];
  readonly interfaces: readonly string[];
  readonly custodian: string;
  readonly note?: string;
  readonly unverified: boolean;
}

/** Returns a template for each kind of system, in the order of the catalogue, its classes those of the inventory that are live on the day. Pure. */
export const systemTemplates = (
  graph: EhiGraph,
  catalogues: Catalogues,
  asOf: CalendarDate,
): readonly SystemTemplate[] => {
  const standsFor = new Map<string, DataClass>();
  for (const each of graph.DataClass.values()) {
    const { catalogue } = each;
    if (catalogue === undefined || each.level === 'ELEMENT' || !isLiveOn(each, asOf)) continue;
    const known = standsFor.get(catalogue);
    if (known === undefined || each.id < known.id) standsFor.set(catalogue, each);
  }
  const entryOf = (id: string) => entryById(catalogues.uscdi.classes, id) ?? entryById(catalogues.drsClasses, id);
  const classOf = (id: string): DataClass | undefined => {
    const bySlug = graph.DataClass.get(entryOf(id)?.slug ?? id);
    return standsFor.get(id) ?? (bySlug !== undefined && isLiveOn(bySlug, asOf) ? bySlug : undefined);
  };
  return catalogues.systemKinds.map(
    ({ id: kind, name, uscdiClasses, drsClasses, interfaces, ownerRole, note, unverified }) => ({
      kind,
      name,
      holds: [...uscdiClasses, ...drsClasses].flatMap((id) => classOf(id) ?? []),
      missing: [...uscdiClasses, ...drsClasses]
        .filter((id) => classOf(id) === undefined)
        .map((id) => entryOf(id)?.name ?? id),
      interfaces,
      custodian: ownerRole,
      ...(note === undefined ? {} : { note }),
      unverified,
    }),
  );
};
