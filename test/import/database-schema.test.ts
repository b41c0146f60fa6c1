import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databaseSchemaImporter } from '../../server/src/importers/database-schema/index.ts';
import type { ArtefactFacts, HoldingFact } from '../../server/src/importers/facts/facts.ts';
import {
  artefactAt,
  artefactOf,
  everythingIn,
  factsOf,
  fixtureText,
  fuzz,
  readWith,
  samplePath,
} from './reading-kit.ts';
import { must } from '../kit/seed-graph.ts';

const names = [
  'mysql-dump.sql',
  'postgres.sql',
  'sqlserver.sql',
  'oracle.sql',
  'changelog.xml',
  'columns.csv',
] as const;
const fixture = (name: (typeof names)[number]): string => fixtureText(`database-schema/${name}`);
const read = (text: string, options = {}): Promise<ArtefactFacts> => factsOf(databaseSchemaImporter, text, options);
const tablesOf = ({ holdings }: ArtefactFacts): readonly string[] => holdings.map(({ name }) => name);
const table = ({ holdings }: ArtefactFacts, name: string): HoldingFact => {
  const found = holdings.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no table ${name}`);
  return found;
};
const columns = (facts: ArtefactFacts, name: string): readonly string[] =>
  table(facts, name).parts.map((part) =>
    [part.name, part.type ?? '-', part.key?.[0] ?? '', part.references ?? ''].join(' ').trimEnd(),
  );

describe('a database dump of MySQL', () => {
  it('gives the tables, and nothing of rows, procedures or temporary tables', async () => {
    const facts = await read(fixture('mysql-dump.sql'));
    expect(tablesOf(facts)).toEqual(['demographic', 'lab_result', 'form_visit_sheet', 'users']);
    expect(facts).toMatchObject({ origin: 'sunnyclinic', date: '2026-02-03', covers: ['database:sunnyclinic'] });
    expect(facts.warnings).toEqual([]);
    expect(facts.describes).toMatchObject({ 'statements with rows, passed over': 1, 'written by': 'mysqldump' });
    expect(columns(facts, 'demographic')).toEqual([
      'demographic_no int(10) P',
      'last_name varchar(30)',
      'sex enum',
      'year_of_birth varchar(4)',
    ]);
    expect(columns(facts, 'lab_result')).toEqual([
      'id int P',
      'demographic_no int F demographic.demographic_no',
      'key varchar(20)',
      'index_no int',
      'order text',
      'value decimal(10,2) unsigned',
    ]);
    expect(table(facts, 'demographic').parts[1]?.comment).toBe("the patient's family name; never empty");
    expect(table(facts, 'demographic').description).toContain('Every patient; living or not');
    expect(table(facts, 'demographic').pointer).toBe('line 9');
  });

  it('says what each table is taken to hold, and why', async () => {
    const facts = await read(fixture('mysql-dump.sql'));
    expect(table(facts, 'lab_result').classes).toMatchObject([
      { classes: ['UC-LAB'], certainty: 'LIKELY', pointer: 'line 21' },
    ]);
    expect(table(facts, 'lab_result').classes[0]?.reason).toMatch(/its name says "lab result".*demographic_no/);
    expect(table(facts, 'form_visit_sheet').parts[2]?.classes).toMatchObject([{ classes: ['UC-DEM'] }]);
    expect(table(facts, 'users').classes).toEqual([]);
    expect(table(facts, 'users').parts.flatMap((part) => part.classes)).toEqual([]);
    expect(table(facts, 'users').description).toContain('Nothing in it names a patient');
  });

  it('claims nothing of a dump that was cut short', async () => {
    const whole = fixture('mysql-dump.sql');
    const cut = await read(whole.slice(0, whole.indexOf('CREATE TEMPORARY')));
    expect(cut.covers).toEqual([]);
    expect(cut.warnings.join()).toContain('may have been cut short');
    const artefact = await artefactOf(whole.slice(0, whole.indexOf('family name')));
    expect(await databaseSchemaImporter.recognise(artefact)).toBe(true);
    expect(await readWith(databaseSchemaImporter, artefact)).toMatchObject({ ok: false, error: { line: 11 } });
  });
});

describe('other dialects', () => {
  it('reads PostgreSQL with inherited columns, comments and COPY', async () => {
    const facts = await read(fixture('postgres.sql'));
    expect(tablesOf(facts)).toEqual(['clin.root_item', 'clin.allergy', 'Lookup Values']);
    expect(facts.origin).toBe('Hollow Oak Records');
    expect(columns(facts, 'clin.allergy')).toEqual([
      'pk serial P Lookup Values.id',
      'substance text',
      'seen timestamp with time zone',
      'comment text',
      'tags text[]',
      'pk_item serial',
      'fk_encounter integer F clin.encounter.pk',
      'narrative text',
      'soap_cat text',
    ]);
    expect(table(facts, 'clin.allergy').parts[1]?.comment).toBe("what it's about");
    expect(table(facts, 'clin.allergy').classes).toMatchObject([{ classes: ['UC-ALG'], certainty: 'LIKELY' }]);
    expect(facts.covers).toEqual([]);
    expect(facts.warnings.join(' ')).toContain('clin.encounter, audit.fields');
  });

  it('reads SQL Server without semicolons, with descriptions', async () => {
    const facts = await read(fixture('sqlserver.sql'));
    expect(tablesOf(facts)).toEqual(['Patient', 'rx.Prescription']);
    expect(facts.origin).toBe('OakHill');
    expect(columns(facts, 'Patient')).toEqual(['PatientId int P', 'Full Name nvarchar(max)']);
    expect(columns(facts, 'rx.Prescription')).toEqual([
      'PrescriptionId int P',
      'PatientId int F Patient.PatientId',
      'Age -',
    ]);
    expect(table(facts, 'Patient').parts[1]?.comment).toBe('first and last');
    expect(table(facts, 'Patient').description).toContain('who is treated');
  });

  it('reads Oracle with storage clauses and packages', async () => {
    const facts = await read(fixture('oracle.sql'));
    expect(tablesOf(facts)).toEqual(['CLINIC.VISIT']);
    expect(columns(facts, 'CLINIC.VISIT')).toEqual([
      'VISIT_ID NUMBER(10,0) P',
      'PATIENT_ID NUMBER(10,0) F clinic.patient.id',
      'REASON VARCHAR2(200 BYTE)',
      'closed DATE',
    ]);
    expect(table(facts, 'CLINIC.VISIT').parts[2]?.comment).toBe('why');
  });

  it('reads BigQuery and places to be filled in', async () => {
    const facts = await read(
      'create table @cdm.visit ( visit_id INT64 not null, person_id INT64, data STRUCT<a INT64, b ARRAY<STRING>>,\n' +
        ' note STRING OPTIONS(description="what was said") ) OPTIONS(description="visits");\n' +
        'CREATE TABLE `proj.set.${prefix}x` (a INT64);\ncreate table ${s}death (person_id INT64);',
    );
    expect(tablesOf(facts)).toEqual(['visit', 'set.${prefix}x', 'death']);
    expect(columns(facts, 'visit')[2]).toBe('data STRUCT<a INT64, b ARRAY<STRING>>');
    expect(table(facts, 'visit').parts[3]?.comment).toBe('what was said');
  });

  it('reads a Liquibase changelog: changes in order, no rows, no index, nothing that is undone', async () => {
    const facts = await read(fixture('changelog.xml'), { systemName: 'Oak EMR' });
    expect(tablesOf(facts)).toEqual(['person', 'diagnosis']);
    expect(columns(facts, 'diagnosis')).toEqual([
      'id int P',
      'person_id int F person.person_id',
      'coder int F person.person_id',
      'code varchar(10)',
    ]);
    expect(facts).toMatchObject({ origin: 'Oak EMR', covers: ['database:Oak EMR'] });
    expect(table(facts, 'person').parts[1]).toMatchObject({ comment: 'day of birth' });
    expect((await read(fixture('changelog.xml'))).covers).toEqual([]);
  });

  it('reads information_schema columns', async () => {
    const facts = await read(fixture('columns.csv'), { origin: 'emr' });
    expect(tablesOf(facts)).toEqual(['emr.patient', 'emr.immunization']);
    expect(columns(facts, 'emr.patient')).toEqual(['patient_id int P', 'birth_date date']);
    expect(table(facts, 'emr.immunization').classes).toMatchObject([{ classes: ['UC-IMM'] }]);
    expect(facts.covers).toEqual(['database:emr']);
  });
});

describe('a file of keys', () => {
  const keys = `ALTER TABLE @s.person ADD CONSTRAINT pk PRIMARY KEY (person_id);
ALTER TABLE @s.note ADD CONSTRAINT fk FOREIGN KEY (person_id) REFERENCES @s.PERSON (PERSON_ID);`;

  it('adds keys under an origin of its own, and claims nothing', async () => {
    const facts = await read(keys, { systemName: 'Oak' });
    expect(facts).toMatchObject({ origin: 'Oak (keys)', covers: [] });
    expect(columns(facts, 'note')).toEqual(['person_id - F person.person_id']);
    expect(table(facts, 'note').key).toBe('table:note');
    expect(table(facts, 'note').classes).toMatchObject([{ classes: ['UC-NOTE'] }]);
  });
});

describe('recognising', () => {
  const recognise = async (text: string): Promise<boolean> => databaseSchemaImporter.recognise(await artefactOf(text));

  it.each(names)('knows %s', async (name) => {
    expect(await recognise(fixture(name))).toBe(true);
  });

  it.each([
    ['a query', 'select * from patient;'],
    ['prose', 'To create a new table in Word, choose Insert. Create the table yourself.'],
    ['JSON', '{"sql": "create table a (b int);"}'],
    ['another XML', '<channel><x>create table a (b int)</x></channel>'],
    ['a list of systems', 'system,owner\nEHR,IT\n'],
    ['rows only', "insert into a values ('create table x (a int);');\n"],
  ])('leaves %s alone', async (_, text) => {
    expect(await recognise(text)).toBe(false);
  });

  it('finds tables behind many rows', async () => {
    const rows = `insert into a values (${"'x; y'".repeat(10_000)});\n`.repeat(10);
    expect(await recognise(`${rows}create table b (c int);`)).toBe(true);
  });
});

describe('what holds for every script', () => {
  it('keeps no value, no password and no patient', async () => {
    for (const name of names) {
      const text = everythingIn(await read(fixture(name)));
      for (const secret of [
        'Zaphod',
        'Quimbleton',
        'hunter2',
        'Strawberries',
        'Tumbledown',
        'Malley',
        'Trillian',
        '1950',
        'stolen',
        'in_',
      ])
        expect(text, `${secret} of ${name}`).not.toContain(secret === 'in_' ? '"in_' : secret);
    }
  });

  it('gives the same facts for the same statements in other shapes', async () => {
    const script = fixture('mysql-dump.sql').replace(/^-- Dump completed.*$/m, '-- Dump completed on 2026-02-03');
    const plain = await read(script);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 900 }), fc.boolean(), async (size, isCarriage) => {
        const text = isCarriage ? script.replaceAll('\n', '\r\n') : script;
        const artefact = await artefactOf(text);
        const pieces = async function* (): AsyncIterable<string> {
          for await (const whole of artefact.text())
            for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
        };
        const facts = must(await readWith(databaseSchemaImporter, { ...artefact, text: pieces }));
        expect(facts.holdings).toEqual(plain.holdings);
      }),
      { numRuns: 30 },
    );
  });

  it('cuts comments and keeps no more columns than a table can have', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => `c${index} int`).join(', ');
    const facts = await read(`create table a (${many}); comment on column a.c1 is '${'word '.repeat(100)}';`);
    expect(facts.holdings[0]?.parts).toHaveLength(2_000);
    expect(facts.holdings[0]?.parts[1]?.comment).toHaveLength(200);
    expect(facts.warnings.join()).toContain('100 tables or columns are left out');
  });

  it('says where a quotation mark is never closed', async () => {
    const facts = await read("create table a (b int);\ncreate table c (d text default 'x);\ncreate table e (f int);");
    expect(tablesOf(facts)).toEqual(['a']);
    expect(facts.warnings.join()).toContain('line 2 is never closed');
  });

  it('ends for tables that inherit from each other', async () => {
    const facts = await read('create table a (x int) inherits (b); create table b (y int) inherits (a);');
    expect(columns(facts, 'a')).toEqual(['x int', 'y int']);
  });

  // Each of these takes minutes when the text is gone over again for each mark in it.
  it.each([
    ['comments in comments', '/* '],
    ['hidden quotation marks', "\\' "],
    ['values on one line', "'a',"],
    ['brackets', '('],
    ['brackets and names', '[a'],
    ['dollar signs', '$a $'],
    ['blank lines', '\n \t'],
    ['hyphens', '- /'],
  ])('goes over many %s once', async (_, mark) => {
    for (const head of ["create table a (b int default '`(", 'insert into `a` (b) values (']) {
      const artefact = await artefactOf(`${head}${mark.repeat(300_000)}`);
      await databaseSchemaImporter.recognise(artefact);
      expect(await readWith(databaseSchemaImporter, artefact)).toMatchObject({ ok: false });
    }
  });

  it('hides a password in a comment', async () => {
    const facts = await read("create table a (b int comment 'log in with password = Vogon42');");
    expect(facts.holdings[0]?.parts[0]?.comment).toBe('log in with password = [hidden]');
  });

  it('answers damaged files', async () => {
    await expect(fuzz(databaseSchemaImporter, names.map(fixture), 150)).resolves.toBeUndefined();
  });
});

