import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../server/src/domain/csv-cell.ts';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import { describeColumns, spreadsheetImporter } from '../../server/src/importers/spreadsheet/index.ts';
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

const systems = fixtureText('spreadsheet/systems.csv');
const interfaces = fixtureText('spreadsheet/interfaces.csv');
const flows = fixtureText('spreadsheet/flows.csv');

const read = (content: string | Uint8Array, options = {}): Promise<ArtefactFacts> =>
  factsOf(spreadsheetImporter, content, options);

const refusalOf = async (content: string | Uint8Array, options = {}) => {
  const result = await readWith(spreadsheetImporter, await artefactOf(content), options);
  if (result.ok) throw new Error('it was read');
  return result.error;
};

/** What must not come along: credentials, mail addresses and telephone numbers of the fixtures. */
const secrets = ['s3cretpw', 'abc123', 'svc', 'dana.roe', '@', '010-1234', '010-7788'];

describe('a list of systems', () => {
  it('gives its systems, under the titles and up to the total', async () => {
    const facts = await read(systems);
    expect(facts).toMatchObject({
      kind: 'spreadsheet',
      grade: 'ASSERTED',
      origin: 'systems list',
      flows: [],
      filters: [],
    });
    expect(facts.title).toBe('Systems list (CSV with commas)');
    expect(facts.systems.map(({ key }) => key)).toEqual([
      'system:north ehr',
      'system:bloodworks lis',
      'system:hyperlink http x example chart vault',
      'system:cafe imaging',
    ]);
    expect(facts.systems[0]).toEqual({
      key: 'system:north ehr',
      scope: 'list:systems list',
      name: 'North EHR',
      pointer: 'row 5',
      isSelf: false,
      isUnresolved: false,
      kind: 'SYS-EHR',
      vendor: 'Acme Health',
      version: '12.4',
      custodian: 'Clinical IT, Dana Roe',
      lifecycle: 'Active',
      description: 'Hosting: On premises',
      identifiers: ['ehr01.hospital.example'],
      certainty: 'CERTAIN',
    });
    expect(facts.systems[1]).toMatchObject({ kind: 'SYS-LIS', identifiers: ['https://lis.hospital.example/api'] });
    expect(facts.systems[3]).toMatchObject({ description: 'Type: Departmental tool. Hosting: SaaS' });
    expect(facts.systems[3]).not.toHaveProperty('kind');
  });

  it('gives what each system holds, a word of the catalogue or its name', async () => {
    const { holdings } = await read(systems);
    expect(holdings.map(({ key, classes }) => [key, classes.flatMap((sign) => sign.classes)])).toEqual([
      ['holding:north ehr>encounters', ['UC-ENC']],
      ['holding:north ehr>medications', ['UC-MED']],
      ['holding:north ehr>allergies', ['UC-ALG']],
      ['holding:bloodworks lis>lab results', ['UC-LAB']],
      ['holding:cafe imaging>imaging ct mri', ['UC-IMG']],
      ['holding:cafe imaging>widget counts', []],
    ]);
    expect(holdings.at(-1)?.classes).toMatchObject([{ name: 'widget counts', certainty: 'POSSIBLE' }]);
  });

  it('keeps a formula as the text it is', async () => {
    const { systems: seen } = await read(systems);
    expect(seen[2]?.name).toBe('=HYPERLINK("http://x.example","Chart Vault")');
    const risky = await read('Application,Vendor,Version,Owner\n+cmd,-2,@x,=1\n');
    expect(risky.systems[0]).toMatchObject({ name: '+cmd', vendor: '-2', version: '@x', custodian: '=1' });
  });

  it('says row by row what was not read, and then takes nothing to be gone', async () => {
    const facts = await read(systems);
    expect(facts.warnings).toEqual([
      '1 column not read: "Contact e-mail" (contact details of people are not read). Choose what it is if it matters.',
      'Because not every row was read, nothing that an earlier list had is taken to be gone. Mend the rows and import again.',
      'row 9: the row has no name of a system. Fill in "Application Name", or delete the row.',
      'row 10: "North EHR" was in row 5 already; this row is not read. Give each system a name of its own, or make one row of the two.',
    ]);
    expect(facts.covers).toEqual([]);
    expect(facts.describes).toMatchObject({ rows: 6, rowsLeftOut: 1 });
    const whole = await read('Application,Vendor,Version\nA,B,1\nA,B,1\n');
    expect(whole.covers).toEqual(['list:systems list']);
    expect(whole.cannotTell).toHaveLength(1);
  });

  it('brings no credential, mail address or telephone number along', async () => {
    const all = everythingIn(await read(systems));
    for (const secret of secrets) expect(all).not.toContain(secret);
  });

  it('guesses kinds by name at most LIKELY, and asks where two fit', async () => {
    const { systems: seen, cannotTell } = await read(
      'Application,Vendor,Version\nMirth Connect,NG,4\nHospital PACS,X,1\nLIS and RIS,X,1\nWidget,X,1\n',
    );
    expect(seen.map(({ kind, certainty }) => [kind, certainty])).toEqual([
      ['SYS-IE', 'LIKELY'],
      ['SYS-PACS', 'LIKELY'],
      [undefined, 'CERTAIN'],
      [undefined, 'CERTAIN'],
    ]);
    expect(cannotTell).toContainEqual(
      expect.objectContaining({ subject: 'LIS and RIS', candidates: ['SYS-LIS', 'SYS-RIS'] }),
    );
  });
});

