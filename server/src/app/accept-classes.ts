import { referenceClass } from '../domain/catalogue/index.ts';
import type { ClassLink, DrsStatus } from '../domain/model/concepts.ts';
import { isLiveOn, type Id } from '../domain/model/entity.ts';
import { onlyMeant, uniqueClasses, type MeantClass, type ReconciledItem } from '../domain/reconcile/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { stamp, type Acceptance } from './acceptance.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** The classes that a file shows well enough to be taken in: those it says, and those that are the usual meaning. */
export const shownClasses = ({ classes }: ReconciledItem): readonly MeantClass[] =>
  uniqueClasses(classes.filter(({ sign }) => sign.certainty !== 'POSSIBLE').flatMap((sign) => onlyMeant(sign) ?? []));

/** The id of a class in the inventory, made from the catalogue where the inventory lacks it (mutates the draft). */
export const ensureClass = (context: Acceptance, item: ReconciledItem, meant: MeantClass): Id => {
  const { draft, catalogues } = context;
  if (draft.get('DataClass', meant.id) !== undefined) return meant.id;
  const reference = referenceClass(catalogues, meant.catalogue ?? meant.id);
  const entry = reference?.kind === 'USCDI_ELEMENT' ? undefined : reference?.entry;
  const drsStatus: DrsStatus = entry !== undefined && 'inDrs' in entry ? entry.inDrs : 'UNDECIDED';
  draft.put('DataClass', {
    id: meant.id,
    name: meant.name,
    level: 'CLASS',
    ...(entry === undefined ? {} : { catalogue: entry.id }),
    ...(entry !== undefined && 'branch' in entry && entry.branch[0] !== undefined
      ? { drsBranch: entry.branch[0] }
      : {}),
    drsStatus,
    ...(entry !== undefined && 'exclusion' in entry && entry.exclusion !== undefined
      ? { exclusion: entry.exclusion }
      : {}),
    ...(entry !== undefined && 'since' in entry ? { uscdi: entry.since } : {}),
    fhirResources: entry?.fhirResources ?? [],
    overlays: entry !== undefined && 'overlays' in entry ? entry.overlays : [],
    ...stamp(context, item),
  });
  return meant.id;
};

/** Links with those to classes that no live link names added, and those that the file, which is complete, lacks ended. */
export const withClasses = <L extends ClassLink>(
  context: Acceptance,
  item: ReconciledItem,
  links: readonly L[],
  make: (dataClass: Id) => L,
  field: string,
): readonly L[] => {
  const { reconciliation, at } = context;
  const today = at.slice(0, 10);
  const gone = new Set(
    item.differences
      .filter((each) => each.field === field && each.observed === '')
      .flatMap(({ classes }) => classes.map(({ id }) => id)),
  );
  const kept = links.map((link) =>
    gone.has(link.dataClass) && isLiveOn(link, today)
      ? { ...link, endedOn: today, endReason: 'A complete file does not have it any more.' }
      : link,
  );
  const live = new Set(links.filter((link) => isLiveOn(link, today)).map(({ dataClass }) => dataClass));
  const added = shownClasses(item)
    .filter(({ id }) => !reconciliation.resolver.isWithin(id, live))
    .map((meant) => make(ensureClass(context, item, meant)));
  return [...kept, ...added];
};

/** The classes a person named, each of the inventory or the catalogues. */
export const namedClasses = (
  context: Acceptance,
  dataClasses: readonly Id[],
): Result<readonly MeantClass[], InputInvalid> => {
  const found: MeantClass[] = [];
  for (const id of dataClasses) {
    const own = context.draft.get('DataClass', id);
    const [meant] =
      own === undefined
        ? context.reconciliation.resolver.resolve({ classes: [id], certainty: 'CERTAIN', reason: '', pointer: '' })
            .meant
        : [{ id, name: own.name, inInventory: true }];
    if (meant === undefined) return err(inputInvalid('dataClasses', `There is no data class "${id}".`));
    found.push(meant);
  }
  return ok(found);
};
