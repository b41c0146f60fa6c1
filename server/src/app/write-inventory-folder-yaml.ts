import { Document, isMap, isSeq, visit } from 'yaml';
import { formatPlainEntry, type EntryStyle } from './write-inventory-folder-plain.ts';

/** Lists of plain texts that stay on one line, and mappings of links that do: a diff then shows one line a fact. */
const style: EntryStyle = {
  oneLineLists: new Set([
    'actorRoles',
    'audiences',
    'evidence',
    'fhirResources',
    'for',
    'identifiers',
    'overlays',
    'purposes',
    'standards',
  ]),
  oneLineMappings: new Set(['appliesTo', 'matches']),
  linkLists: new Set(['carries', 'holds', 'releases']),
};

/**
 * Returns a value as YAML 1.2, ending in a line feed. Deterministic: keys in the order given, no line is folded, and
 * text that an older parser would read as a date, number or yes/no is quoted. Pure.
 */
export const formatYaml = (value: unknown): string => {
  if (!Array.isArray(value)) return formatPiece(value);
  // Entry by entry: the memory of the writer must not grow with the list.
  return value.map((entry: unknown) => formatEntry(entry)).join('');
};

const formatEntry = (entry: unknown): string =>
  formatPlainEntry(entry as Readonly<Record<string, unknown>>, style) ?? formatPiece([entry]);

/** Returns a value as YAML by the library alone: what the plain form must agree with. */
export const formatPiece = (value: unknown): string => {
  const document = new Document(value, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, pair) => {
      const key = String(pair.key);
      if (isSeq(pair.value) && style.oneLineLists.has(key)) pair.value.flow = true;
      if (isMap(pair.value) && style.oneLineMappings.has(key)) pair.value.flow = true;
      if (isSeq(pair.value) && style.linkLists.has(key))
        for (const item of pair.value.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
};
