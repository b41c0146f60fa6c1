import { createHash } from 'node:crypto';
import { flowColumnWords, systemColumnWords, unreadColumnWords, type ColumnWords } from './column-words.ts';
import { tidyText } from './cells.ts';
import { isColumnTarget, isFlowTarget, isShared, type ColumnTarget, type ListKind } from './targets.ts';

/** A column of a list and what it is proposed to be read as. `target` is `''` for a column that is not read. */
export interface ProposedColumn {
  /** The title as the list has it, cleaned; `''` for a column without one. */
  readonly title: string;
  readonly target: ColumnTarget | '';
  /** Why, for people: `"app name" usually means the name of the system`. */
  readonly reason: string;
  /** Somebody said so, now or when a list with these titles was imported before. */
  readonly isChosen: boolean;
}

/** What the titles of a list say. Nothing of the rows below is in it. */
export interface ColumnsProposal {
  /** Absent when the titles name neither systems nor the two ends of flows: then nothing can be read. */
  readonly kind?: ListKind;
  /** In the order of the list, one for each column. */
  readonly columns: readonly ProposedColumn[];
  /** Enough titles are known to tell such a list from other tables. */
  readonly isEnough: boolean;
  /** It describes the tables and columns of a database: a data dictionary, which is somebody else's. */
  readonly isDictionary: boolean;
  /** It has the titles of a list of people: nothing of it is read. */
  readonly isOfPeople: boolean;
  /** What was chosen and cannot be, for people. */
  readonly problems: readonly string[];
}

/** How many columns of a list are looked at. */
export const maxColumns = 500;

/** Which column is what, by column title, or by `sheet!title` where a workbook has a title twice. `''`: do not read it. */
export type ChosenColumns = Readonly<Record<string, string>>;

/**
 * Returns what each column of a list is proposed to be, told by the titles alone: no cell below them is looked at. A choice of a person
 * goes before every proposal. Two columns are never read as the same thing, except where their cells can be put together
 * (descriptions, classes). Pure: equal titles give equal proposals.
 */
export const proposeColumns = (
  titles: readonly string[],
  chosen: ChosenColumns = {},
  sheet?: string,
): ColumnsProposal => {
  const headers = titles.slice(0, maxColumns).map((title) => ({ title: titleOf(title), key: normaliseTitle(title) }));
  const choices = headers.map(({ key }) => choiceOf(chosenByTitle(chosen, sheet), key));
  const systems = assign(headers, choices, systemColumnWords);
  const flows = assign(headers, choices, flowColumnWords);
  const isFlows = decideFlows(choices, systems, flows);
  const assigned = isFlows ? flows : systems;
  const targets = new Set(assigned.flatMap(({ target }) => (target === '' ? [] : [target])));
  const keys = headers.map(({ key }) => key);
  const isDictionary = !isFlows && looksLikeDictionary(keys);
  const isOfPeople = keys.some((key) => key.split(' ').length <= 4 && people.test(key));
  const kind = isFlows
    ? targets.has('flow.from') && targets.has('flow.to')
      ? kindOfFlows([...keys, normaliseTitle(sheet ?? '')], targets)
      : undefined
    : targets.has('system.name')
      ? 'SYSTEMS'
      : undefined;
  return {
    ...(kind === undefined ? {} : { kind }),
    columns: assigned,
    isEnough: kind !== undefined && !isDictionary && !isOfPeople && isEnough(assigned, keys, targets),
    isDictionary,
    isOfPeople,
    problems: problemsOf(headers, choices, isFlows),
  };
};

/** Returns a title as it is compared: lower case words without marks, `AppName (prod.)` as `app name prod`; `#` alone as `number`. */
export const normaliseTitle = (title: string): string =>
  (title.trim() === '#' ? 'number' : title)
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120);

/**
 * Returns the titles of lists as one text by which a mapping that was chosen for them is found again: normalised, in order, joined by
 * ` | `, the sheets by ` || `. A very long one ends in its hash.
 */
