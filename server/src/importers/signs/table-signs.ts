import type { ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import type { DescribedTable } from '../tables/described-table.ts';
import { bareName } from '../tables/table-name.ts';
import { expanded } from './abbreviations.ts';
import { createWordMatcher, type WordHit, type WordMatcher } from './class-signs.ts';
import { columnSigns } from './column-signs.ts';
import {
  isNumberColumn,
  isPatientTable,
  isStaffColumn,
  patientLinks,
  recordOfColumn,
  type PatientLink,
} from './patient-link.ts';
import { wordsOf } from './words-of.ts';

/** What a table is taken to hold. Every class is a proposal with its reason. */
export interface TableSigns {
  /** Empty for a table that nothing ties to a patient, and where no word says what it holds. */
  readonly classes: readonly ClassSign[];
  /** For each column in order, the classes where it points elsewhere than its table. */
  readonly columns: readonly (readonly ClassSign[])[];
  /** How it is tied to a patient; absent when nothing ties it. */
  readonly link?: PatientLink;
  /** One sentence on why it has no class, or what ties it to a patient. */
  readonly remark: string;
}

/**
 * Returns what each table of a schema or dictionary is taken to hold, in order, by its name, its comment, its columns and its keys.
 * A table that nothing ties to a patient (a list of values, users, settings) gets no class. Right comes before complete: where
 * the words disagree, fewer classes are given. Pure.
 */
export const tableSigns = (
  tables: readonly DescribedTable[],
  vocabulary: Pick<ClassVocabulary, 'wordSigns'>,
): readonly TableSigns[] => {
  const matcher = createWordMatcher(vocabulary);
  const links = patientLinks(tables);
  return tables.map((table, index) => signsOfTable(table, links[index], matcher));
};

const signsOfTable = (table: DescribedTable, link: PatientLink | undefined, matcher: WordMatcher): TableSigns => {
  const none = table.columns.map(() => []);
  if (link === undefined)
    return {
      classes: [],
      columns: none,
      remark: 'Nothing in it names a patient: it could be a list of values, settings or staff.',
    };
  const classes = classesOf(table, link, matcher);
  return {
    classes,
    columns: classes.length === 0 ? none : columnSigns(table, classes, matcher),
    link,
    remark:
      classes.length === 0
        ? `It is tied to a patient (${link.words}), but no word says what it holds.`
        : `Tied to a patient: ${link.words}.`,
  };
};

/** Classes that say in which setting something was written down. They count where nothing more exact is said. */
const settings = new Set(['UC-ENC', 'UC-ORD', 'UC-OBS', 'UC-FAC', 'DR-META', 'UC-TEAM']);
/** A table tied to a patient says where something was; that is no list of facilities. */
const isPlace = ({ sign }: WordHit): boolean => sign.classes.includes('UC-FAC');
const isSetting = ({ sign }: WordHit): boolean => sign.classes.every((each) => settings.has(each));

/** Letters that mean a message or a report in the name of an interface, and anything in a sentence. */
const ambiguous = new Set(['mdm', 'orm', 'oru', 'sig', 'siu', 'vis']);
const short = new Set([...ambiguous, 'adt', 'ct', 'mar', 'obs']);

/** A diagnosis on a claim is part of the claim. */
const isLeading = ({ sign }: WordHit): boolean => sign.classes.includes('DR-CLAIM');

/** Words with several classes are containers, `form`, `image`: what is in one is said by another word. */
const isVague = ({ sign }: WordHit): boolean => sign.classes.length > 1;

/** Everything belongs to a patient; only the table of patients, or words such as race, say demographics. */
const bare = new Set(['patient', 'person', 'demographic', 'sex', 'language', 'gender']);
const isExact = (hit: WordHit): boolean => !isSetting(hit) && !isVague(hit) && !bare.has(hit.phrase);

/** What is known of a table before its classes are chosen. */
interface Evidence {
  readonly table: DescribedTable;
  readonly link: PatientLink;
  readonly matcher: WordMatcher;
  readonly inName: readonly WordHit[];
  /** In the first sentence of the comment, in its order. */
  readonly inComment: readonly WordHit[];
  readonly inColumns: ReadonlyMap<string, Vote>;
}

/** The first of these that says something is believed: what is more exact comes first. */
const classesOf = (table: DescribedTable, link: PatientLink, matcher: WordMatcher): readonly ClassSign[] => {
  const evidence: Evidence = {
    table,
    link,
    matcher,
    inName: matcher.signsIn(expanded(bareName(table.name))).filter(({ phrase }) => !ambiguous.has(phrase)),
    inComment: matcher
      .signsIn(firstSentence(table.comment))
      .filter(({ phrase }) => !short.has(phrase))
      .toSorted((a, b) => a.at - b.at),
    inColumns: columnVotes(table, matcher),
  };
  for (const rule of [ofPatients, byName, byComment, byColumns, byContainer, bySetting, byKey, bySettingInComment]) {
    const signs = rule(evidence);
    if (signs.length > 0) return signs;
  }
  return [];
};

type Rule = (evidence: Evidence) => readonly ClassSign[];

const because = (
  { table, link }: Evidence,
  { sign }: WordHit,
  certainty: ClassSign['certainty'],
  reason: string,
): ClassSign => ({
  classes: sign.classes,
  certainty: sign.classes.length === 1 && link.by !== 'COMMENT' ? certainty : 'POSSIBLE',
  reason: `${reason}; ${link.words}`.slice(0, 300),
  pointer: table.pointer,
});
const nameSays = ({ phrase }: WordHit): string => `its name says "${phrase}"`;
const commentSays = ({ phrase }: WordHit): string => `its comment says "${phrase}"`;
const lastFirst = (hits: readonly WordHit[]): readonly WordHit[] => hits.toSorted((a, b) => b.at - a.at);

const ofPatients: Rule = (evidence) => {
  const hit = evidence.inName.find(({ sign }) => sign.classes.includes('UC-DEM'));
  return hit === undefined || !isPatientTable(evidence.table.name)
    ? []
    : [because(evidence, hit, 'LIKELY', nameSays(hit))];
};

/** The last word is what a name is about: PROBLEM_LIST_NOTE. Others count where the comment or the columns say them too. */
const byName: Rule = (evidence) => {
  const exact = lastFirst(evidence.inName.filter(isExact));
  const [head, ...others] = [...exact.filter(isLeading), ...exact.filter((hit) => !isLeading(hit))];
  if (head === undefined) return [];
  const isSupported = ({ sign }: WordHit): boolean =>
    evidence.inComment.some((each) => each.sign === sign) || (evidence.inColumns.get(sign.id)?.count ?? 0) >= 2;
  return [head, ...others.filter(isSupported)]
    .slice(0, 3)
    .map((hit, index) => because(evidence, hit, index === 0 ? 'LIKELY' : 'POSSIBLE', nameSays(hit)));
};

/** A sentence that names many things lists them; it is about none. */
const byComment: Rule = (evidence) => {
  const said = evidence.inComment.filter(isExact);
  const [first] = said;
  if (first === undefined || said.length > 2) return [];
  const isInColumns = (evidence.inColumns.get(first.sign.id)?.count ?? 0) >= 3;
  return [because(evidence, first, isInColumns ? 'LIKELY' : 'POSSIBLE', commentSays(first))];
};

const byColumns: Rule = (evidence) => {
  const [most] = [...evidence.inColumns.values()]
    .filter(({ hit }) => isExact(hit))
    .toSorted((a, b) => b.count - a.count);
  if (most === undefined || most.count < 3 || most.count * 10 < most.of * 3) return [];
  const reason = `${most.count} of ${most.of} columns say "${most.hit.phrase}" or the like`;
  return [because(evidence, most.hit, 'POSSIBLE', reason)];
};

const byContainer: Rule = (evidence) => {
  const hit = evidence.inName.find(isVague);
  return hit === undefined ? [] : [because(evidence, hit, 'POSSIBLE', nameSays(hit))];
};

const bySetting: Rule = (evidence) => {
  const [hit] = lastFirst(evidence.inName.filter((each) => isSetting(each) && !isPlace(each)));
  if (hit === undefined) return [];
  const isWhole = wordsOf(expanded(bareName(evidence.table.name))).length - wordsOf(hit.phrase).length <= 1;
  return [because(evidence, hit, isWhole ? 'LIKELY' : 'POSSIBLE', nameSays(hit))];
};

/** The record a table adds to, by its key: PAT_ENC_CSN_ID of an encounter. */
const byKey: Rule = (evidence) => {
  const { table, matcher } = evidence;
  const column = table.columns.find(({ key, name }) => key === 'PRIMARY' && recordOfColumn(name) !== undefined)?.name;
  const record = column === undefined ? undefined : recordOfColumn(column);
  const hit = record === undefined ? undefined : matcher.signsIn(record)[0];
  if (column === undefined || record === undefined || hit === undefined) return [];
  return [because(evidence, hit, 'POSSIBLE', `its key ${column} is that of ${article(record)} ${record}`)];
};

const bySettingInComment: Rule = (evidence) => {
  const hit = evidence.inComment.find((each) => isSetting(each) && !isPlace(each));
  return hit === undefined ? [] : [because(evidence, hit, 'POSSIBLE', commentSays(hit))];
};

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

interface Vote {
  readonly hit: WordHit;
  count: number;
  readonly of: number;
}

const columnVotes = ({ columns }: DescribedTable, matcher: WordMatcher): ReadonlyMap<string, Vote> => {
  const votes = new Map<string, Vote>();
  const own = columns.filter(({ name, key }) => key === undefined && !isNumberColumn(name) && !isStaffColumn(name));
  for (const { name } of own)
    for (const hit of matcher.signsIn(expanded(name))) {
      const known = votes.get(hit.sign.id);
      if (known === undefined) votes.set(hit.sign.id, { hit, count: 1, of: own.length });
      else known.count += 1;
    }
  return votes;
};

const firstSentence = (comment: string | undefined): string => comment?.split(/[.;:](?:\s|$)/)[0] ?? '';
