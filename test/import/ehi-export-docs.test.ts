import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databaseSchemaImporter } from '../../server/src/importers/database-schema/index.ts';
import { ehiExportDocsImporter, exportFileListImporter } from '../../server/src/importers/ehi-export-docs/index.ts';
import type { ArtefactFacts, HoldingFact } from '../../server/src/importers/facts/facts.ts';
import { must } from '../kit/seed-graph.ts';
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

const fixture = (name: string): string => fixtureText(`ehi-export-docs/${name}`);
const read = (text: string, options = {}): Promise<ArtefactFacts> => factsOf(ehiExportDocsImporter, text, options);
const list = (text: string, options = {}): Promise<ArtefactFacts> => factsOf(exportFileListImporter, text, options);
const holding = ({ holdings }: ArtefactFacts, key: string): HoldingFact => {
  const found = holdings.find((each) => each.key === key);
  if (found === undefined) throw new Error(`there is no holding ${key}`);
  return found;
};

describe('a dictionary as CSV', () => {
  it('gives tables with their columns, families as one', async () => {
    const facts = await read(fixture('dictionary.csv'), { systemName: 'Oak EHR' });
    expect(facts.holdings.map(({ key }) => key)).toEqual([
      'table:patient',
      'table:order_results',
      'table:allergy',
      'table:zc_colors',
    ]);
    const patient = holding(facts, 'table:patient');
    expect(patient.name).toBe('PATIENT');
    expect(patient.description).toContain('One logical table in 2 parts: PATIENT, PATIENT_2.');
    expect(patient.parts.map(({ name }) => name)).toEqual(['PAT_ID', 'PAT_NAME', 'RACE_C_NAME']);
    expect(patient.parts[0]).toMatchObject({
      type: 'NUMERIC',
      key: 'PRIMARY',
      comment: 'The number of the patient. On two lines.',
    });
    expect(holding(facts, 'table:allergy').parts.map(({ key, type }) => [key, type])).toEqual([
      ['PRIMARY', 'NUMERIC'],
      [undefined, 'NUMERIC'],
      [undefined, 'DATETIME (Local)'],
    ]);
    expect(holding(facts, 'table:order_results').parts[2]?.comment).toBeUndefined();
    expect(facts).toMatchObject({ origin: 'Oak EHR', covers: ['ehi-export:Oak EHR'], warnings: [] });
  });

  it('says what the export is documented to release', async () => {
    const facts = await read(fixture('dictionary.csv'), { systemName: 'Oak EHR' });
    expect(facts.channels.map(({ kind, isComplete, certainty }) => [kind, isComplete, certainty])).toEqual([
      ['CH-B10-SP', false, 'LIKELY'],
      ['CH-B10-POP', false, 'LIKELY'],
    ]);
    const released = facts.channels[0]?.releases ?? [];
    expect(released.flatMap(({ classes }) => classes)).toEqual(expect.arrayContaining(['UC-DEM', 'UC-ALG']));
    expect(released.find(({ classes }) => classes.includes('UC-ALG'))?.reason).toBe(
      '1 documented table holds it: ALLERGY',
    );
    expect(holding(facts, 'table:zc_colors')).toMatchObject({ classes: [] });
    expect(holding(facts, 'table:zc_colors').description).toContain('Nothing in it names a patient');
  });

  it.each([
    ['a plain dictionary', '', []],
    ['one whose descriptions speak of exports', '', [], 'date of the last export'],
    ['a title that says so', 'Tables of the patient export\n', ['LIKELY', 'LIKELY']],
    ['the paragraph of the rule', '170.315(b)(10) documentation\n', ['LIKELY', 'LIKELY']],
  ])('makes channels of an export only: %s', async (_, above, expected, words = 'when') => {
    const rows = `table,column,type,description\nPATIENT,PAT_ID,int,x\nALLERGY,SEEN,date,${words}\n`;
    const facts = await read(`${above}${rows}`, { systemName: 'Oak' });
    expect(facts.channels.map(({ certainty }) => certainty)).toEqual(expected);
    expect(facts.title).toMatch(expected.length === 0 ? /^Data dictionary/ : /^EHI export documentation/);
    expect(facts.cannotTell.map(({ subject }) => subject)).toEqual([
      expected.length === 0 ? 'what leaves the system' : 'what the export holds',
    ]);
    expect(facts.holdings.map(({ name }) => name)).toEqual(['PATIENT', 'ALLERGY']);
  });

  it.each([
    ['semicolons', '\uFEFFtable;field;datatype;definition\nA;PAT_ID;int;x\n'],
    ['tabs', 'Entity\tAttribute\tFormat\tComments\nA\tPAT_ID\tint\tx\n'],
    ['OMOP words', 'cdmTableName,cdmFieldName,isRequired,cdmDatatype,userGuidance\nA,PAT_ID,Yes,int,x\n'],
    ['quoted titles', '"Table","Column","Type","Description"\r\n"A","PAT_ID","int","x"\r\n'],
    ['merged cells', 'table,column,type,description\nA,PAT_ID,int,x\n,B_NO,int,\n'],
  ])('reads %s', async (_, text) => {
    const facts = await read(text);
    expect(facts.holdings).toHaveLength(1);
    expect(facts.holdings[0]).toMatchObject({
      name: 'A',
      parts: [{ name: 'PAT_ID', type: 'int', comment: 'x' }, ...(facts.holdings[0]?.parts.slice(1) ?? [])],
    });
    expect(facts.warnings[0]).toContain('Name the system');
    expect(facts.covers).toEqual([]);
  });

  it('keeps a list of tables without columns apart', async () => {
    const facts = await read('tableName,tableDescription\nvisit,The visits of a patient\n', { systemName: 'Oak' });
    expect(facts.origin).toBe('Oak (tables)');
    expect(facts.holdings[0]?.classes).toMatchObject([{ classes: ['UC-ENC'] }]);
  });

  it('follows keys to other tables', async () => {
    const facts = await read(
      'table,column,type,isForeignKey,fkTableName,fkFieldName,description\nnote,person_ref,int,Yes,PERSON,person_id,\nperson,person_id,int,No,NA,NA,\n',
    );
    expect(facts.holdings[0]?.parts[0]).toMatchObject({ key: 'FOREIGN', references: 'person.person_id' });
    expect(facts.holdings[0]?.classes[0]?.reason).toContain('points to person');
  });

  it('says nothing of what is missing where the file ends within its last row', async () => {
    const rows = 'table_name,column_name,data_type,description\nPATIENT,PAT_ID,int,x\nLAB,VAL,int,y\n';
    expect((await read(rows, { systemName: 'Oak' })).covers).toHaveLength(1);
    const cut = await read(`${rows}ALLERGY,REACT`, { systemName: 'Oak' });
    expect(cut.covers).toEqual([]);
    expect(cut.holdings.map(({ name }) => name)).not.toContain('ALLERGY');
    expect(cut.warnings.join(' ')).toContain('it ends within its last row');
  });

  it('says where a row cannot be read', async () => {
    const facts = await read('table,column,type,description\nA,PAT_ID,int,x\nB,"unclosed,int,y\n');
    expect(facts.holdings.map(({ name }) => name)).toEqual(['A']);
    expect(facts.warnings.join()).toContain('Row 3');
  });
});

