import type { ClassSign, FilterFact, FilterPlace } from '../facts/facts.ts';
import type { ContextScopes } from './channels.ts';
import type { ReadableType, ScopeClasses } from './scope-classes.ts';

/** What staff apps or programs can ask for and patient apps cannot: filters where a class is meant, else only the names of types. */
export interface Gaps {
  readonly filters: readonly FilterFact[];
  readonly typesWithoutClass: readonly string[];
}

/**
 * Returns the types that have a `user/` or `system/` scope to read and no `patient/` scope, or one for a part only. When patient apps
 * can read every type by a wildcard there are none. `at` is the channel of patient apps, or the system when it has none. Pure.
 */
export const gapsOf = (contexts: readonly ContextScopes[], classes: ScopeClasses, at: FilterPlace): Gaps => {
  const patient = contexts.find(({ context }) => context === 'patient');
  if (patient?.isAny === true) return { filters: [], typesWithoutClass: [] };
  const forPatients = new Map((patient?.readable ?? []).map((each) => [each.type, each]));
  const released = new Set(
    (patient?.readable ?? []).flatMap((each) => classes.signsOf(each, '').flatMap((sign) => classesOfOne(sign))),
  );
  const filters: FilterFact[] = [];
  const typesWithoutClass: string[] = [];
  for (const staff of staffTypes(contexts)) {
    const own = forPatients.get(staff.type);
    if (own?.isWhole === true) continue;
    // Two conditions that are not read cannot be compared.
    if (own !== undefined && !staff.isWhole && (own.hasOther || staff.hasOther)) continue;
    const scopes = staff.labels.slice(0, 4).join(', ');
    const part = own === undefined ? '' : partOf(own);
    const reason =
      own === undefined
        ? `staff apps can ask for ${staff.type}, patient apps cannot`
        : `staff apps can ask for ${staff.isWhole ? 'all' : 'more'} of ${staff.type}, patient apps only for ${part}`;
    const given = new Set(own === undefined ? [] : classes.signsOf(own, '').flatMap((sign) => classesOfOne(sign)));
    const signs = classes.signsOf(staff, '').flatMap((sign): readonly ClassSign[] => {
      const held = sign.classes.filter((id) => !given.has(id));
      return held.length === 0 ? [] : [{ ...sign, classes: held, reason }];
    });
    if (signs.length === 0) {
      if (own === undefined) typesWithoutClass.push(staff.type);
      continue;
    }
    // The class comes to patients by another type, or in part: this type then takes something out of it.
    const isPart = own !== undefined || signs.every((sign) => sign.classes.every((id) => released.has(id)));
    filters.push({
      key: `gap ${staff.type}`,
      scope: 'scopes',
      name:
        own === undefined
          ? `No scope for patients to read ${staff.type}`
          : `Patients can read ${part} of ${staff.type} only`,
      pointer: `scopes_supported: ${scopes}`,
      at,
      nature: 'SCOPE',
      effect: isPart ? 'FILTERS' : 'WITHHOLDS',
      classes: signs,
      expression: reason,
      certainty: 'LIKELY',
    });
  }
  return { filters, typesWithoutClass };
};

const classesOfOne = ({ classes }: ClassSign): readonly string[] => (classes.length === 1 ? classes : []);

const partOf = ({ categories, hasOther }: ReadableType): string =>
  categories.length > 0 && !hasOther
    ? `the category ${categories.slice(0, 6).join(', ')}`
    : 'a part that a condition chooses';

/** The types of staff and of programs, each once, as much of it as either can ask for. */
const staffTypes = (contexts: readonly ContextScopes[]): readonly ReadableType[] => {
  const byType = new Map<string, ReadableType>();
  for (const { context, readable } of contexts)
    if (context !== 'patient')
      for (const each of readable) {
        const before = byType.get(each.type);
        byType.set(each.type, before === undefined ? each : joined(before, each));
      }
  return [...byType.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1));
};

const joined = (a: ReadableType, b: ReadableType): ReadableType => ({
  type: a.type,
  isWhole: a.isWhole || b.isWhole,
  categories: a.isWhole || b.isWhole ? [] : [...new Set([...a.categories, ...b.categories])].toSorted(),
  hasOther: !(a.isWhole || b.isWhole) && (a.hasOther || b.hasOther),
  labels: [...a.labels, ...b.labels],
});