describe('a list of interfaces', () => {
  it('gives its flows between the systems it names', async () => {
    const facts = await read(interfaces);
    expect(facts).toMatchObject({ origin: 'interface list', describes: { format: 'CSV with semicolons' } });
    expect(facts.systems.map(({ name, isUnresolved }) => [name, isUnresolved])).toEqual([
      ['North EHR', false],
      ['BloodWorks LIS', false],
      ['Data warehouse', false],
      ['Billing', false],
      ['mllp://10.9.8.7:6661', true],
    ]);
    expect(facts.flows.map(({ key, isActive }) => [key, isActive])).toEqual([
      ['flow:north ehr>bloodworks lis>adt to lis', true],
      ['flow:bloodworks lis>north ehr>results', true],
      ['flow:bloodworks lis>data warehouse>results', true],
      ['flow:north ehr>billing>charges', false],
      ['flow:north ehr>mllp 10 9 8 7 6661>odd', undefined],
    ]);
    expect(facts.flows[0]).toMatchObject({
      name: 'ADT to LIS',
      from: 'system:north ehr',
      to: 'system:bloodworks lis',
      protocol: 'HL7 v2.6, XML',
      trigger: 'Admission',
      schedule: 'Real time',
      engineRef: 'ch-001',
      isComplete: false,
      certainty: 'CERTAIN',
    });
    const ends = new Set(facts.systems.map(({ key }) => key));
    for (const { from, to } of facts.flows) expect([ends.has(from), ends.has(to)]).toEqual([true, true]);
  });

  it('gives the filters somebody wrote down', async () => {
    const { filters, flows: seen } = await read(interfaces);
    expect(
      filters.map(({ effect, certainty, classes }) => [effect, certainty, classes.flatMap((sign) => sign.classes)]),
    ).toEqual([
      ['WITHHOLDS', 'LIKELY', ['UC-LAB']],
      ['WITHHOLDS', 'LIKELY', ['UC-LAB']],
      ['FILTERS', 'POSSIBLE', []],
    ]);
    const keys = new Set(seen.map(({ key }) => key));
    expect(filters.every(({ at }) => at.kind === 'FLOW' && keys.has(at.key))).toBe(true);
  });

  it('says row by row what was not read', async () => {
    const { warnings, covers } = await read(interfaces);
    expect(covers).toEqual([]);
    expect(warnings.slice(1)).toEqual([
      'row 5: the row does not say which system sends. Fill in "Sending System", also where the cell above means this row too, or delete the row.',
      'row 6: "sometimes" in "Status" does not say whether the interface is in use; the row is read without it. Write Yes or No, or Active or Inactive.',
      'row 7: "ADT to LIS" between the same systems was in row 2 already; this row is not read. Give each interface a name of its own, or make one row of the two.',
      'row 8: the row has 12 cells and the titles 11; which cell is which cannot be told. Put text with a separator in it between quotation marks.',
    ]);
    const all = everythingIn(await read(interfaces));
    for (const secret of secrets) expect(all).not.toContain(secret);
  });
});

describe('a list of data flows', () => {
  it('puts rows without a name together, and reads both directions', async () => {
    const facts = await read(flows);
    expect(facts).toMatchObject({ origin: 'data-flow list', covers: ['list:data-flow list'], warnings: [] });
    expect(facts.flows.map(({ key, carries }) => [key, carries.flatMap(({ classes }) => classes)])).toEqual([
      ['flow:north ehr>portal>', ['UC-LAB', 'UC-IMM']],
      ['flow:north ehr>regional exchange>', ['UC-PROB', 'UC-ALG']],
      ['flow:regional exchange>north ehr>', ['UC-PROB', 'UC-ALG']],
    ]);
    expect(facts.cannotTell.map(({ subject }) => subject)).toEqual(['data-flow list', 'data-flow list']);
  });
});

