/** Text that stands for itself in a block, whatever version of YAML reads it: begins with a letter, has no character with a meaning. */
export const inBlock = /^\p{L}(?:[\p{L}\p{N} _.,;()/+%&='"?!-]|:(?=[\p{L}\p{N}]))*(?<! )$/u;

/** The same inside brackets or braces, where a comma has a meaning. */
export const inFlow = /^\p{L}(?:[\p{L}\p{N} _.;()/+%&='-]|:(?=[\p{L}\p{N}]))*(?<! )$/u;

/** Words that some version of YAML takes for something else than text. */
const otherMeaning = /^(y|yes|n|no|true|false|on|off|null)$/i;
const timestamp = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/;

/** The style of an entry's fields: which lists and mappings stand on one line. */
export interface EntryStyle {
  readonly oneLineLists: ReadonlySet<string>;
  readonly oneLineMappings: ReadonlySet<string>;
  readonly linkLists: ReadonlySet<string>;
}

/**
 * Returns an entry of a list as YAML when all of it is plain, exactly as the YAML library would write it; `undefined`
 * when anything in it needs the library. Pure and total.
 */
export const formatPlainEntry = (entry: Readonly<Record<string, unknown>>, style: EntryStyle): string | undefined => {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(entry)) {
    const text = formatField(key, value, style);
    if (text === undefined) return undefined;
    lines.push(`${lines.length === 0 ? '- ' : '  '}${key}:${text}`);
  }
  return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
};

const formatField = (key: string, value: unknown, style: EntryStyle): string | undefined => {
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    if (style.oneLineLists.has(key)) {
      const items = value.map((item: unknown) => formatScalar(item, inFlow));
      return items.includes(undefined) ? undefined : ` [${items.join(', ')}]`;
    }
    const isLinks = style.linkLists.has(key);
    const items = value.map((item: unknown) =>
      isMapping(item) ? (isLinks ? formatMapping(item) : undefined) : formatScalar(item, inBlock),
    );
    return items.includes(undefined) ? undefined : items.map((item) => `\n    - ${item ?? ''}`).join('');
  }
  if (isMapping(value)) {
    const text = style.oneLineMappings.has(key) ? formatMapping(value) : undefined;
    return text === undefined ? undefined : ` ${text}`;
  }
  const text = formatScalar(value, inBlock);
  return text === undefined ? undefined : ` ${text}`;
};

const formatMapping = (mapping: Readonly<Record<string, unknown>>): string | undefined => {
  const pairs = Object.entries(mapping).map(([key, value]) => [key, formatScalar(value, inFlow)] as const);
  return pairs.length === 0 || pairs.some(([, text]) => text === undefined)
    ? undefined
    : `{${pairs.map(([key, text]) => `${key}: ${text ?? ''}`).join(', ')}}`;
};

const formatScalar = (value: unknown, plain: RegExp): string | undefined => {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  if (plain.test(value) && !otherMeaning.test(value)) return value;
  return timestamp.test(value) || otherMeaning.test(value) ? `'${value}'` : undefined;
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
