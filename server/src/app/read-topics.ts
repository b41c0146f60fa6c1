import { err, ok, type Result } from '../domain/result.ts';
import type { WalkthroughStop, WorkshopTopic } from '../domain/workshop/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { isId, nameToId } from './text-rules.ts';
import { readLink, readNeeded, readNumber, readText, type Given } from './workshop-input.ts';

/** One topic as an input gives it. Without an id it gets one from its title. */
export interface TopicGiven {
  readonly id?: Given<string>;
  readonly title: string;
  readonly minutes?: Given<number>;
  readonly notes?: Given<string>;
  readonly link?: Given<string>;
}

/** One stop as an input gives it. Without an id it gets one from its title. */
export interface StopGiven {
  readonly id?: Given<string>;
  readonly title: string;
  readonly link: string;
  readonly notes?: Given<string>;
  readonly seconds?: Given<number>;
}

/** As many topics, or stops, as one list holds. */
const mostInList = 200;

/** Returns the topics of an agenda, or what is wrong with the first that is wrong, named by its place. */
export const readTopics = (given: Given<readonly TopicGiven[]>): Result<readonly WorkshopTopic[], InputInvalid> =>
  readEach('topics', given ?? [], (place, { title: rawTitle, ...topic }) => {
    const title = readNeeded(`${place}.title`, rawTitle);
    if (!title.ok) return title;
    const minutes = readNumber(`${place}.minutes`, topic.minutes, [1, 1_440]);
    if (!minutes.ok) return minutes;
    const notes = readText(`${place}.notes`, topic.notes);
    if (!notes.ok) return notes;
    const link = readLink(`${place}.link`, topic.link);
    if (!link.ok) return link;
    return ok({
      title: title.value,
      ...(minutes.value === undefined ? {} : { minutes: minutes.value }),
      ...(notes.value === undefined ? {} : { notes: notes.value }),
      ...(link.value === undefined ? {} : { link: link.value }),
    });
  });

/** Returns the stops of a walkthrough, or what is wrong with the first that is wrong, named by its place. */
export const readStops = (given: readonly StopGiven[]): Result<readonly WalkthroughStop[], InputInvalid> =>
  readEach('stops', given, (place, stop) => {
    const title = readNeeded(`${place}.title`, stop.title);
    if (!title.ok) return title;
    const link = readLink(`${place}.link`, stop.link);
    if (!link.ok) return link;
    if (link.value === undefined)
      return err(inputInvalid(`${place}.link`, `${place}.link is needed: the place in the page that the stop shows.`));
    const notes = readText(`${place}.notes`, stop.notes);
    if (!notes.ok) return notes;
    const seconds = readNumber(`${place}.seconds`, stop.seconds, [1, 86_400]);
    if (!seconds.ok) return seconds;
    return ok({
      title: title.value,
      link: link.value,
      ...(notes.value === undefined ? {} : { notes: notes.value }),
      ...(seconds.value === undefined ? {} : { seconds: seconds.value }),
    });
  });

/** Reads each entry and gives it the id it asks for, or one of its own. */
const readEach = <G extends { readonly id?: Given<string> }, T extends { readonly title: string }>(
  field: string,
  given: readonly G[],
  read: (place: string, entry: G) => Result<T, InputInvalid>,
): Result<readonly (T & { readonly id: string })[], InputInvalid> => {
  if (given.length > mostInList)
    return err(inputInvalid(field, `There are ${given.length} in ${field}; at most ${mostInList} are kept.`));
  const entries: (T & { readonly id: string })[] = [];
  const asked = new Set(given.map(({ id }) => id?.trim()));
  const taken = new Set<string>();
  for (const [index, each] of given.entries()) {
    const place = `${field}[${index}]`;
    const entry = read(place, each);
    if (!entry.ok) return entry;
    const own = each.id?.trim() ?? '';
    const id = own === '' ? freeId(entry.value.title, (made) => asked.has(made) || taken.has(made)) : own;
    if (!isId(id)) return err(inputInvalid(`${place}.id`, `"${id}" is not an id: use A-Z a-z 0-9 . _ : -.`));
    if (taken.has(id))
      return err(inputInvalid(`${place}.id`, `The id "${id}" is given twice in ${field}. Give each its own.`));
    taken.add(id);
    entries.push({ id, ...entry.value });
  }
  return ok(entries);
};

const freeId = (title: string, isTaken: (id: string) => boolean): string => {
  const made = nameToId(title) || 'entry';
  if (!isTaken(made)) return made;
  for (let number = 2; ; number += 1) if (!isTaken(`${made}-${number}`)) return `${made}-${number}`;
};