export const fingerprintOf = (sheets: readonly (readonly string[])[]): string => {
  const text = sheets.map((titles) => titles.map(normaliseTitle).join(' | ')).join(' || ');
  if (text.length <= longestFingerprint) return text;
  return `${text.slice(0, longestFingerprint)} … ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
};

const longestFingerprint = 2_000;

interface Header {
  readonly title: string;
  readonly key: string;
}

/** A title is shown to people and kept: a row of values that was taken for titles must not bring anything secret along. */
const titleOf = (title: string): string => (tidyText(title) ?? '').slice(0, 120);

const chosenByTitle = (chosen: ChosenColumns, sheet: string | undefined): ReadonlyMap<string, string> => {
  const before = sheet === undefined ? undefined : `${sheet}!`;
  const byTitle = new Map(Object.entries(chosen).map(([title, target]) => [normaliseTitle(title), target.trim()]));
  for (const [title, target] of Object.entries(chosen))
    if (before !== undefined && title.startsWith(before))
      byTitle.set(normaliseTitle(title.slice(before.length)), target.trim());
  return byTitle;
};

/** `undefined`: nobody chose anything for it. */
const choiceOf = (chosen: ReadonlyMap<string, string>, key: string): string | undefined =>
  key === '' ? undefined : chosen.get(key);

const assign = (
  headers: readonly Header[],
  choices: readonly (string | undefined)[],
  words: readonly ColumnWords[],
): readonly ProposedColumn[] => {
  const isFlows = words === flowColumnWords;
  const taken = new Set<ColumnTarget>();
  const found = new Map<number, ProposedColumn>();
  for (const [index, { title }] of headers.entries()) {
    const choice = choices[index];
    // In a workbook a title can stand in two lists; what it is in the other one says nothing here.
    if (choice === undefined || (isColumnTarget(choice) && isFlowTarget(choice) !== isFlows)) continue;
    const target = isColumnTarget(choice) ? choice : '';
    if (target !== '' && taken.has(target) && !isShared(target)) {
      found.set(index, { title, target: '', reason: `an earlier column is ${meaningOf(target)}`, isChosen: true });
      continue;
    }
    if (target !== '') taken.add(target);
    found.set(index, { title, target, reason: target === '' ? 'chosen not to be read' : 'chosen', isChosen: true });
  }
  for (const { index, words: match, how } of candidates(headers, words)) {
    if (found.has(index) || (taken.has(match.target) && !isShared(match.target))) continue;
    taken.add(match.target);
    const { title } = headers[index] ?? { title: '' };
    found.set(index, { title, target: match.target, reason: `${how} usually means ${match.means}`, isChosen: false });
  }
  return headers.map(
    ({ title, key }, index) =>
      found.get(index) ?? { title, target: '', reason: whyUnread(key, words, taken), isChosen: false },
  );
};

interface Candidate {
  readonly index: number;
  readonly words: ColumnWords;
  readonly rank: number;
  readonly how: string;
}

/** Whole titles first, in the order of the table; then words within a title, the longer phrase first. */
const candidates = (headers: readonly Header[], words: readonly ColumnWords[]): readonly Candidate[] =>
  headers
    .flatMap(({ key }, index): readonly Candidate[] => {
      if (key === '') return [];
      const found: Candidate[] = [];
      for (const each of words) {
        const whole = each.titles.indexOf(key);
        if (whole >= 0) found.push({ index, words: each, rank: whole, how: `"${key}"` });
      }
      if (found.length > 0 || unreadReason(key) !== undefined || key.split(' ').length > 7) return found;
      for (const each of words)
        for (const phrase of each.within)
          if (hasWords(key, phrase))
            found.push({ index, words: each, rank: 1000 - phrase.length, how: `"${phrase}" in "${key}"` });
      return found;
    })
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);

const hasWords = (key: string, phrase: string): boolean => ` ${key} `.includes(` ${phrase} `);

const unreadReason = (key: string): string | undefined =>
  unreadColumnWords.find(({ words }) => words.some((word) => hasWords(key, word)))?.why;

const whyUnread = (key: string, words: readonly ColumnWords[], taken: ReadonlySet<ColumnTarget>): string => {
  if (key === '') return 'it has no title';
  const other = words.find(({ target, titles }) => titles.includes(key) && taken.has(target));
  if (other !== undefined) return `another column is ${other.means}`;
  return unreadReason(key) ?? 'its title is not known';
};

const meaningOf = (target: ColumnTarget): string =>
  [...systemColumnWords, ...flowColumnWords].find((each) => each.target === target)?.means ?? target;

/** Who names an end of a flow, or the name of a system, has said what the list is. Else two ends make it a list of flows. */
const decideFlows = (
  choices: readonly (string | undefined)[],
  systems: readonly ProposedColumn[],
  flows: readonly ProposedColumn[],
): boolean => {
  if (choices.includes('flow.from') || choices.includes('flow.to')) return true;
  if (choices.includes('system.name')) return false;
  const has = (columns: readonly ProposedColumn[], target: ColumnTarget): boolean =>
    columns.some((column) => column.target === target);
  if (has(flows, 'flow.from') && has(flows, 'flow.to')) return true;
  if (has(systems, 'system.name')) return false;
  return choices.some((choice) => choice?.startsWith('flow.') === true);
};

const kindOfFlows = (keys: readonly string[], targets: ReadonlySet<ColumnTarget>): ListKind => {
  if (keys.some((key) => /\b(?:interfaces?|channel|feed|message types?|hl7)\b/.test(key))) return 'INTERFACES';
  if (keys.some((key) => /\b(?:data ?flows?|flows?)\b/.test(key))) return 'DATA_FLOWS';
  const technical = (['flow.engineRef', 'flow.protocol', 'flow.trigger', 'flow.schedule'] as const).some((target) =>
    targets.has(target),
  );
  return targets.has('flow.classes') && !technical ? 'DATA_FLOWS' : 'INTERFACES';
};

/** Titles that other tables have too say little. */
const vague: ReadonlySet<string> = new Set([
  'name',
  'title',
  'source',
  'target',
  'from',
  'to',
  'origin',
  'src',
  'dest',
]);

const weak: ReadonlySet<ColumnTarget> = new Set([
  'system.name',
  'system.description',
  'system.identifier',
  'flow.from',
  'flow.to',
  'flow.description',
]);

const isEnough = (
  columns: readonly ProposedColumn[],
  keys: readonly string[],
  targets: ReadonlySet<ColumnTarget>,
): boolean => {
  // A person knows what the list is.
  if (columns.some(({ target, isChosen }) => isChosen && (target === 'system.name' || target === 'flow.from')))
    return true;
  const others = [...targets].filter((target) => !weak.has(target)).length;
  const isVague = columns.some(
    ({ target }, index) => (target === 'system.name' || target === 'flow.from') && vague.has(keys[index] ?? ''),
  );
  if (targets.has('flow.from')) return others >= (isVague ? 2 : 1);
  // Rooms, people and parts have names, types and places too; only software has one of these.
  const isSoftware = softwareOnly.some((target) => targets.has(target));
  return isVague ? others >= 3 && isSoftware : others >= 1 && (isSoftware || targets.size >= 3);
};

const softwareOnly = ['system.vendor', 'system.version', 'system.hosting', 'system.classes'] as const;

const people =
  /\b(?:mrn|dob|date of birth|birth ?date|first name|last name|given name|surname|patient (?:id|name|number)|ssn|social security)\b/;

const looksLikeDictionary = (keys: readonly string[]): boolean =>
  keys.some((key) => /\b(?:table|view)\b/.test(key)) &&
  keys.some((key) => /\b(?:column|field|attribute|variable)\b/.test(key));

const problemsOf = (
  headers: readonly Header[],
  choices: readonly (string | undefined)[],
  isFlows: boolean,
): readonly string[] =>
  headers.flatMap(({ title }, index) => {
    const choice = choices[index];
    if (choice === undefined || choice === '') return [];
    const shown = (tidyText(choice) ?? '').slice(0, 60);
    if (!isColumnTarget(choice))
      return [`"${title}" was chosen to be "${shown}", which is nothing a column can be; it was not read.`];
    if (isFlowTarget(choice) !== isFlows)
      return [
        `"${title}" was chosen to be "${shown}", which a list of ${isFlows ? 'flows' : 'systems'} does not have; that was not heeded.`,
      ];
    return [];
  });