const sample = (name: string): string | undefined => samplePath(`ddl/${name}`);

describe.skipIf(sample('openmrs-initial-test-db.sql') === undefined)('real schemas', () => {
  it.each([
    ['openmrs-initial-test-db.sql', 116, 1475, 440],
    ['openmrs-1.9.x-liquibase.xml', 88, 950, 271],
    ['oscar-emr-caisi.sql', 122, 1797, 30],
    ['omop-5.4-postgresql-ddl.sql', 39, 432, 0],
    ['omop-5.4-bigquery-ddl.sql', 39, 432, 0],
    ['omop-5.4-postgresql-constraints.sql', 38, 176, 176],
    ['omop-5.4-postgresql-primary-keys.sql', 28, 28, 0],
    ['gnumed-gmclinical.sql', 17, 118, 27],
    ['gnumed-gmMeasurements.sql', 9, 63, 17],
  ])('%s has %i tables, %i columns and %i foreign keys', async (name, tables, count, foreign) => {
    const artefact = await artefactAt(sample(name) ?? '');
    expect(await databaseSchemaImporter.recognise(artefact)).toBe(true);
    const facts = must(await readWith(databaseSchemaImporter, artefact));
    expect(facts.describes).toMatchObject({ tables, columns: count, 'foreign keys': foreign });
    expect(new Set(facts.holdings.map(({ key }) => key)).size).toBe(tables);
  });
});