describe('the columns', () => {
  const odd = 'Tool;Maker;Runs since\nChart Vault;OldCo;1999\n';

  it('are remembered by what the reading says of them, and read the same again', async () => {
    for (const text of [systems, interfaces, flows]) {
      const before = await read(text);
      const columns = Object.fromEntries(
        Object.entries(before.describes).flatMap(([key, value]) =>
          key.startsWith('column: ') ? [[key.slice('column: '.length), String(value)]] : [],
        ),
      );
      expect(Object.keys(columns).length).toBeGreaterThan(3);
      const again = await read(text, { columns });
      expect(again.systems).toEqual(before.systems);
      expect(again.flows).toEqual(before.flows);
      expect(again.describes['headers']).toBe(before.describes['headers']);
      // What was chosen not to be read is not asked about again.
      expect(again.warnings.filter((warning) => warning.includes('not read: '))).toEqual([]);
    }
  });

  it('that a person chose make a list of what nobody else would know', async () => {
    expect(await spreadsheetImporter.recognise(await artefactOf(odd))).toBe(false);
    expect(await refusalOf(odd)).toMatchObject({
      reason: 'NOT_SUPPORTED',
      message: expect.stringContaining('"Tool", "Maker"'),
    });
    const result = await readWith(spreadsheetImporter, await artefactOf(odd), {
      columns: { tool: 'system.name', Maker: 'system.vendor', 'Runs since': '' },
      origin: 'Radiology tools',
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        origin: 'Radiology tools',
        covers: ['list:Radiology tools: systems list'],
        systems: [{ name: 'Chart Vault', vendor: 'OldCo', scope: 'list:Radiology tools: systems list' }],
      },
    });
  });

  it('are described before an import without a single cell', async () => {
    const described = await describeColumns(await artefactOf(systems));
    expect(described).toMatchObject({
      ok: true,
      value: { tables: [{ row: 4, kind: 'SYSTEMS', unmapped: ['Contact e-mail'] }] },
    });
    const text = JSON.stringify(described);
    for (const cell of ['North', 'Acme', 'Dana', 'Printed', 'inventory', ...secrets]) expect(text).not.toContain(cell);
    if (described.ok) for (const { reason } of described.value.tables[0]?.columns ?? []) expect(reason).not.toBe('');
    expect(await describeColumns(await artefactOf(odd))).toMatchObject({
      ok: true,
      value: { headers: 'tool | maker | runs since', tables: [{ row: 1, unmapped: ['Tool', 'Maker', 'Runs since'] }] },
    });
  });

  it('are not described where the first row may be values', async () => {
    for (const text of ['Roe,1961-04-05,12345\nDoe,1970-01-02,777\n', '', 'a\n'].filter((each) => each !== '')) {
      const described = await describeColumns(await artefactOf(text));
      expect(described).toMatchObject({ ok: false, error: { reason: 'NOT_SUPPORTED' } });
      expect(JSON.stringify(described)).not.toMatch(/Roe|1961/);
    }
  });

  it('under groups are read with them', async () => {
    const facts = await read(
      'Source,,Destination,,Feed,\nSystem,Type,System,Type,Name,Message type\nLab,LIS,North EHR,EHR,Results,ORU\n',
    );
    expect(facts.flows.map(({ key }) => key)).toEqual(['flow:lab>north ehr>results']);
    expect(facts.describes).toMatchObject({
      'column: Source System': 'flow.from',
      'column: Destination System': 'flow.to',
    });
  });
});