describe('a dictionary as JSON', () => {
  it('reads JSON Lines line by line', async () => {
    const facts = await read(fixture('tables.jsonl'), { systemName: 'Oak' });
    expect(facts.holdings.map(({ key }) => key)).toEqual(['table:patient', 'table:pat_enc_dx', 'table:goal']);
    expect(holding(facts, 'table:patient').parts[1]).toMatchObject({ name: 'SEEN', type: 'DATETIME (Local)' });
    expect(holding(facts, 'table:pat_enc_dx')).toMatchObject({
      pointer: 'line 2',
      classes: [{ classes: ['UC-PROB'], certainty: 'LIKELY' }],
      parts: [{ key: 'PRIMARY', references: 'PAT_ENC' }, { key: 'PRIMARY' }, {}],
    });
    expect(holding(facts, 'table:goal').description).toContain('it continues GOAL, which is not there');
    expect(facts.covers).toEqual([]);
    expect(facts.describes).toMatchObject({ 'tables that are pointed to and not described': 1 });
  });

  it('gives the same tables from lines, a list, an object and rows', async () => {
    const tables = fixture('tables.jsonl')
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { name: string; columns: { name: string; type?: string; description?: string }[] },
      );
    const shapes = [
      fixture('tables.jsonl'),
      JSON.stringify(tables),
      JSON.stringify({ system: 'Oak', tables }, null, 2),
      JSON.stringify(
        tables.flatMap(({ name, columns }) =>
          columns.map((column) => ({ table: name, column: column.name, type: column.type })),
        ),
      ),
      JSON.stringify({
        entities: tables.map(({ name, columns }) => ({ name, fields: columns.map((column) => column.name) })),
      }),
    ];
    for (const text of shapes) {
      const facts = await read(text);
      expect(facts.holdings.map(({ key, parts }) => [key, parts.map(({ name }) => name)])).toEqual([
        ['table:patient', ['PAT_ID', 'SEEN']],
        ['table:pat_enc_dx', ['PAT_ENC_CSN_ID', 'LINE', 'DX_ID']],
        ['table:goal', ['PAT_ID']],
      ]);
    }
    expect((await read(shapes[2] ?? '')).systems[0]).toMatchObject({ name: 'Oak', isSelf: true });
  });

  it('takes the format Epic publishes for an export, and other JSON only when it says so', async () => {
    const channels = async (text: string) =>
      (await read(text, { systemName: 'Oak' })).channels.map(({ certainty }) => certainty);
    expect(await channels(fixture('tables.jsonl'))).toEqual(['POSSIBLE', 'POSSIBLE']);
    const tables = ['PATIENT', 'ALLERGY'].map((name) => ({ name, columns: [{ name: 'PAT_ID', type: 'int' }] }));
    expect(await channels(JSON.stringify({ title: 'Warehouse', tables }))).toEqual([]);
    expect(await channels(JSON.stringify({ title: 'Export of a patient', tables }))).toEqual(['LIKELY', 'LIKELY']);
  });

  it('makes no channel of one table', async () => {
    const facts = await read(fixture('tables.jsonl').split('\n')[0] ?? '', { systemName: 'Oak' });
    expect(facts.channels).toEqual([]);
    expect(facts.covers).toEqual([]);
    expect(facts.warnings.join()).toContain('it describes one table');
  });

  it('passes over lines that are broken, and says so', async () => {
    const facts = await read(`${fixture('tables.jsonl')}{"name": \n{"a":1}\n`);
    expect(facts.holdings).toHaveLength(3);
    expect(facts.warnings.join(' ')).toMatch(/1 line is no JSON.*line 4.*1 line defines no table/);
  });
});

