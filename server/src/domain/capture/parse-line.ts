import type { KnownNames, NotUnderstood, ParsedLine } from './parsed-line.ts';
import { whyNotSoNow, whyNotWhole } from './not-so-now.ts';
import { parseRestriction } from './parse-restriction.ts';
import { endsName, saidHow } from './said-how.ts';
import { secondClauseAt } from './second-clause.ts';
import { namesIn, textOf, tokensOf, wholeText, type Token } from './tokens.ts';
import { verbsIn, type FoundVerb } from './verbs.ts';

/** A line that works, for whoever wrote one that does not. */
export const exampleLine = 'LIS sends lab results to EHR via HL7 v2';

const questions = new Set(
  'who|what|when|where|why|which|how|whose|does|do|is|are|can|could|did|should|has|was|were|will'.split('|'),
);
const negations = new Set(
  "not|never|no|nothing|none|nobody|neither|nor|don't|doesn't|didn't|isn't|aren't|won't|can't|cannot|without|hardly|rarely".split(
    '|',
  ),
);
const plans = new Set(
  'will|would|should|could|might|may|must|shall|can|plans|planned|wants|want|needs|need'.split('|'),
);

/** As many systems as stand on one side of a flow. */
const mostSides = 5;
/** As many data classes as one line names. */
const mostClasses = 20;

/**
 * Returns what one line of plain words says. The grammar is in docs/editing.md; what is outside of it, a question, a plan, what was, what is
 * refused, an exception or the denial of a flow is not understood, and never guessed at. Pure and total; linear in the line but for the names in a list.
 */
export const parseLine = (line: string, known: KnownNames): ParsedLine => {
  const parsed = parseWhole(line, known);
  return parsed.kind !== 'NONE' && parsed.classes.length > mostClasses
    ? none(`There are more than ${mostClasses} data classes in one line. Write several lines.`)
    : parsed;
};

const parseWhole = (line: string, known: KnownNames): ParsedLine => {
  const isQuestion = line.trimEnd().endsWith('?');
  const tokens = tokensOf(line.trimEnd().replace(/[?\s]+$/, ''));
  const [first] = tokens;
  if (first === undefined) return none('There is nothing to read.');
  if (isQuestion || questions.has(first.lower)) return none('That is a question, and nothing is written for one.');
  const because = tokens.findIndex(({ lower }) => lower === 'because');
  const body = because === -1 ? tokens : tokens.slice(0, because);
  const reason = because === -1 ? '' : wholeText(tokens.slice(because + 1));
  const no = body.find(({ lower }) => negations.has(lower));
  if (no !== undefined) return none(denied(no.text));
  const plan = body.find(({ lower }) => plans.has(lower));
  if (plan !== undefined)
    return none(`"${plan.text}" tells of a plan or a possibility, not of what is so today. Say what is so.`);
  const notNow = whyNotSoNow(body);
  if (notNow !== undefined) return none(notNow);
  const parsed = parseArrow(body, reason, known) ?? parseVerbs(body, reason, known);
  const notWhole = parsed.kind === 'NONE' ? undefined : whyNotWhole(body);
  return notWhole === undefined ? parsed : none(notWhole);
};

/** The line by the first of its verbs that makes sense of it. */
const parseVerbs = (body: readonly Token[], reason: string, known: KnownNames): ParsedLine => {
  let why: NotUnderstood | undefined;
  for (const [rank, verb] of likelyFirst(body, known).entries()) {
    const second = secondClauseAt(body.slice(verb.after), known);
    if (second !== undefined && rank === 0) return twoLines(body, verb.after + second);
    const parsed = parseAround(body, verb, reason, known);
    if (parsed !== undefined && parsed.kind !== 'NONE') return parsed;
    why ??= parsed;
  }
  return why ?? none('That is not a sentence that is known here.');
};

/**
 * The verbs of a line, those first that stand behind a name that is known: in "X-ray image store sends", `store` is none. Words that may as
 * well be nouns, `archive`, `report`, come last.
 */
const likelyFirst = (tokens: readonly Token[], { isName }: KnownNames): readonly FoundVerb[] => {
  const rank = ({ at }: FoundVerb): number => {
    if (isName(textOf(tokens.slice(0, at)))) return 0;
    return /s$|^are$/.test(tokens[at]?.lower ?? '') ? 1 : 2;
  };
  return verbsIn(tokens).toSorted((a, b) => rank(a) - rank(b) || a.at - b.at);
};

