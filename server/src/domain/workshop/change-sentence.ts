import { documentToEntry } from '../inventory/concept-codecs.ts';
import { conceptWords } from '../inventory/check-entries.ts';
import type { InventoryDocument } from '../inventory/inventory-documents.ts';
import type { Change } from '../model/change.ts';
import type { ConceptName } from '../model/concepts.ts';
import { neverWas } from '../model/entity.ts';

/** The longest value that is written out; of a longer one only that it changed is said. */
const longestValue = 80;

/** As many additions or removals of one list as are written out; the rest are counted. */
const mostNamed = 6;

/** What says nothing by itself: who wrote it and how well it is known stands beside. */
const untold: ReadonlySet<string> = new Set(['id', 'source', 'grade']);

/** Returns what an entry of the log did, in one sentence with the thing's name. Pure and total. */
export const changeSentence = (change: Change): string => {
  const { concept, action, entity } = change;
  const [before, after] = [documentOf(change.before), documentOf(change.after)];
  const thing = `the ${conceptWords[concept]} "${String(after['name'] ?? before['name'] ?? entity)}"`;
  const reason = String(after['endReason'] ?? '');
  if (neverWas(after) && !neverWas(before)) return `Took back ${thing}.`;
  if (action === 'CREATE') return `Added ${thing}.`;
  if (action === 'END')
    return `Ended ${thing} on ${String(after['endedOn'] ?? '')}${reason === '' ? '' : `: ${reason}`}.`;
  const differences = differencesOf(concept, before, after);
  return differences.length === 0 ? `Wrote ${thing} anew.` : `Changed ${thing}: ${differences.join('; ')}.`;
};

type Fields = Readonly<Record<string, unknown>>;

const documentOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const differencesOf = (concept: ConceptName, before: Fields, after: Fields): readonly string[] => {
  const [old, now] = [entryOf(concept, before), entryOf(concept, after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !untold.has(field) && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => `${field} ${differenceOf(old[field], now[field])}`);
};

const entryOf = (concept: ConceptName, document: Fields): Fields =>
  Object.keys(document).length === 0
    ? {}
    : documentToEntry(concept, document as unknown as InventoryDocument<ConceptName>, { source: '', recordedAt: '' });

const differenceOf = (before: unknown, after: unknown): string => {
  if (Array.isArray(before) || Array.isArray(after)) return listDifference(labels(before), labels(after));
  const [old, now] = [label(before), label(after)];
  if (old.length > longestValue || now.length > longestValue) return 'changed';
  if (old === '') return `is now "${now}"`;
  return now === '' ? `is no longer "${old}"` : `from "${old}" to "${now}"`;
};

const listDifference = (before: readonly string[], after: readonly string[]): string => {
  const added = after.filter((item) => !before.includes(item));
  const gone = before.filter((item) => !after.includes(item));
  const said = [
    ...(added.length === 0 ? [] : [`added ${named(added)}`]),
    ...(gone.length === 0 ? [] : [`removed ${named(gone)}`]),
  ];
  return said.length === 0 ? 'changed' : said.join(', ');
};

const named = (items: readonly string[]): string =>
  items.length <= mostNamed
    ? items.join(', ')
    : `${items.slice(0, mostNamed).join(', ')} and ${items.length - mostNamed} more`;

const labels = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(label) : []);

/** A class link is called by its class. */
const label = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  const { class: dataClass } = value as { readonly class?: unknown };
  return typeof dataClass === 'string' ? dataClass : JSON.stringify(value);
};
