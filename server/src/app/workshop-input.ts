import { conceptWords } from '../domain/inventory/check-entries.ts';
import type { ThingReference, Workshop } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { isCalendarDate } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isPageLink, longestLink, topicsOf } from '../domain/workshop/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { textLimit } from './text-rules.ts';

/** A field as an input gives it: absent means unchanged, null cleared. */
export type Given<T> = T | null | undefined;

type Read<T> = Result<T, InputInvalid>;

/** The longest short text (a name, a title), in characters. */
export const shortText = 500;

/** The longest name of a person, in characters. */
const longestPerson = 120;

/** The most people one list names. */
const mostPeople = 200;

/** Returns a text that has to be there, without space at its ends. */
export const readNeeded = (field: string, value: Given<string>, limit = shortText): Read<string> => {
  const read = readText(field, value, limit);
  if (!read.ok) return read;
  return read.value === undefined
    ? err(inputInvalid(field, `${field} is needed; it cannot be empty.`))
    : ok(read.value);
};

/** Returns a text without space at its ends; `undefined` for none. */
export const readText = (field: string, value: Given<string>, limit = textLimit): Read<string | undefined> => {
  const text = value?.trim() ?? '';
  if (text.length <= limit) return ok(text === '' ? undefined : text);
  return err(inputInvalid(field, `${field} has ${text.length} characters; at most ${limit} are kept. Shorten it.`));
};

/** Returns the name of a person, on one line; `undefined` for none. */
export const readPerson = (field: string, value: Given<string>): Read<string | undefined> =>
  readText(field, value?.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' '), longestPerson);

/** Returns the names of people, each once, in order. */
export const readPeople = (field: string, value: Given<readonly string[]>): Read<readonly string[]> => {
  const names = new Set<string>();
  for (const each of value ?? []) {
    const name = readPerson(field, each);
    if (!name.ok) return name;
    if (name.value === undefined) return err(inputInvalid(field, `An entry of ${field} is empty. Leave it out.`));
    names.add(name.value);
  }
  if (names.size <= mostPeople) return ok([...names]);
  return err(inputInvalid(field, `${field} names ${names.size} people; at most ${mostPeople} are kept.`));
};

/** Returns a day that exists; `undefined` for none. */
export const readDate = (field: string, value: Given<string>): Read<string | undefined> => {
  const text = value?.trim() ?? '';
  if (text === '') return ok(undefined);
  if (isCalendarDate(text)) return ok(text);
  return err(inputInvalid(field, `"${text}" is not a day. Write one that exists, like 2026-11-21.`));
};

/** Returns a place in the page; `undefined` for none. */
export const readLink = (field: string, value: Given<string>): Read<string | undefined> => {
  const text = value?.trim() ?? '';
  if (text === '') return ok(undefined);
  if (isPageLink(text)) return ok(text);
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const message =
    text.length > longestLink
      ? `${field} has ${text.length} characters; at most ${longestLink} are kept.`
      : `"${shown}" is not a place in this page. Give its path and search, like /map?around=system:lis; other sites are not taken.`;
  return err(inputInvalid(field, message));
};

/** Returns a whole number within bounds; `undefined` for none. */
export const readNumber = (
  field: string,
  value: Given<number>,
  [least, most]: readonly [number, number],
): Read<number | undefined> => {
  if (value === null || value === undefined) return ok(undefined);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return ok(value);
  return err(inputInvalid(field, `${field} is ${value}; give a whole number from ${least} to ${most}.`));
};

/** Returns the id of a topic that the workshop's agenda has; `undefined` for none. */
export const readTopic = (workshop: Workshop, value: Given<string>): Read<string | undefined> => {
  const id = value?.trim() ?? '';
  if (id === '') return ok(undefined);
  const topics = topicsOf(workshop);
  if (topics.some((topic) => topic.id === id)) return ok(id);
  const known = topics.map((topic) => `${topic.id} (${topic.title})`).join(', ');
  return err(
    inputInvalid(
      'topic',
      `The workshop "${workshop.name}" has no topic "${id}". ${known === '' ? 'Its agenda is empty: add the topic first, or leave it out.' : `It has: ${known}.`}`,
    ),
  );
};

/** Returns a thing that is in the inventory; `undefined` for none. */
export const readAbout = (graph: EhiGraph, value: Given<ThingReference>): Read<ThingReference | undefined> => {
  if (value === null || value === undefined) return ok(undefined);
  const { concept, id } = value;
  if (graph[concept].has(id)) return ok({ concept, id });
  return err(
    inputInvalid('about', `There is no ${conceptWords[concept]} "${id}". Search for it by name, or leave about out.`),
  );
};