describe('a list of the files of an export', () => {
  it('has the keys of the documentation, so that what nobody documented shows', async () => {
    const docs = await read(fixture('dictionary.csv'), { systemName: 'Oak' });
    const files = await list(fixture('unzip.txt'), { systemName: 'Oak' });
    const documented = new Set(docs.holdings.map(({ key }) => key));
    expect(files.holdings.map(({ key }) => key)).toEqual([
      'table:patient',
      'table:allergy',
      'table:shadow_table',
      'documents:pdf',
    ]);
    expect(
      files.holdings.filter(({ key }) => key.startsWith('table:') && !documented.has(key)).map(({ name }) => name),
    ).toEqual(['SHADOW_TABLE']);
    expect(holding(files, 'table:patient')).toMatchObject({ role: 'COPY', format: 'tsv', pointer: 'line 5' });
    expect(holding(files, 'table:patient').description).toContain('PATIENT, PATIENT_2');
    expect(files).toMatchObject({ grade: 'OBSERVED', covers: ['ehi-export:Oak'] });
    expect(files.holdings[0]?.scope).toBe(docs.holdings[0]?.scope);
  });

  it.each([
    ['names', 'PATIENT.tsv\nPATIENT_2.tsv\nALLERGY.tsv\n'],
    ['paths of Windows', 'EHI\\PATIENT.TSV\r\nEHI\\Patient_2.tsv\r\nEHI\\allergy.tsv'],
    [
      'ls -l',
      'total 12\n-rw-r--r-- 1 me us 12 Jan  2 03:04 PATIENT.tsv\n-rw-r--r-- 1 me us 1.2K Jan  2  2025 PATIENT_3.csv.gz\n-rw-r--r--. 1 me us 9 Jan 12 03:04 allergy.txt\n',
    ],
    ['CSV with titles', 'size,file name\n12,PATIENT.tsv\n13,a/PATIENT_2.tsv\n14,"ALLERGY.tsv"\n'],
    ['numbered parts', 'Patient.000.ndjson\nPatient.001.ndjson\nAllergy_20260131.csv\n'],
  ])('reads %s', async (_, text) => {
    const facts = await list(text);
    expect(facts.holdings.map(({ key }) => key)).toEqual(['table:patient', 'table:allergy']);
    expect(facts.warnings).toHaveLength(1);
    expect(facts.covers).toEqual([]);
  });

  it('keeps headers and no rows', async () => {
    const facts = await list(fixture('heads.txt'));
    expect(holding(facts, 'table:patient').parts.map(({ name }) => name)).toEqual(['PAT_ID', 'PAT_NAME', 'BIRTH_DATE']);
    expect(holding(facts, 'table:allergy')).toMatchObject({
      parts: [{ name: 'ALLERGY_ID' }, { name: 'PAT_ID' }],
      classes: [{ classes: ['UC-ALG'] }],
    });
    expect(holding(facts, 'table:noheader').parts).toEqual([]);
    const everything = everythingIn(facts) + everythingIn(await list(fixture('unzip.txt')));
    for (const patient of ['Slartibartfast', 'Z9', '1950', 'Arthur', 'Country', 'Prefect', '12345'])
      expect(everything).not.toContain(patient);
  });
});

