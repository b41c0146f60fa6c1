import { catalogueSource } from '../../server/src/domain/inventory/inventory-documents.ts';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';

/** Every mark that was put somewhere, however it is written. */
export const markPattern = /zq\d+x/i;

/** Fields of ids, codes, dates and words of closed lists, of documents and of what is nested in them: they name nobody. */
const unmarked = new Set(
  `id grade recordedAt createdAt updatedAt startedOn endedOn kind level catalogue drsBranch drsStatus uscdi fhirResources overlays from to organization
  partOf system dataClass role audiences practice effect basis appliesTo limits purposes restriction exception rulePack status condition answer evidence
  supersedes concept lifecycle state finding rule run fact matches outcome decision actorRoles sha256 floor counts claimedAt submittedAt decidedAt answeredAt
  dated dueOn reviewBy startedAt finishedAt undoneAt systemKind channelKind certainty nature classes key observation code exclusion heldOn proposedAt openedAt closedAt topic about
  workshop picture unknownsAtOpen unknownsAtClose`
    .split(/\s+/)
    .filter((field) => field !== ''),
);

/** Fields of which the beginning says what it is, and the rest is a name. */
const afterKind = new Set(['key', 'origin', 'scope', 'covers']);
/** Fields that hold JSON. */
const asJson = new Set(['statement', 'topics', 'stops', 'changes', 'outages']);
/** Fields that have known words, which may have others with them. */
const withMore = new Set(['protocol', 'lawCitation', 'standards']);

/**
 * Returns the inventory with a mark in every text that could name a real place or person, the same mark for the same text: so whether any of them is
 * still there can be looked for in whatever is made of it.
 */
export const markNames = (graph: EhiGraph): EhiGraph => {
  const marks = new Map<string, string>();
  const mark = (text: string): string => {
    if (text.trim() === '') return text;
    const known = marks.get(text) ?? `Zq${marks.size + 1}x`;
    marks.set(text, known);
    return known;
  };
  const markText = (field: string, text: string): string => {
    if (field === 'source' && (text.startsWith('import:') || text === catalogueSource)) return text;
    if (asJson.has(field)) return JSON.stringify(markValue(field, JSON.parse(text)));
    if (withMore.has(field)) return text.trim() === '' ? text : `${text} ${mark(text)}`;
    const [kind] = afterKind.has(field) ? (/^[a-z][a-z0-9-]*:/.exec(text) ?? []) : [];
    return kind === undefined ? mark(text) : `${kind}${mark(text.slice(kind.length))}`;
  };
  const markValue = (field: string, value: unknown): unknown => {
    if (typeof value === 'string') return markText(field, value);
    if (Array.isArray(value)) return value.map((each: unknown) => markValue(field, each));
    return typeof value === 'object' && value !== null ? markMembers(value) : value;
  };
  const markMembers = (value: unknown): unknown =>
    Object.fromEntries(
      Object.entries(value as object).map(([field, member]: [string, unknown]) => {
        const isNested = typeof member === 'object' && member !== null && !Array.isArray(member);
        const isCode =
          unmarked.has(field) && !isSignList(member) && !(isNested && field !== 'matches' && field !== 'appliesTo');
        const isKey = field === 'key' && typeof member === 'string' && member.includes(':');
        return [field, isCode && !isKey ? member : markValue(field, member)];
      }),
    );
  const marked = conceptNames.map((concept) => [
    concept,
    new Map([...graph[concept].values()].map((thing) => [thing.id, markMembers(thing)])),
  ]);
  return { ...(Object.fromEntries(marked) as unknown as EhiGraph), revision: graph.revision };
};

/** The signs of a part of a file are a list of their own, under the name of a list of codes. */
const isSignList = (value: unknown): boolean =>
  Array.isArray(value) && value.some((each) => typeof each === 'object' && each !== null);
