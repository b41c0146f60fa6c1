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

const classesOf = (table: DescribedTable, link: PatientLink, matcher: WordMatcher): readonly ClassSign[] => {
  const { pointer } = table;
  const because = (hit: WordHit, certainty: ClassSign['certainty'], reason: string): ClassSign => ({
    classes: hit.sign.classes,
    certainty: hit.sign.classes.length === 1 ? certainty : 'POSSIBLE',
    reason: `${reason}; ${link.words}`.slice(0, 300),
    pointer,
  });
  const nameHits = matcher.signsIn(expanded(bareName(table.name))).filter(({ phrase }) => !ambiguous.has(phrase));
  const commentHits = matcher
    .signsIn(firstSentence(table.comment))
    .filter(({ phrase }) => !short.has(phrase))
    .toSorted((a, b) => a.at - b.at);
  const votes = columnVotes(table, matcher);
  const isSupported = ({ sign }: WordHit): boolean =>
    commentHits.some((each) => each.sign === sign) || (votes.get(sign.id)?.count ?? 0) >= 2;

  if (isPatientTable(table.name)) {
    const hit = nameHits.find(({ sign }) => sign.classes.includes('UC-DEM'));
    if (hit !== undefined) return [because(hit, 'LIKELY', `its name says "${hit.phrase}"`)];
  }
  const exact = nameHits.filter(isExact).toSorted((a, b) => Number(isLeading(b)) - Number(isLeading(a)) || b.at - a.at);
  const [head, ...others] = exact;
  if (head !== undefined)
    // The last word is what a name is about: PROBLEM_LIST_NOTE. Others count where something else says them too.
    return [head, ...others.filter(isSupported)]
      .slice(0, 3)
      .map((hit, index) =>
        because(hit, index === 0 && link.by !== 'COMMENT' ? 'LIKELY' : 'POSSIBLE', `its name says "${hit.phrase}"`),
      );

  const said = commentHits.filter(isExact);
  const [first] = said;
  // A sentence that names many things lists them; it is about none.
  if (first !== undefined && said.length <= 2)
    return [
      because(
        first,
        (votes.get(first.sign.id)?.count ?? 0) >= 3 && link.by !== 'COMMENT' ? 'LIKELY' : 'POSSIBLE',
        `its comment says "${first.phrase}"`,
      ),
    ];

  const voted = [...votes.values()].filter(({ hit }) => isExact(hit)).toSorted((a, b) => b.count - a.count)[0];
  if (voted !== undefined && voted.count >= 3 && voted.count * 10 >= voted.of * 3)
    return [
      because(voted.hit, 'POSSIBLE', `${voted.count} of ${voted.of} columns say "${voted.hit.phrase}" or the like`),
    ];

  const vague = nameHits.find(isVague);
  if (vague !== undefined) return [because(vague, 'POSSIBLE', `its name says "${vague.phrase}"`)];

  const setting = nameHits
    .filter(isSetting)
    .filter((hit) => !isPlace(hit))
    .toSorted((a, b) => b.at - a.at)[0];
  if (setting !== undefined) {
    const isWhole = wordsOf(expanded(bareName(table.name))).length - wordsOf(setting.phrase).length <= 1;
    return [because(setting, isWhole ? 'LIKELY' : 'POSSIBLE', `its name says "${setting.phrase}"`)];
  }
  const parent = parentHit(table, matcher);
  if (parent !== undefined)
    return [
      because(parent.hit, 'POSSIBLE', `its key ${parent.column} is that of ${article(parent.record)} ${parent.record}`),
    ];
  const about = commentHits.find((hit) => isSetting(hit) && !isPlace(hit));
  return about === undefined ? [] : [because(about, 'POSSIBLE', `its comment says "${about.phrase}"`)];
};

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

/** The record a table adds to, by the first column of its key: PAT_ENC_CSN_ID of an encounter. */
const parentHit = (
  table: DescribedTable,
  matcher: WordMatcher,
): { readonly hit: WordHit; readonly column: string; readonly record: string } | undefined => {
  const column = table.columns.find(({ key, name }) => key === 'PRIMARY' && recordOfColumn(name) !== undefined)?.name;
  const record = column === undefined ? undefined : recordOfColumn(column);
  const hit = record === undefined ? undefined : matcher.signsIn(record)[0];
  return column === undefined || record === undefined || hit === undefined ? undefined : { hit, column, record };
};

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