describe('recognising', () => {
  const kinds = async (text: string): Promise<readonly string[]> => {
    const artefact = await artefactOf(text);
    const found: string[] = [];
    for (const each of [databaseSchemaImporter, ehiExportDocsImporter, exportFileListImporter])
      if (await each.recognise(artefact)) found.push(each.kind);
    return found;
  };

  it.each([
    ['a dictionary', fixture('dictionary.csv'), ['ehi-export-docs']],
    ['JSON Lines', fixture('tables.jsonl'), ['ehi-export-docs']],
    ['a list of files', fixture('unzip.txt'), ['export-file-list']],
    ['headers of files', fixture('heads.txt'), ['export-file-list']],
    ['information_schema', fixtureText('database-schema/columns.csv'), ['database-schema']],
    ['SQL', 'create table a (b int);', ['database-schema']],
    ['a capability statement', '{"resourceType":"CapabilityStatement","name":"x","fields":[{"name":"a"}]}', []],
    ['a list of systems', 'System,Owner,File\nEHR,IT,a.pdf\nLIS,Lab,b.pdf\nRIS,Rad,c.pdf\n', []],
    ['prose', 'See table 1 for the field, type and description of files.\nSee a.pdf\n', []],
    ['settings', '{"name":"x","columns":3}', []],
  ])('%s', async (_, text, expected) => {
    expect(await kinds(text)).toEqual(expected);
  });
});

describe('what holds for every file', () => {
  it('names the table of a file the same whatever its folder, ending and case', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Z][A-Z_]{1,20}[A-Z]$/),
        fc.constantFrom('', 'a/b/', 'C:\\x\\'),
        fc.constantFrom('.tsv', '.CSV', '.txt.gz'),
        async (name, folder, ending) => {
          const lines = [name, `${name}_2`, 'OTHER_FILE'].map((each) => `${folder}${each}${ending}`).join('\n');
          const docs = await read(`table,column,type,description\n${name.toLowerCase()},a_b,int,x\n`);
          expect((await list(lines)).holdings[0]?.key).toBe(docs.holdings[0]?.key);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('answers damaged files', async () => {
    const list = `[${fixture('tables.jsonl').trim().replaceAll('\n', ',')}]`;
    const docs = fuzz(ehiExportDocsImporter, [fixture('dictionary.csv'), fixture('tables.jsonl'), list], 120);
    await expect(docs).resolves.toBeUndefined();
    const files = fuzz(exportFileListImporter, [fixture('unzip.txt'), fixture('heads.txt')], 80);
    await expect(files).resolves.toBeUndefined();
  });
});

const sample = samplePath('ehi-docs/epic-ehi-tables-dev.jsonl');

describe.skipIf(sample === undefined)('a real documentation', () => {
  it('has 3,328 tables with 27,117 columns in 3,284 logical tables', async () => {
    const facts = must(await readWith(ehiExportDocsImporter, await artefactAt(sample ?? ''), { systemName: 'Epic' }));
    expect(facts.describes).toMatchObject({ tables: 3328, columns: 27_117, 'logical tables': 3284 });
    expect(facts.channels).toHaveLength(2);
    expect(facts.covers).toEqual([]);
    expect(new Set(facts.holdings.map(({ key }) => key)).size).toBe(facts.holdings.length);
    expect(Math.max(...facts.holdings.flatMap(({ parts }) => parts.map(({ comment }) => comment?.length ?? 0)))).toBe(
      200,
    );
  });

  it('has the tables of OMOP by fields and by tables under the same keys', async () => {
    const [fields, tables] = await Promise.all(
      ['field', 'table'].map(async (level) =>
        must(
          await readWith(ehiExportDocsImporter, await artefactAt(samplePath(`ddl/omop-5.4-${level}-level.csv`) ?? ''), {
            systemName: 'OMOP',
          }),
        ),
      ),
    );
    expect(fields?.holdings).toHaveLength(39);
    expect(fields?.describes).toMatchObject({ columns: 432 });
    expect([fields?.channels, tables?.channels]).toEqual([[], []]);
    expect(new Set(fields?.holdings.map(({ key }) => key))).toEqual(new Set(tables?.holdings.map(({ key }) => key)));
  });
});
