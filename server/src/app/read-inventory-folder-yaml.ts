import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { TextPosition, ValuePath } from '../domain/inventory/inventory-problem.ts';
import { firstTooDeep, maxFlowDepth, maxIndentation } from './read-inventory-folder-depth.ts';
import { parsePlainEntries } from './read-inventory-folder-plain.ts';

/** Something a YAML parser refuses, at its place in the text. */
export interface YamlProblem extends TextPosition {
  readonly message: string;
  readonly mend: string;
}

/** A YAML text as a plain value (`undefined` when there are problems), and where each part of it stands. */
export interface YamlText {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  readonly locate: (path: ValuePath) => TextPosition;
}

/** Texts longer than this are parsed piece by piece, so that memory does not grow with the file. Characters. */
const pieceLength = 64 * 1024;

/** More copies than this of what an anchor holds are an attack or a mistake. */
const maxAliasCount = 100;

interface Piece {
  readonly text: string;
  readonly firstLine: number;
  readonly firstIndex: number;
  readonly count: number;
}

/**
 * Returns the value of a YAML 1.2 text (core schema: dates stay text). Long lists are parsed in pieces of whole entries;
 * positions are found again by parsing the piece once more, which is only paid when something is wrong. Pure.
 */
export const parseYaml = (text: string): YamlText => {
  const pieces: Piece[] = [];
  const problems: YamlProblem[] = [];
  const items: unknown[] = [];
  const sources = splitList(text);
  let whole: unknown;
  for (const { text: source, firstLine } of sources) {
    const parsed = parsePiece(source, firstLine);
    problems.push(...parsed.problems);
    const list = Array.isArray(parsed.value) ? (parsed.value as readonly unknown[]) : [];
    pieces.push({ text: source, firstLine, firstIndex: items.length, count: list.length });
    for (const item of list) items.push(item);
    whole = parsed.value;
  }
  const value = sources.length === 1 ? whole : items;
  return { value: problems.length === 0 ? value : undefined, problems, locate: createLocator(pieces) };
};

const parsePiece = (text: string, firstLine: number): { value: unknown; problems: readonly YamlProblem[] } => {
  const plain = parsePlainEntries(text);
  if (plain !== undefined) return { value: plain, problems: [] };
  const deep = firstTooDeep(text);
  if (deep !== undefined)
    return { value: undefined, problems: [{ line: deep.line + firstLine - 1, column: deep.column, ...tooDeep }] };
  try {
    const document = parse(text, new LineCounter());
    const problems = [...document.errors, ...document.warnings].map((error): YamlProblem => {
      const [position] = error.linePos ?? [{ line: 1, col: 1 }];
      return {
        line: position.line + firstLine - 1,
        column: position.col,
        message: firstSentence(error.message),
        mend: mendByCode[error.code] ?? 'correct the YAML at this place',
      };
    });
    return problems.length > 0
      ? { value: undefined, problems: oncePerLine(problems) }
      : { value: toPlain(document), problems };
  } catch (error) {
    return { value: undefined, problems: [{ line: firstLine, column: 1, ...refusal(error) }] };
  }
};

/** One slip makes the parser stumble several times on a line: the first says where. */
const oncePerLine = (problems: readonly YamlProblem[]): readonly YamlProblem[] => {
  const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return inOrder.filter(({ line }, index) => line !== inOrder[index - 1]?.line);
};

const tooDeep = {
  message: `the YAML is nested too deeply: more than ${maxFlowDepth} brackets, or ${maxIndentation} columns of indentation`,
  mend: 'write it flat: no entry needs more than five levels',
};

const parse = (text: string, lineCounter: LineCounter): Document.Parsed =>
  parseDocument(text, { version: '1.2', schema: 'core', lineCounter, logLevel: 'error', stringKeys: true });

const toPlain = (document: Document.Parsed): unknown => document.toJS({ maxAliasCount }) as unknown;

/** The parser throws for two things it cannot say at a place: aliases that multiply, and nesting deeper than the stack. */
const refusal = (error: unknown): { readonly message: string; readonly mend: string } =>
  error instanceof RangeError
    ? tooDeep
    : {
        message: `the YAML aliases cannot be resolved (${error instanceof Error ? firstSentence(error.message) : 'unknown reason'})`,
        mend: 'write the values out instead of using anchors and aliases',
      };

const mendByCode: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep the key once in this mapping',
  MULTIPLE_DOCS: 'put one document in the file, without a second "---"',
  TAG_RESOLVE_FAILED: 'take the tag (!…) away: plain values only',
  BAD_ALIAS: 'write the value out instead of the alias',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'align it with the lines around it',
  MISSING_CHAR: 'close the quote or bracket, or put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put text with a colon in quotes',
  NON_STRING_KEY: 'use plain text as the key',
};

const firstSentence = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');

const createLocator = (pieces: readonly Piece[]): YamlText['locate'] => {
  let last: { readonly piece: Piece; readonly document: Document.Parsed; readonly lines: LineCounter } | undefined;
  return (path) => {
    const [head] = path;
    const piece =
      pieces.length === 1 || typeof head !== 'number'
        ? pieces[0]
        : pieces.find(({ firstIndex, count }) => head >= firstIndex && head < firstIndex + count);
    if (piece === undefined) return { line: 1, column: 1 };
    if (last?.piece !== piece) {
      const lines = new LineCounter();
      last = { piece, document: parse(piece.text, lines), lines };
    }
    const inPiece = typeof head === 'number' ? [head - piece.firstIndex, ...path.slice(1)] : path;
    const { line, col } = last.lines.linePos(offsetOf(last.document, inPiece));
    return { line: line + piece.firstLine - 1, column: col };
  };
};

/** The value itself, else the nearest parent that is there. */
const offsetOf = (document: Document.Parsed, path: ValuePath): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
};

/**
 * A block list can be cut before any "- " in the first column: what belongs to an entry is indented. Anything else in
 * the first column (a mapping, a document marker, a flow list) and the text stays whole.
 */
const splitList = (text: string): readonly { readonly text: string; readonly firstLine: number }[] => {
  if (text.length <= pieceLength || /^(?!-(?:[ \r\n]|$))[^ #\r\n]/m.test(text)) return [{ text, firstLine: 1 }];
  const pieces: { text: string; firstLine: number }[] = [];
  let start = 0;
  let line = 1;
  while (start < text.length) {
    const cut = start + pieceLength >= text.length ? -1 : text.indexOf('\n- ', start + pieceLength);
    const end = cut < 0 ? text.length : cut + 1;
    const piece = text.slice(start, end);
    pieces.push({ text: piece, firstLine: line });
    line += countLines(piece);
    start = end;
  }
  return pieces;
};

const countLines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};
