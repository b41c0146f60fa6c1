import type { ClassLink } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { Sketch, Thing } from './sketch.ts';

/** Whether live links have a class, or one that it is a part of. */
export const coveredBy = (
  { context: { graph, asOf } }: Pick<Sketch, 'context'>,
  links: readonly ClassLink[],
  id: Id,
): boolean => {
  const live = new Set(links.filter((link) => isLiveOn(link, asOf)).map(({ dataClass }) => dataClass));
  const seen = new Set<Id>();
  for (let at: Id | undefined = id; at !== undefined && !seen.has(at); at = graph.DataClass.get(at)?.partOf) {
    if (live.has(at)) return true;
    seen.add(at);
  }
  return false;
};

/**
 * Returns links as an input has them, with more classes. What is there is said as it is, so that it keeps its source; one that is over
 * makes room for the same class. `own`: the fields of the link beside class and lifespan; `more`: what a new one has.
 */
export const linksWith = (
  links: readonly ClassLink[],
  added: readonly Id[],
  asOf: CalendarDate,
  own: readonly string[],
  more: Readonly<Record<string, string>>,
): readonly Readonly<Record<string, unknown>>[] => {
  const fresh = new Set(added);
  const role = more['role'];
  const kept = links.filter((link) => {
    const sameRole = role === undefined || (link as { readonly role?: string }).role === role;
    return !(fresh.has(link.dataClass) && sameRole && !isLiveOn(link, asOf));
  });
  const fields = ['dataClass', ...own, 'startedOn', 'endedOn', 'endReason'];
  return [
    ...kept.map((link) => {
      const plain = link as unknown as Readonly<Record<string, unknown>>;
      return Object.fromEntries(fields.flatMap((field) => (plain[field] === undefined ? [] : [[field, plain[field]]])));
    }),
    ...added.map((dataClass) => ({ dataClass, ...more })),
  ];
};

/** Returns each thing once: several names may stand for one. */
export const distinct = (things: readonly Thing[]): readonly Thing[] =>
  things.filter(({ id }, at) => things.findIndex((other) => other.id === id) === at);

/** Names of things in a sentence: `Laboratory, Medications and Problems`. */
export const listed = (things: readonly Pick<Thing, 'name'>[]): string => {
  const names = [...new Set(things.map(({ name }) => name))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};
