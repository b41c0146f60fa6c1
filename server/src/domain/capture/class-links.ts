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
  const isReplaced = replacedIn(added, asOf, more['role']);
  const kept = links.filter((link) => !isReplaced(link));
  const fields = ['dataClass', ...own, 'startedOn', 'endedOn', 'endReason'];
  return [
    ...kept.map((link) => {
      const plain = link as unknown as Readonly<Record<string, unknown>>;
      return Object.fromEntries(fields.flatMap((field) => (plain[field] === undefined ? [] : [[field, plain[field]]])));
    }),
    ...added.map((dataClass) => ({ dataClass, ...more })),
  ];
};

/** Which links make room for new ones of the same class: a list has a class once for each role, whatever its lifespan. */
const replacedIn = (
  added: readonly Id[],
  asOf: CalendarDate,
  role: string | undefined,
): ((link: ClassLink) => boolean) => {
  const fresh = new Set(added);
  return (link) =>
    fresh.has(link.dataClass) &&
    (role === undefined || (link as { readonly role?: string }).role === role) &&
    !isLiveOn(link, asOf);
};

/** Returns what is to be said of each link that makes room for a new one of the same class: when it was, and where that stays. */
export const replacedNotes = (
  { context: { graph, asOf } }: Pick<Sketch, 'context'>,
  links: readonly ClassLink[],
  added: readonly Id[],
  role?: string,
): readonly string[] =>
  links.filter(replacedIn(added, asOf, role)).map(({ dataClass, startedOn, endedOn }) => {
    const name = graph.DataClass.get(dataClass)?.name ?? dataClass;
    const span = [
      ...(startedOn === undefined ? [] : [`from ${startedOn}`]),
      ...(endedOn === undefined ? [] : [`until ${endedOn}`]),
    ].join(' ');
    return `It replaces what is recorded of ${name} (${span}), which stays in the history alone; to keep both, name the earlier time in the description.`;
  });

/** Returns each thing once: several names may stand for one. */
export const distinct = (things: readonly Thing[]): readonly Thing[] =>
  things.filter(({ id }, at) => things.findIndex((other) => other.id === id) === at);

/** Names of things in a sentence: `Laboratory, Medications and Problems`. */
export const listed = (things: readonly Pick<Thing, 'name'>[]): string => {
  const names = [...new Set(things.map(({ name }) => name))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};
