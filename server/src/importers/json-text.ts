import { err, ok, type Result } from '../domain/result.ts';

/** Where and why a text is not JSON, or nests deeper than the limit. `line` and `column` count from 1. */
export interface JsonProblem {
  readonly reason: 'NOT_JSON' | 'TOO_DEEP';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** How many levels of lists and objects a text may have: FHIR needs about 20. */
export const defaultJsonDepth = 200;

/**
 * Returns the value of a JSON text. Depth is checked by a linear scan before anything is parsed, so that no text can
 * exhaust the stack. Error: the first place that is not JSON. Pure.
 */
export const parseJsonText = (text: string, maxDepth = defaultJsonDepth): Result<unknown, JsonProblem> => {
  const deep = firstTooDeep(text, maxDepth);
  if (deep !== undefined)
    return err({ reason: 'TOO_DEEP', ...positionAt(text, deep), message: `more than ${maxDepth} levels are nested` });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    const { at, message } = firstError(text);
    return err({ reason: 'NOT_JSON', ...positionAt(text, at), message });
  }
};

/** The offset of the first bracket beyond the depth, brackets in strings not counted. */
const firstTooDeep = (text: string, maxDepth: number): number | undefined => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxDepth) return at;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return undefined;
};

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

interface JsonError {
  readonly at: number;
  readonly message: string;
}

const space = /[ \t\r\n]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The offset after the string that begins at `start`, or -1. A loop: a pattern would run out of stack on a long one. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < 0x20) return -1;
    if (code !== backslash) continue;
    at += 1;
    if (text[at] === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) return -1;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return -1;
  }
  return -1;
};

/** Walks the grammar of RFC 8259 to the first place that does not fit: the engine's own message does not always say where. */
const firstError = (text: string): JsonError => {
  const match = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  const skip = (at: number): number => Math.max(at, match(space, at));
  const fail = (at: number, wanted: string): JsonError => ({
    at: Math.min(at, text.length),
    message: at >= text.length ? `the text ends where ${wanted} should follow` : `${wanted} should stand here`,
  });

  const value = (start: number): number | JsonError => {
    const at = skip(start);
    if (text[at] === '{') return members(at, '}', member);
    if (text[at] === '[') return members(at, ']', value);
    if (text[at] === '"') return text_(at);
    const end = match(scalar, at);
    return end > at ? end : fail(at, 'a value');
  };
  const text_ = (at: number): number | JsonError => {
    const end = endOfString(text, at);
    if (end >= 0) return end;
    const line = text.indexOf('\n', at);
    return {
      at,
      message:
        line < 0
          ? 'this text has no closing quote'
          : 'this text has no closing quote or a character JSON does not allow',
    };
  };
  const member = (start: number): number | JsonError => {
    const at = skip(start);
    if (text[at] !== '"') return fail(at, 'a field name in double quotes');
    const name = text_(at);
    if (typeof name !== 'number') return name;
    const colon = skip(name);
    return text[colon] === ':' ? value(colon + 1) : fail(colon, 'a colon');
  };
  const members = (start: number, close: string, item: (at: number) => number | JsonError): number | JsonError => {
    let at = skip(start + 1);
    if (text[at] === close) return at + 1;
    for (;;) {
      const end = item(at);
      if (typeof end !== 'number') return end;
      at = skip(end);
      if (text[at] === close) return at + 1;
      if (text[at] !== ',') return fail(at, `a comma or ${close}`);
      at += 1;
    }
  };

  const end = value(0);
  if (typeof end !== 'number') return end;
  return { at: skip(end), message: 'nothing should follow here' };
};

const positionAt = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};
