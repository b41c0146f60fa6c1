import type { KnownNames } from './parsed-line.ts';
import { endsName } from './said-how.ts';
import { textOf, type Token } from './tokens.ts';
import { verbsIn } from './verbs.ts';

const joins = new Set(['and', ',', ';', 'then', 'also', 'it', 'but']);
const articles = new Set(['the', 'a', 'an', 'its', 'our', 'their']);
const directions = new Set(['to', 'into', 'with', 'from', 'for']);
/** Verbs that are as well the names of things somebody holds or sends: `images and reports`, `traces and strips`. */
const nouns = new Set(
  'report|reports|export|exports|copy|copies|store|stores|drop|drops|strip|strips|filter|filters|transfer|transfers|route|routes|import|imports|upload|uploads|share|shares|archive|archives|show|shows|display|displays|offer|offers|feed|feeds|pass|passes|release|releases|delay|delays|hold|holds|supply|supplies|read|reads|move|moves|take|takes|produce|pull|pulls|push|pushes|keep|store|give|house|houses|write|go'.split(
    '|',
  ),
);

/**
 * Returns where, after the verb of a line, a second statement begins: `slides | and feeds the LIS`, `results | and EHR keeps the notes`; `undefined`
 * where the words are one list of names. A verb that may be a noun is one where a system, an article or a direction follows. Pure.
 */
export const secondClauseAt = (object: readonly Token[], { isSystem }: KnownNames): number | undefined => {
  for (const { at, after } of verbsIn(object)) {
    let join = at;
    while (join > 0 && !joins.has(object[join - 1]?.lower ?? '')) join -= 1;
    if (join === 0) continue;
    const before = object.slice(join, at);
    if (before.some(endsName) || (before.length > 0 && !isSystem(textOf(before)))) continue;
    const rest = object.slice(after);
    const end = rest.findIndex((token) => endsName(token) || joins.has(token.lower) || directions.has(token.lower));
    const said = end === -1 ? rest : rest.slice(0, end);
    const [first] = said;
    if (first === undefined) continue;
    const isNoun = at === after - 1 && nouns.has(object[at]?.lower ?? '');
    const isVerb =
      !isNoun || articles.has(first.lower) || isSystem(textOf(said)) || directions.has(rest[end]?.lower ?? '');
    if (isVerb) return joinStart(object, join);
  }
  return undefined;
};

const joinStart = (object: readonly Token[], join: number): number => {
  let at = join;
  while (at > 0 && joins.has(object[at - 1]?.lower ?? '')) at -= 1;
  return at;
};
