import type { KnownNames, NotUnderstood, ParsedLine } from './parsed-line.ts';
import { timeIn } from './said-time.ts';
import { namesIn, textOf, wholeText, type Token } from './tokens.ts';
import type { VerbKind } from './verbs.ts';

const effectByKind: Readonly<Partial<Record<VerbKind, 'WITHHOLDS' | 'FILTERS' | 'DELAYS'>>> = {
  WITHHOLDS: 'WITHHOLDS',
  WITHHELD: 'WITHHOLDS',
  FILTERS: 'FILTERS',
  FILTERED: 'FILTERS',
  DELAYS: 'DELAYS',
  DELAYED: 'DELAYS',
};
const passive = new Set<VerbKind>(['WITHHELD', 'FILTERED', 'DELAYED']);
const keywords = new Set(['from', 'for', 'to', 'until', 'by', 'on', 'at', 'in']);
const places = new Set(['by', 'on', 'at', 'in']);
const example = 'Portal withholds lab results from patients because a clinician reviews them first';

/**
 * Returns what a line says that holds something back: `place withholds X from AUDIENCE`, `place delays X for 72 hours`, `X is withheld from
 * AUDIENCE on place`. Withheld for a time is delayed. Whoever it is held back from has to be an audience. Pure.
 */
export const parseRestriction = (
  subject: readonly Token[],
  object: readonly Token[],
  kind: VerbKind,
  reason: string,
  { isName, isAudience }: KnownNames,
): ParsedLine | undefined => {
  const isPassive = passive.has(kind);
  const time = timeIn(object, keywords);
  const timeless = time === undefined ? object : [...object.slice(0, time.from), ...object.slice(time.to)];
  const [head = [], ...pieces] = piecesOf(timeless);
  const said = isPassive ? subject : head;
  const rest: string[] = isPassive && head.length > 0 ? [textOf(head)] : [];
  const audiences: string[] = [];
  let place = isPassive ? '' : textOf(subject);
  let duration = time?.text;
  for (const piece of pieces) {
    const [{ lower: word } = { lower: '' }, ...words] = piece;
    const text = textOf(words);
    const names = namesIn(words, isName);
    if (word === 'until' && duration === undefined && text !== '') duration = `until ${wholeText(words)}`;
    else if (['from', 'for', 'to'].includes(word) && names.length > 0 && names.every(isAudience))
      audiences.push(...names);
    else if (word === 'from' || word === 'to') return refusal(text);
    else if (isPassive && places.has(word) && place === '' && text !== '') place = text;
    else rest.push(textOf(piece));
  }
  const classes = namesIn(said, isName);
  if (place === '' || classes.length === 0) return undefined;
  const stated = effectByKind[kind] ?? 'WITHHOLDS';
  const effect = stated === 'WITHHOLDS' && duration !== undefined ? 'DELAYS' : stated;
  return {
    kind: 'RESTRICTION',
    place,
    effect,
    classes,
    audiences,
    ...(duration === undefined ? {} : { duration }),
    ...(reason === '' ? {} : { reason }),
    ...(rest.length === 0 ? {} : { rest: rest.join(' ') }),
  };
};

const refusal = (text: string): NotUnderstood => ({
  kind: 'NONE',
  why: `"${text}" is not an audience that is known here; something is held back from an audience. For example: "${example}".`,
});

/** The words before the first keyword, then each keyword with its words. */
const piecesOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (keywords.has(token.lower)) pieces.push([token]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
};