describe('files as they come', () => {
  const plain = async (): Promise<unknown> =>
    pick(await read('Application,Vendor,Version,Owner\nCafé,Müller,1,IT\nB,"x, y",2,HIM\n'));
  const pick = ({ systems: seen }: ArtefactFacts): unknown => seen;

  it.each([
    ['semicolons', 'Application;Vendor;Version;Owner\nCafé;Müller;1;IT\nB;x, y;2;HIM\n'],
    ['tabs', 'Application\tVendor\tVersion\tOwner\nCafé\tMüller\t1\tIT\nB\tx, y\t2\tHIM\n'],
    ['bars', 'Application|Vendor|Version|Owner\nCafé|Müller|1|IT\nB|x, y|2|HIM\n'],
    ['CRLF', 'Application,Vendor,Version,Owner\r\nCafé,Müller,1,IT\r\nB,"x, y",2,HIM\r\n'],
    ['CR', 'Application,Vendor,Version,Owner\rCafé,Müller,1,IT\rB,"x, y",2,HIM\r'],
    ['a mark of the byte order', '\uFEFFApplication,Vendor,Version,Owner\nCafé,Müller,1,IT\nB,"x, y",2,HIM\n'],
    [
      'quotes and spaces',
      '"Application" , "Vendor","Version","Owner"\n"Café" , "Müller","1","IT"\n"B","x, y","2","HIM"',
    ],
    [
      'a short row and no line end',
      'Application,Vendor,Version,Owner,Hosting,Notes\nCafé,Müller,1,IT,,\nB,"x, y",2,HIM',
    ],
  ])('reads %s', async (_, text) => expect(pick(await read(text))).toEqual(await plain()));

  it('says nothing of what is missing where the file ends within its last row', async () => {
    const whole = await read('Application,Vendor,Version\nCafé,Müller,1\nB,x,2');
    expect(whole.covers).toHaveLength(1);
    const cut = await read('Application,Vendor,Version\nCafé,Müller,1\nB,x');
    expect(cut.covers).toEqual([]);
    expect(cut.warnings.join(' ')).toContain('may have been cut off');
  });

  it.each([
    [
      'UTF-16 with tabs, as Excel writes "Unicode text"',
      Buffer.from('\uFEFFApplication\tVendor\tVersion\tOwner\nCafé\tMüller\t1\tIT\nB\tx, y\t2\tHIM\n', 'utf16le'),
    ],
    ['Windows-1252', Buffer.from('Application;Vendor;Version;Owner\nCafé;Müller;1;IT\nB;x, y;2;HIM\n', 'latin1')],
  ])('reads %s', async (_, bytes) => expect(pick(await read(bytes))).toEqual(await plain()));

  it('counts rows as a spreadsheet does', async () => {
    const text =
      'sep=;\nList;;\n\nApplication;Vendor;Version\n\n"A\nB";V;1\nC;V;2\nApplication;Vendor;Version\nD;V;3\nTotal: 3;;\n';
    const facts = await read(text);
    expect(facts.systems.map(({ name, pointer }) => [name, pointer])).toEqual([
      ['A B', 'row 6'],
      ['C', 'row 7'],
      ['D', 'row 9'],
    ]);
  });

  it('reads the same facts whatever the order of columns and rows', async () => {
    const titles = ['Application', 'Vendor', 'Type', 'Data held', 'Server'];
    const rows = [
      ['North EHR', 'Acme', 'EHR', 'Encounters; Labs', 'a.example'],
      ['=Odd', 'x, "y"', 'PACS', 'Images', ''],
      ['Third', '', '', '', ' z '],
    ];
    const bare = ({ systems: seen, holdings }: ArtefactFacts): unknown =>
      [...seen, ...holdings]
        .map((fact) => JSON.stringify(fact, (key, value: unknown) => (key === 'pointer' ? undefined : value)))
        .toSorted();
    const csvOf = (columns: readonly number[], order: readonly number[]): string =>
      [titles, ...order.map((at) => rows[at] ?? [])]
        .map((row) => columns.map((column) => csvCell(row[column] ?? '')).join(','))
        .join('\r\n');
    const expected = bare(await read(csvOf([0, 1, 2, 3, 4], [0, 1, 2])));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        async (columns, order) => {
          expect(bare(await read(csvOf(columns, order)))).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what is no list', () => {
  it.each([
    ['a data dictionary', 'Table,Column,Type,Description,Version\nPATIENT,PAT_ID,VARCHAR,Key,1\n'],
    ['a list of people', 'System Name,Vendor,Version,First Name,DOB\nx,y,1,Jane,1961-01-01\n'],
    ['a list of rooms', 'Name,Type,Location,Status\nRoom 1,Ward,North,Open\n'],
    [
      'a table whose values are words of lists',
      'key,is_default,name,organization_key,parent_key,version_added\nx,,Data,,,1\nsystem,True,System Data,an_organization,data_category,2.0.0\nsystem,no,vendor,version,owner,hosting\n',
    ],
    ['prose', 'The application is made by a vendor.\nIts version is 3, its owner, IT, says so.\n'],
    ['JSON', '{"Application,Vendor,Version": 1}\n'],
    ['XML', '<a>\nApplication,Vendor,Version\nx,y,1\n</a>'],
    ['an HL7 message', 'MSH|^~\\&|LAB|H|EHR|H|20260101||ORU^R01|1|P|2.5\rPID|1||123^^^H||Roe^Jane\r'],
    ['a binary file', Buffer.from([0, 1, 2, 3, 250, 251])],
    ['an empty line', '\n'],
  ])('does not recognise %s', async (_, content) => {
    expect(await spreadsheetImporter.recognise(await artefactOf(content))).toBe(false);
  });

  it('says what it is instead, without a value of it', async () => {
    const people = await refusalOf('System Name,Vendor,Version,First Name,DOB\nx,y,1,Jane,1961-01-01\n');
    expect(people).toMatchObject({ reason: 'NOT_SUPPORTED', message: expect.stringContaining('list of people') });
    expect(JSON.stringify(people)).not.toMatch(/Jane|1961/);
    expect(await refusalOf('Table,Column,Type\nPATIENT,PAT_ID,VARCHAR\n')).toMatchObject({
      message: expect.stringContaining('data dictionary'),
    });
    expect(await refusalOf(Buffer.from([0, 1, 2, 3]))).toMatchObject({ message: 'it is no spreadsheet' });
  });
});

describe('hostile files', () => {
  const titles = 'Application,Vendor,Version\n';

  it('are refused where a quotation mark is never closed, with the row', async () => {
    expect(await refusalOf(`${titles}A,B,1\nC,"D,2\nE,F,3\n`)).toMatchObject({
      reason: 'MALFORMED',
      message: expect.stringMatching(/^row 3: a quotation mark is opened/),
    });
    expect(await refusalOf(`${titles}A,"${'x'.repeat(2 * 1024 * 1024)}`)).toMatchObject({ reason: 'MALFORMED' });
  });

  it('give at most 200 warnings on rows, and a count of the rest', async () => {
    const { warnings, systems: seen } = await read(`${titles}Good,V,1\n${',V,1\n'.repeat(500)}`);
    expect(seen).toHaveLength(1);
    expect(warnings).toHaveLength(202);
    expect(warnings.at(-1)).toBe('300 more rows have something like this; mend these first and import again.');
  });

  it('are given up where nine of ten rows cannot be read', async () => {
    expect(await refusalOf(`${titles}${',V,1\n'.repeat(20_500)}`)).toMatchObject({
      reason: 'MALFORMED',
      message: 'row 20002: nine of ten rows up to here cannot be read',
    });
  });

  it('have cells that are too long left out, or cut', async () => {
    const {
      systems: seen,
      warnings,
      covers,
    } = await read(
      `Application,Vendor,Version,Description\n${'n'.repeat(301)},V,1,\nHuge,V,1,${'d'.repeat(40_000)}\nLong,V,1,${'word '.repeat(1_000)}\n`,
    );
    expect(seen.map(({ name, description }) => [name, description?.length])).toEqual([['Long', 300]]);
    expect(covers).toEqual([]);
    expect(warnings).toEqual([
      '1 cell with more than 300 characters: the first 300 of each are kept.',
      expect.stringContaining('Because not every row was read'),
      'row 2: the name in "Application" has 301 characters, a name has at most 300. Shorten it, and put the rest into a description.',
      'row 3: the cell in "Description" has more than 32,767 characters. Shorten it.',
    ]);
  });

  it('have the first 500 of 10,000 columns read', async () => {
    const more = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    const facts = await read(`Application,Vendor,Version,${more}\nA,B,1${',x'.repeat(10_000)}\n`);
    expect(facts.systems).toHaveLength(1);
    expect(facts.warnings).toContain('Only the first 500 columns were read.');
    expect(everythingIn(facts).length).toBeLessThan(100_000);
  });

  it('survive damage', async () => {
    const seeds = [systems, interfaces, flows, Buffer.from(interfaces, 'utf16le')];
    await expect(fuzz(spreadsheetImporter, seeds, 200)).resolves.toBeUndefined();
  });
});

describe.skipIf(samplePath('uscdi') === undefined)('real files of other kinds (skipped without EHI_SAMPLES)', () => {
  it('are not taken for lists', async () => {
    const paths = ['uscdi', 'ddl', 'arch', 'mirth', 'endpoints', 'lineage', 'graphs', 'ehi-docs', 'hl7v2'].flatMap(
      (folder) => {
        const path = samplePath(folder);
        if (path === undefined || !existsSync(path)) return [];
        return readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => `${path}/${name}`);
      },
    );
    expect(paths.filter((path) => path.endsWith('.csv')).length).toBeGreaterThanOrEqual(8);
    const taken: string[] = [];
    for (const path of paths) if (await spreadsheetImporter.recognise(await artefactAt(path))) taken.push(path);
    expect(taken).toEqual([]);
  });
});
