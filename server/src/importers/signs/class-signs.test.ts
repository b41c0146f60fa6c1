import { describe, expect, it } from 'vitest';
import { createWordMatcher, signsOfLabel } from './class-signs.ts';
import { wordsOf } from './words-of.ts';

const sign = (id: string, classes: readonly string[], words: readonly string[], unless: readonly string[] = []) => ({
  id,
  name: id,
  mark: ['deduction' as const],
  unverified: false,
  cite: [],
  classes,
  words,
  unless,
});
const matcher = createWordMatcher({
  wordSigns: [
    sign('LAB', ['UC-LAB'], ['lab', 'lab result']),
    sign('FAMILY', ['UC-FHX'], ['family history']),
    sign('HISTORY', ['UC-PROB'], ['history']),
    sign('ORDER', ['UC-ORD'], ['order'], ['sort']),
    sign('OBX', ['UC-LAB', 'UC-IMG'], ['result']),
  ],
});
const idsIn = (text: string): readonly string[] => matcher.signsIn(text).map(({ sign: { id } }) => id);

describe('words that point at classes', () => {
  it.each([
    ['PatientLabResults_2', ['patient', 'lab', 'result', '2']],
    ['HL7v2Orders', ['hl7v2', 'order']],
    ['Allergies & boxes, diagnoses, class', ['allergy', 'box', 'diagnose', 'class']],
    ['café_É', ['cafe', 'e']],
    ['', []],
  ])('%j is %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('takes the longest phrase, and its words from the shorter ones', () => {
    expect(idsIn('FAMILY_HISTORY')).toEqual(['FAMILY']);
    expect(idsIn('lab_results and history')).toEqual(['LAB', 'HISTORY']);
    expect(idsIn('LABEL')).toEqual([]);
  });

  it('gives way to a word that means something else', () => {
    expect(idsIn('order_date')).toEqual(['ORDER']);
    expect(idsIn('sort_order')).toEqual([]);
  });

  it('says how surely, and keeps the name where no word is known', () => {
    expect(signsOfLabel(matcher, 'Lab results', 'line 1')).toMatchObject([
      { classes: ['UC-LAB'], certainty: 'LIKELY' },
    ]);
    expect(signsOfLabel(matcher, 'Result', 'line 1')).toMatchObject([
      { classes: ['UC-LAB', 'UC-IMG'], certainty: 'POSSIBLE' },
    ]);
    expect(signsOfLabel(matcher, 'Zebra', 'line 1')).toMatchObject([
      { classes: [], name: 'Zebra', certainty: 'POSSIBLE' },
    ]);
  });
});
