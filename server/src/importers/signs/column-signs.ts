import type { ClassSign } from '../facts/facts.ts';
import type { DescribedTable } from '../tables/described-table.ts';
import { expanded } from './abbreviations.ts';
import type { WordMatcher } from './class-signs.ts';
import { isNumberColumn, isStaffColumn } from './patient-link.ts';
import { wordsOf } from './words-of.ts';

/**
 * Words of columns that hold what they say wherever they stand: an order with a birth date holds demographics. Other words only
 * say what a column has to do with.
 */
const telling: Readonly<Record<string, RegExp>> = {
  'UC-DEM':
    /^(?:birth date|date of birth|dob|race|ethnicity|marital status|phone number|next of kin|ssn|email|patient name|patient address|medical record number|mrn|social security)$/,
  'UC-INS': /^(?:policy number|subscriber|benefit plan)$/,
  'UC-ALG': /^(?:allergy|allergen)$/,
  'UC-PROB': /^(?:diagnosis|icd10|icd9)$/,
  'DR-BILL': /^(?:copay|account balance)$/,
};

/** What is known of others than the patient. */
const relative = /\b(?:mom|mother|dad|father|donor|spouse|guardian|parent|caregiver)s?\b/;

/** Returns for each column, in order, the classes where it points elsewhere than its table. Keys and columns on staff point nowhere. Pure. */
export const columnSigns = (
  { columns, pointer }: DescribedTable,
  ofTable: readonly ClassSign[],
  matcher: WordMatcher,
): readonly (readonly ClassSign[])[] => {
  const known = new Set(ofTable.flatMap(({ classes }) => classes));
  return columns.map(({ name, key }) => {
    const isNumber = isNumberColumn(name) && !/ssn|mrn|phone|policy/i.test(name);
    if (key !== undefined || isNumber || isStaffColumn(name) || relative.test(wordsOf(name).join(' '))) return [];
    // "patient" is a word of demographics itself, and would stand before what is said of the patient.
    const words = expanded(name);
    return [...matcher.signsIn(words.replace(/\b(?:patient|person) /, '')), ...matcher.signsIn(words)]
      .filter(({ sign: { classes }, phrase }) =>
        classes.some((each) => !known.has(each) && telling[each]?.test(phrase) === true),
      )
      .filter(({ sign }, index, all) => all.findIndex((each) => each.sign === sign) === index)
      .slice(0, 2)
      .map(({ sign, phrase }): ClassSign => ({
        classes: sign.classes,
        certainty: 'POSSIBLE',
        reason: `the name of the column says "${phrase}"`,
        pointer,
      }));
  });
};
