import { err, ok, type Result } from '../result.ts';

/**
 * A citation of a legal text, taken apart. `CFR` without `section` cites a whole part; `paragraphs` are the labels
 * between brackets, outermost first (`['a', '3', 'ii']`). `FAQ` is an ASTP/ONC question by its printed id.
 */
export type Citation =
  | {
      readonly kind: 'CFR';
      readonly title: number;
      readonly part: number;
      readonly section?: string;
      readonly paragraphs: readonly string[];
    }
  | { readonly kind: 'FR'; readonly volume: number; readonly page: number }
  | {
      readonly kind: 'USC';
      readonly title: number;
      readonly section: string;
      readonly paragraphs: readonly string[];
    }
  | { readonly kind: 'FAQ'; readonly id: string };

/** The text is not a citation this project can read. */
export interface CitationInvalid {
  readonly type: 'CitationInvalid';
  readonly text: string;
}

const paragraphsPattern = String.raw`((?:\([0-9A-Za-z]{1,5}\))*)`;
const sectionPattern = new RegExp(String.raw`^(?:(\d{1,2}) CFR )?(\d{1,4})\.(\d{1,4})${paragraphsPattern}$`);
const partPattern = /^(\d{1,2}) CFR (?:part )?(\d{1,4})$/i;
const registerPattern = /^(\d{1,3}) FR (\d{1,6})$/;
const codePattern = new RegExp(String.raw`^(\d{1,2}) USC (\d+[a-z]*(?:-\d+[a-z]?)?)${paragraphsPattern}$`);
const questionPattern = /^IB\.FAQ\d{1,3}(?:\.\d+)?\.\d{4}[A-Z]{3}$/;

/** Whether parts 160 to 172, which people cite without their title, are meant: all of them are in title 45. */
const isTitle45Part = (part: number): boolean => part >= 160 && part <= 172;

const labels = (text: string): readonly string[] => text.match(/[0-9A-Za-z]+/g) ?? [];

/**
 * The parts of a citation: `45 CFR 171.204(a)(3)`, `171.204(a)(3)` (title 45 understood for parts 160 to 172),
 * `45 CFR part 171`, `42 USC 300jj-52(a)`, `89 FR 1192`, `IB.FAQ46.1.2022FEB`. Error: `CitationInvalid`.
 */
export const parseCitation = (text: string): Result<Citation, CitationInvalid> => {
  const section = sectionPattern.exec(text);
  if (section) {
    const [, title, part, number, paragraphs] = section;
    if (title !== undefined || isTitle45Part(Number(part))) {
      return ok({
        kind: 'CFR',
        title: Number(title ?? 45),
        part: Number(part),
        section: String(number),
        paragraphs: labels(paragraphs ?? ''),
      });
    }
  }
  const part = partPattern.exec(text);
  if (part) return ok({ kind: 'CFR', title: Number(part[1]), part: Number(part[2]), paragraphs: [] });
  const register = registerPattern.exec(text);
  if (register) return ok({ kind: 'FR', volume: Number(register[1]), page: Number(register[2]) });
  const code = codePattern.exec(text);
  if (code) {
    return ok({ kind: 'USC', title: Number(code[1]), section: String(code[2]), paragraphs: labels(code[3] ?? '') });
  }
  if (questionPattern.test(text)) return ok({ kind: 'FAQ', id: text });
  return err({ type: 'CitationInvalid', text });
};

const brackets = (paragraphs: readonly string[]): string => paragraphs.map((label) => `(${label})`).join('');

/** The one way to write a citation, title included: `parseCitation` reads it back. Pure and total. */
export const formatCitation = (citation: Citation): string => {
  switch (citation.kind) {
    case 'CFR':
      return citation.section === undefined
        ? `${citation.title} CFR part ${citation.part}`
        : `${citation.title} CFR ${citation.part}.${citation.section}${brackets(citation.paragraphs)}`;
    case 'FR':
      return `${citation.volume} FR ${citation.page}`;
    case 'USC':
      return `${citation.title} USC ${citation.section}${brackets(citation.paragraphs)}`;
    case 'FAQ':
      return citation.id;
  }
};

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.length <= whole.length && start.every((label, i) => whole[i] === label);

/** Whether `inner` is the text `outer` cites or lies within it: 45 CFR 171.204 covers 45 CFR 171.204(a)(3). */
export const citationCovers = (outer: Citation, inner: Citation): boolean => {
  if (outer.kind === 'CFR' && inner.kind === 'CFR') {
    if (outer.title !== inner.title || outer.part !== inner.part) return false;
    return (
      outer.section === undefined || (outer.section === inner.section && startsWith(inner.paragraphs, outer.paragraphs))
    );
  }
  if (outer.kind === 'USC' && inner.kind === 'USC') {
    return (
      outer.title === inner.title && outer.section === inner.section && startsWith(inner.paragraphs, outer.paragraphs)
    );
  }
  return formatCitation(outer) === formatCitation(inner);
};

/** Looser than the parser on purpose: what only looks like a citation must be found too, so that it can be rejected. */
const shapes = new RegExp(
  [
    String.raw`\b\d+ (?:CFR|C\.F\.R\.) (?:parts? )?§*\s?[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*(?:\([0-9A-Za-z]+\))*`,
    String.raw`(?<![\w.-])1(?:6\d|7[0-2])\.\d{3,5}[0-9A-Za-z]*(?:\([0-9A-Za-z]+\))*`,
    String.raw`\b\d+ USC [0-9A-Za-z]+(?:-[0-9A-Za-z]+)*(?:\([0-9A-Za-z]+\))*`,
    String.raw`\b\d+ FR \d+`,
    String.raw`\bIB\.FAQ[0-9A-Za-z]*(?:\.[0-9A-Za-z]+)*`,
  ].join('|'),
  'gi',
);

/** Every string in `text` that has the shape of a citation, in order, whether or not it parses. `[]` when none. */
export const findCitations = (text: string): readonly string[] => text.match(shapes) ?? [];

/** Whether one citation, as text, covers another; `false` where either is none. Pure and total. */
export const citationTextCovers = (outer: string, inner: string): boolean => {
  const [a, b] = [parsedOnce(outer), parsedOnce(inner)];
  return a.ok && b.ok && citationCovers(a.value, b.value);
};

/** Records cite the same few hundred paragraphs over and over. */
const parsed = new Map<string, ReturnType<typeof parseCitation>>();
const mostParsed = 2_000;

const parsedOnce = (text: string): ReturnType<typeof parseCitation> => {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const citation = parseCitation(text);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, citation);
  return citation;
};