/** Returns a line that was not understood, with an example that works. */
export const none = (why: string, example = exampleLine): NotUnderstood => ({
  kind: 'NONE',
  why: `${why} For example: "${example}".`,
});

const denied = (word: string): string =>
  `"${word}" says that something is not so, and what is not so is not recorded by itself. If something holds it back, say what and where: "Portal withholds radiology images from patients because …". To take back what is recorded, end it.`;

/** `LIS -> EHR: lab results via HL7 v2`, `LIS -> EHR via HL7 v2`: an arrow alone is a flow whose classes nobody names. */
const parseArrow = (tokens: readonly Token[], reason: string, known: KnownNames): ParsedLine | undefined => {
  const at = tokens.findIndex(({ lower }) => lower === '→');
  const colon = tokens.findIndex(({ lower }, index) => index > at && lower === ':');
  if (at === -1) return undefined;
  if (tokens.some(({ lower }, index) => index > at && lower === '→'))
    return none('There is more than one arrow. Write a line for each.', 'LIS -> EHR: lab results via HL7 v2');
  const [target, tail] = untilNameEnds(tokens.slice(at + 1, colon === -1 ? undefined : colon));
  const [classes, how] = colon === -1 ? [[], tail] : untilNameEnds(tokens.slice(colon + 1));
  const means = colon === -1 ? how : [...tail, ...how];
  return flowOf(tokens.slice(0, at), target, classes, withReason(means, reason), known, true);
};

/** Two statements in one line: only one of them could be kept. */
const twoLines = (tokens: readonly Token[], at: number): NotUnderstood => {
  const [first, second] = [wholeText(tokens.slice(0, at)), wholeText(tokens.slice(at))];
  return none(
    `That says two things: "${first}", and "${second.replace(/^(?:[,;]|and|then|also|it|but)+ */i, '')}". Write two lines, each with the name of its system.`,
  );
};

const parseAround = (
  tokens: readonly Token[],
  verb: FoundVerb,
  reason: string,
  known: KnownNames,
): ParsedLine | undefined => {
  const subject = tokens.slice(0, verb.at);
  const object = tokens.slice(verb.after);
  switch (verb.kind) {
    case 'SENDS':
    case 'RELEASES':
      return parseSends(subject, object, verb.kind === 'RELEASES', reason, known);
    case 'FEEDS': {
      const at = object.findIndex(({ lower }) => lower === 'with');
      if (at === -1) return parseSends(subject, object, false, reason, known);
      const [classes, how] = untilNameEnds(object.slice(at + 1));
      return flowOf(subject, object.slice(0, at), classes, withReason(how, reason), known);
    }
    case 'GETS': {
      const at = object.findIndex(({ lower }) => lower === 'from');
      if (at === -1) return none('It does not say where that comes from.', 'EHR gets lab results from LIS');
      const [from, how] = untilNameEnds(object.slice(at + 1));
      return flowOf(from, subject, object.slice(0, at), withReason(how, reason), known);
    }
    case 'FLOWS':
      return parseFlows(subject, object, reason, known);
    case 'HOLDS':
    case 'IS_SOURCE':
      return holdingOf(subject, object, verb.kind === 'IS_SOURCE', reason, known);
    case 'HELD_IN':
    case 'BEGINS_IN': {
      const [holder, rest] = untilNameEnds(object);
      return holdingOf(holder, [...subject, ...rest], verb.kind === 'BEGINS_IN', reason, known);
    }
    default:
      return parseRestriction(subject, object, verb.kind, reason, known);
  }
};

/** `A sends X to B …`, `A sends to B: X`, `channel releases X to audience`, `A releases X to audience through channel`. */
const parseSends = (
  subject: readonly Token[],
  object: readonly Token[],
  releases: boolean,
  reason: string,
  known: KnownNames,
): ParsedLine | undefined => {
  const at = object.findIndex(({ lower }) => lower === 'to' || lower === 'into');
  if (at === -1) {
    if (!releases) return none('It does not say where that goes.');
    const [classes, rest] = untilNameEnds(object);
    return releaseOf(subject, classes, [], withReason(rest, reason), known);
  }
  const colon = object.findIndex(({ lower }, index) => index > at && lower === ':');
  const [target, tail] = untilNameEnds(object.slice(at + 1, colon === -1 ? undefined : colon));
  const [classes, how] =
    at === 0 && colon !== -1 ? untilNameEnds(object.slice(colon + 1)) : [object.slice(0, at), tail];
  const names = namesIn(target, known.isName);
  const audiences = names.filter((name) => known.isAudience(name) && (releases || !known.isSystem(name)));
  if (names.length > 0 && audiences.length === names.length)
    return releaseOf(subject, classes, audiences, withReason(how, reason), known);
  if (audiences.length > 0 || (releases && !names.every(known.isSystem))) {
    const other = names.find((name) => !audiences.includes(name)) ?? '';
    return none(
      `"${other}" is not an audience that is known here, nor a system.`,
      'The portal releases lab results to patients',
    );
  }
  return flowOf(subject, target, classes, withReason(how, reason), known);
};

