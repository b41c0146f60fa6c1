import { inBlock, inFlow } from './write-inventory-folder-plain.ts';

type Mapping = Record<string, unknown>;

/**
 * Returns the entries of a text in the plain form a dump writes: a list of mappings, one field a line, values that need no
 * YAML rule to be understood. `undefined` for everything else, which the YAML parser then reads (or refuses). Long lists
 * of elements are nearly always plain, and this reads them some thirty times faster. Pure and total.
 */
export const parsePlainEntries = (text: string): readonly Mapping[] | undefined => {
  const entries: Mapping[] = [];
  let entry: Mapping | undefined;
  let list: unknown[] | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('    - ')) {
      const item = list === undefined ? undefined : parseItem(line.slice(6));
      if (item === undefined) return undefined;
      list?.push(item);
      continue;
    }
    if (list?.length === 0) return undefined;
    list = undefined;
    const [, start, key, rest] = fieldLine.exec(line) ?? [];
    if (key === undefined) return undefined;
    if (start === '- ') {
      entry = {};
      entries.push(entry);
    }
    if (entry === undefined || Object.hasOwn(entry, key)) return undefined;
    const value = rest === undefined ? (list = []) : parseValue(rest);
    if (value === undefined) return undefined;
    entry[key] = value;
  }
  return entries.length === 0 || list?.length === 0 ? undefined : entries;
};

const fieldLine = /^(- | {2})([A-Za-z][A-Za-z0-9]*):(?: (.+))?$/;

const parseValue = (text: string): unknown => {
  if (text.startsWith('[')) return parseFlowList(text);
  if (text.startsWith('{')) return parseFlowMapping(text);
  return parseScalar(text, inBlock);
};

const parseItem = (text: string): unknown =>
  text.startsWith('{') ? parseFlowMapping(text) : parseScalar(text, inBlock);

const parseFlowList = (text: string): unknown => {
  if (!text.endsWith(']')) return undefined;
  const items = text
    .slice(1, -1)
    .split(', ')
    .map((item) => parseScalar(item, inFlow));
  return items.includes(undefined) ? undefined : items;
};

const parseFlowMapping = (text: string): unknown => {
  if (!text.endsWith('}')) return undefined;
  const mapping: Mapping = {};
  for (const pair of text.slice(1, -1).split(', ')) {
    const [, key, rest] = flowPair.exec(pair) ?? [];
    const value = rest === undefined ? undefined : parseScalar(rest, inFlow);
    if (key === undefined || value === undefined || Object.hasOwn(mapping, key)) return undefined;
    mapping[key] = value;
  }
  return mapping;
};

const flowPair = /^([A-Za-z][A-Za-z0-9]*): (.+)$/;

const parseScalar = (text: string, plain: RegExp): unknown => {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (plain.test(text) && !wordsWithMeaning.test(text)) return text;
  // A comma in quotes inside a flow list was cut by the split above: then the quotes do not match and nothing is read.
  return quoted.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined;
};

const wordsWithMeaning = /^(null|true|false)$/i;
const quoted = /^'(?:[\p{L}\p{N} _.,;:()/+%&="?!#@-]|'')*'$/u;
