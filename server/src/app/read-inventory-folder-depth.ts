import { Lexer } from 'yaml';
import type { TextPosition } from '../domain/inventory/inventory-problem.ts';

/** How many levels of lists and mappings in brackets an inventory file may have; an entry needs two. */
export const maxFlowDepth = 100;

/** How many columns of indentation, "- " included, a line may begin with; an entry needs eight. */
export const maxIndentation = 200;

/**
 * Returns the first place in a YAML text that nests deeper than the limits, `undefined` when there is none. Asked before
 * the text is parsed: the parser recurses, and a hostile text would end the process. Pure and total.
 */
export const firstTooDeep = (text: string): TextPosition | undefined => {
  const indented = deepIndentation.exec(text);
  if (indented !== null) return positionAt(text, indented.index);
  return mayNestTooDeep(text) ? firstDeepBracket(text) : undefined;
};

const deepIndentation = new RegExp(`^(?: |[-?] ){${maxIndentation},}`, 'm');

/** Whether the brackets alone, those in quotes and comments too, could go beyond the limit: nearly never, and quick to see. */
const mayNestTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxFlowDepth) return true;
  }
  return false;
};

/** The lexer knows what is quoted and what is a comment, and does not recurse. */
const firstDeepBracket = (text: string): TextPosition | undefined => {
  let depth = 0;
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    // What the lexer says about the text, and not of it: byte order mark, start of a document, mode, end of a flow.
    if (token.length === 1 && lexerMarks.has(token)) continue;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > maxFlowDepth) return positionAt(text, at);
    at += token.length;
  }
  return undefined;
};

const lexerMarks: ReadonlySet<string> = new Set(['\u{FEFF}', '\u0002', '\u0018', '\u001F']);

const positionAt = (text: string, at: number): TextPosition => {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
};