/** `X flows from A to B`, `X goes to B from A`. */
const parseFlows = (
  classes: readonly Token[],
  object: readonly Token[],
  reason: string,
  known: KnownNames,
): ParsedLine => {
  const place = (word: string, other: string): readonly Token[] => {
    const at = object.findIndex(({ lower }) => lower === word);
    if (at === -1) return [];
    const next = object.findIndex(({ lower }, index) => index > at && lower === other);
    const [name] = untilNameEnds(object.slice(at + 1, next === -1 ? undefined : next));
    return name;
  };
  const [from, to] = [place('from', 'to'), place('to', 'from')];
  if (from.length === 0 || to.length === 0)
    return none('It does not say both where that comes from and where it goes.', 'Lab results flow from LIS to EHR');
  const last = Math.max(lastOf(object, 'from'), lastOf(object, 'to'));
  const [, how] = untilNameEnds(object.slice(last + 1));
  return flowOf(from, to, classes, withReason(how, reason), known) ?? none('Something is missing.');
};

const lastOf = (tokens: readonly Token[], word: string): number => tokens.findIndex(({ lower }) => lower === word);

const flowOf = (
  from: readonly Token[],
  to: readonly Token[],
  classes: readonly Token[],
  how: readonly Token[],
  { isName, isSystem }: KnownNames,
  isClassOpen = false,
): ParsedLine | undefined => {
  const sides = [namesIn(from, isName), namesIn(to, isName)] as const;
  const said = namesIn(classes, isName);
  if (sides.some((names) => names.length === 0)) return undefined;
  if (said.length === 0 && !isClassOpen) return none('It does not say what is sent.');
  if (sides.some((names) => names.length > mostSides))
    return none(`There are more than ${mostSides} systems on one side. Write several lines.`);
  return { kind: 'FLOW', from: sides[0], to: sides[1], classes: said, ...saidHow(how, isSystem) };
};

const holdingOf = (
  subject: readonly Token[],
  object: readonly Token[],
  isOrigin: boolean,
  reason: string,
  { isName }: KnownNames,
): ParsedLine | undefined => {
  const [said, after] = untilNameEnds(object);
  const classes = namesIn(said, isName);
  const holder = textOf(subject);
  if (holder === '' || classes.length === 0) return undefined;
  const rest = textOf(withReason(after, reason));
  return { kind: 'HOLDING', holder, classes, isOrigin, ...(rest === '' ? {} : { rest }) };
};

const releaseOf = (
  subject: readonly Token[],
  object: readonly Token[],
  audiences: readonly string[],
  tail: readonly Token[],
  { isName }: KnownNames,
): ParsedLine | undefined => {
  const through = tail.findIndex(({ lower }) => lower === 'through' || lower === 'via' || lower === 'on');
  const [named, after] = through === -1 ? [[], tail] : untilNameEnds(tail.slice(through + 1));
  const channel = named.length > 0 ? textOf(named) : textOf(subject);
  const rest = textOf(named.length > 0 ? [...tail.slice(0, through), ...after] : tail);
  const classes = namesIn(object, isName);
  if (channel === '' || classes.length === 0) return undefined;
  return { kind: 'RELEASE', channel, classes, audiences, ...(rest === '' ? {} : { rest }) };
};

/** The words up to the first that ends a name, and those from there on. */
const untilNameEnds = (tokens: readonly Token[]): readonly [readonly Token[], readonly Token[]] => {
  const end = tokens.findIndex((token, index) => index > 0 && endsName(token));
  return end === -1 ? [tokens, []] : [tokens.slice(0, end), tokens.slice(end)];
};

const withReason = (tokens: readonly Token[], reason: string): readonly Token[] =>
  reason === '' ? tokens : [...tokens, { text: 'because', lower: 'because' }, { text: reason, lower: '' }];
