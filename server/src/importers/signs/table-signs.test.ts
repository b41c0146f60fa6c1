import { describe, expect, it } from 'vitest';
import type { DescribedColumn, DescribedTable } from '../tables/described-table.ts';
import { patientLinks } from './patient-link.ts';
import { tableSigns, type TableSigns } from './table-signs.ts';

const sign = (id: string, classes: readonly string[], words: readonly string[]) => ({
  id,
  name: id,
  mark: ['deduction' as const],
  unverified: false,
  cite: [],
  classes,
  words,
  unless: [],
});
const wordSigns = [
  sign('DEM', ['UC-DEM'], ['patient', 'person', 'demographic', 'birth date', 'ssn']),
  sign('ENC', ['UC-ENC'], ['encounter', 'visit']),
  sign('LAB', ['UC-LAB'], ['lab', 'lab result', 'specimen']),
  sign('PROB', ['UC-PROB'], ['problem', 'diagnosis']),
  sign('NOTE', ['UC-NOTE'], ['note']),
  sign('CLAIM', ['DR-CLAIM'], ['claim']),
  sign('FORM', ['UC-HSA', 'UC-NOTE'], ['form']),
  sign('VITAL', ['UC-VIT'], ['pulse', 'blood pressure', 'temperature']),
];
/** `PAT_ID`, `id!` a primary key, `a>b.c` a foreign key. */
const table = (name: string, columns: string, comment?: string): DescribedTable => ({
  name,
  pointer: 'line 1',
  ...(comment === undefined ? {} : { comment }),
  columns: columns.split(' ').map((each): DescribedColumn => {
    const [own = '', references] = each.split('>');
    return own.endsWith('!')
      ? { name: own.slice(0, -1), key: 'PRIMARY' }
      : references === undefined
        ? { name: own }
        : { name: own, key: 'FOREIGN', references };
  }),
});
const signsOf = (...tables: readonly DescribedTable[]): TableSigns => {
  const signs = tableSigns(tables, { wordSigns })[0];
  if (signs === undefined) throw new Error('no table was given');
  return signs;
};
const brief = ({ classes }: TableSigns): readonly string[] =>
  classes.map((each) => `${each.classes.join('/')} ${each.certainty} ${each.reason.split(';')[0] ?? ''}`);

describe('what a table is taken to hold', () => {
  it.each([
    ['by its name', table('lab_results', 'id! patient_id'), ['UC-LAB LIKELY its name says "lab result"']],
    [
      'by its shortened name',
      table('PAT_ENC_DX', 'PAT_ENC_CSN_ID! LINE!'),
      ['UC-PROB LIKELY its name says "diagnosis"'],
    ],
    ['the table of patients', table('person', 'person_id!'), ['UC-DEM LIKELY its name says "person"']],
    ['the last word of its name', table('problem_note', 'pid'), ['UC-NOTE LIKELY its name says "note"']],
    [
      'the last word, and another that its comment says',
      table('problem_note', 'pid', 'Notes on a problem.'),
      ['UC-NOTE LIKELY its name says "note"', 'UC-PROB POSSIBLE its name says "problem"'],
    ],
    ['a claim, whatever is on it', table('claim_dx', 'claim_id!'), ['DR-CLAIM LIKELY its name says "claim"']],
    ['by its comment', table('t17', 'pid', 'Every specimen taken.'), ['UC-LAB POSSIBLE its comment says "specimen"']],
    [
      'by its columns',
      table('t18', 'pid pulse temperature blood_pressure x'),
      ['UC-VIT POSSIBLE 3 of 4 columns say "pulse" or the like'],
    ],
    ['a container', table('form_abc', 'demographic_no'), ['UC-HSA/UC-NOTE POSSIBLE its name says "form"']],
    ['a setting, when nothing else is said', table('visit', 'pid'), ['UC-ENC LIKELY its name says "visit"']],
    [
      'by its key',
      table('t19', 'PAT_ENC_CSN_ID! LINE!'),
      ['UC-ENC POSSIBLE its key PAT_ENC_CSN_ID is that of an encounter'],
    ],
    ['nothing, when only the patient is said', table('patient_program', 'patient_id'), []],
    ['nothing, when the comment lists many', table('t20', 'pid', 'Problems, notes and specimens.'), []],
  ])('%s', (_, each, expected) => {
    expect(brief(signsOf(each))).toEqual(expected);
  });

  it.each([
    ['a list of values', table('lab_type', 'id! name')],
    ['staff', table('provider_note', 'provider_id! patient_id')],
    ['what only staff tie to a person', table('lab_setting', 'id! created_by>person.person_id')],
  ])('nothing of %s', (_, each) => {
    const signs = signsOf(each, table('person', 'person_id! ssn'));
    expect(signs).toMatchObject({ classes: [] });
    expect(signs.link).toBeUndefined();
    expect(signs.remark).toContain('Nothing in it names a patient');
  });

  it('gives a column a class only where it points elsewhere than its table', () => {
    const { columns } = signsOf(
      table('lab_result', 'patient_id lab_value birth_date patient_ssn mother_birth_date birth_date_entered_by'),
    );
    expect(columns.map((each) => each.flatMap(({ classes }) => classes))).toEqual([
      [],
      [],
      ['UC-DEM'],
      ['UC-DEM'],
      [],
      [],
    ]);
    expect(signsOf(table('users', 'user_id! ssn')).columns).toEqual([[], []]);
  });
});

describe('what ties a table to a patient', () => {
  it.each([
    'patient_id',
    'PatientId',
    'PAT_ID',
    'pid',
    'person_id',
    'demographic_no',
    'demographicNo',
    'client_id',
    'fk_patient',
    'MRN',
    'subject_id',
  ])('the column %s', (column) => {
    expect(patientLinks([table('t', `id! ${column}`)])[0]).toMatchObject({ by: 'PATIENT' });
  });

  it.each(['id', 'provider_id', 'patient_count', 'person_type', 'user_id', 'department_id', 'patient_id_type_name'])(
    'not the column %s',
    (column) => {
      expect(patientLinks([table('t', column)])[0]).toBeUndefined();
    },
  );

  it('follows keys over three tables, declared or by name, and not in rings', () => {
    const tables = [
      table('a', 'a_id! b_id>b.b_id'),
      table('b', 'b_id! c_ref>c.c_id'),
      table('c', 'c_id! pid'),
      table('a_thing', 'x! c_id'),
      table('by_table', 'x! aThingId'),
      table('ring', 'ring_id! other>ring2.id'),
      table('ring2', 'id! other>ring.ring_id'),
    ];
    expect(patientLinks(tables).map((link) => link?.words)).toEqual([
      'its column b_id points to b, which belongs to a patient',
      'its column c_ref points to c, which belongs to a patient',
      'its column pid names the patient',
      'its column c_id points to c, which belongs to a patient',
      'its column aThingId points to a_thing, which belongs to a patient',
      undefined,
      undefined,
    ]);
  });
});
