import { Document, isMap, isSeq, visit } from 'yaml';

/** Lists of plain texts that stay on one line, and mappings of links that do: a diff then shows one line a fact. */
const oneLineLists = new Set([
  'actorRoles',
  'audiences',
  'evidence',
  'fhirResources',
  'for',
  'identifiers',
  'overlays',
  'purposes',
  'standards',
]);
const oneLineMappings = new Set(['appliesTo', 'matches']);
const linkLists = new Set(['carries', 'holds', 'releases']);

/**
 * Returns a value as YAML 1.2, ending in a line feed. Deterministic: keys in the order given, no line is folded, and
 * text that an older parser would read as a date, number or yes/no is quoted. Pure.
 */
export const formatYaml = (value: unknown): string => {
  if (!Array.isArray(value)) return formatPiece(value);
  // Entry by entry: the memory of the writer must not grow with the list.
  return value.map((entry) => formatPiece([entry])).join('');
};

const formatPiece = (value: unknown): string => {
  const document = new Document(value, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, pair) => {
      const key = String(pair.key);
      if (isSeq(pair.value) && oneLineLists.has(key)) pair.value.flow = true;
      if (isMap(pair.value) && oneLineMappings.has(key)) pair.value.flow = true;
      if (isSeq(pair.value) && linkLists.has(key))
        for (const item of pair.value.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
};
