import { describe, expect, it } from 'vitest';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import { describeColumns, spreadsheetImporter } from '../../server/src/importers/spreadsheet/index.ts';
import { artefactOf, everythingIn, factsOf, fuzz, readWith } from './reading-kit.ts';
import { workbookOf, workbookParts, zipOf, type Sheet } from './workbook-kit.ts';

const apps: Sheet = {
  name: 'Applications',
  rows: [
    ['Application portfolio'],
    [],
    ['Application', 'Vendor', 'Type', 'Version', 'Business owner', 'Go live', 'Hosting', 'Data held'],
    ['North EHR', 'Acme', 'EHR', 12.4, 'Clinical IT', { day: 45_000 }, 'On premises', 'Encounters'],
    [undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'Medications'],
    ['LIS & co <1>', { formula: 'UPPER("lab")', value: 'LAB' }, 'LIS', { day: 45_000.5 }, undefined, undefined, true],
    ['Radiology'],
    ['Store', 'Ravel', 'PACS', 3, 'Dana Roe dana.roe@h.example', undefined, 'Cloud', 'Images'],
  ],
  merged: ['A1:H1', 'A4:A5', 'E4:E6', 'A7:H7'],
};

const links: Sheet = {
  name: 'Interfaces',
  rows: [
    ['Name', 'Source system', 'Destination system', 'Message type', 'Active'],
    ['ADT', 'North EHR', 'LIS & co <1>', 'ADT', 'Yes'],
    ['Orders', undefined, 'Store', 'ORM', 'N'],
    ['Bad', 'North EHR', undefined, 'x', 'Y'],
  ],
  merged: ['B2:B3'],
};

const codes: Sheet = {
  name: 'Codes',
  hidden: true,
  rows: [
    ['Application', 'Vendor', 'Version'],
    ['Old', 'x', 1],
  ],
};

const book = workbookOf(apps, links, codes);

const read = (content: Uint8Array, options = {}): Promise<ArtefactFacts> =>
  factsOf(spreadsheetImporter, content, options);

const refusalOf = async (content: Uint8Array) => {
  const artefact = await artefactOf(content);
  expect(await spreadsheetImporter.recognise(artefact)).toBe(true);
  const result = await readWith(spreadsheetImporter, artefact);
  if (result.ok) throw new Error('it was read');
  expect(await describeColumns(artefact)).toMatchObject({ ok: false });
  expect(result.error.mend).toMatch(/CSV|\.xlsx/);
  return result.error;
};

describe('a workbook', () => {
  it('gives the lists of its visible sheets', async () => {
    const facts = await read(book);
    expect(facts).toMatchObject({
      origin: 'systems list and interface list',
      title: 'Systems list and interface list (XLSX)',
      describes: { format: 'XLSX', sheets: 'Applications, Interfaces', rows: 7 },
    });
    expect(facts.systems.map(({ name, pointer }) => [name, pointer])).toEqual([
      ['North EHR', 'sheet Applications, row 4'],
      ['LIS & co <1>', 'sheet Applications, row 6'],
      ['Store', 'sheet Applications, row 8'],
    ]);
    expect(facts.flows.map(({ key, isActive }) => [key, isActive])).toEqual([
      ['flow:north ehr>lis co 1>adt', true],
      ['flow:north ehr>store>orders', false],
    ]);
    expect(everythingIn(facts)).not.toMatch(/"Old"|@|Radiology/);
  });

  it('has dates, numbers, truths and what formulas came to as text', async () => {
    const { systems } = await read(book, { columns: { 'Go live': 'system.description' } });
    expect(systems[0]).toMatchObject({ version: '12.4', description: expect.stringContaining('Go live: 2023-03-15') });
    expect(systems[1]).toMatchObject({ vendor: 'LAB', version: '2023-03-15 12:00', description: 'Hosting: TRUE' });
    expect(systems[2]).toMatchObject({ version: '3', custodian: 'Dana Roe' });
  });

  it('carries merged cells down, so that rows have the owner and system beside them', async () => {
    const { systems, holdings, warnings } = await read(book);
    expect(systems.map(({ custodian }) => custodian)).toEqual(['Clinical IT', 'Clinical IT', 'Dana Roe']);
    // The second row of a merged name says more about the same system.
    expect(holdings.map(({ key }) => key)).toEqual([
      'holding:north ehr>encounters',
      'holding:north ehr>medications',
      'holding:store>images',
    ]);
    expect(warnings.filter((warning) => warning.includes(', row '))).toEqual([
      'sheet Interfaces, row 4: the row does not say which system receives. Fill in "Destination system", also where the cell above means this row too, or delete the row.',
    ]);
    expect(warnings[0]).toBe('The sheet "Codes" is hidden and was not read. Show it and import again if it is meant.');
  });

  it('keeps lists of one chosen origin apart, so that neither says what is gone from the other', async () => {
    const { covers, systems, flows } = await read(workbookOf(apps, { ...links, rows: links.rows.slice(0, 3) }), {
      origin: 'City',
    });
    expect(covers).toEqual(['list:City: systems list', 'list:City: interface list']);
    expect(new Set(systems.map(({ scope }) => scope))).toEqual(new Set(['list:City: systems list']));
    expect(new Set(flows.map(({ scope }) => scope))).toEqual(new Set(['list:City: interface list']));
  });

  it('says what its columns are by sheet where a title means two things', async () => {
    const two = workbookOf(
      {
        name: 'Apps',
        rows: [
          ['Name', 'Vendor', 'Version', 'Status', 'Hosting'],
          ['A', 'V', '1', 'Live', 'Cloud'],
        ],
      },
      links,
    );
    const { describes, systems, flows } = await read(two);
    expect(describes).toMatchObject({
      'column: Apps!Name': 'system.name',
      'column: Interfaces!Name': 'flow.name',
      'column: Vendor': 'system.vendor',
    });
    const columns = Object.fromEntries(
      Object.entries(describes).flatMap(([key, value]) =>
        key.startsWith('column: ') ? [[key.slice(8), String(value)]] : [],
      ),
    );
    const again = await read(two, { columns });
    expect([again.systems, again.flows]).toEqual([systems, flows]);
  });

  it('is described before an import without a single cell', async () => {
    const described = await describeColumns(await artefactOf(book));
    expect(described).toMatchObject({
      ok: true,
      value: {
        tables: [
          { sheet: 'Applications', row: 3, kind: 'SYSTEMS', unmapped: ['Go live'] },
          { sheet: 'Interfaces', row: 1, kind: 'INTERFACES', unmapped: [] },
        ],
      },
    });
    expect(JSON.stringify(described)).not.toMatch(/North|Acme|Dana|portfolio|Encounters/);
  });

  it('is found again by its titles, whatever was chosen for them', async () => {
    const odd = workbookOf(
      {
        name: 'S',
        rows: [
          ['Tool', 'Maker'],
          ['Chart Vault', 'OldCo'],
        ],
      },
      {
        name: 'T',
        rows: [
          ['Thing', 'Place'],
          ['Lamp', 'Hall'],
        ],
      },
    );
    const headers = 'tool | maker || thing | place';
    expect(await spreadsheetImporter.fingerprint?.(await artefactOf(odd))).toBe(headers);
    expect(
      await readWith(spreadsheetImporter, await artefactOf(odd), { columns: { Tool: 'system.name' } }),
    ).toMatchObject({
      ok: true,
      value: { describes: { headers, 'column: Tool': 'system.name' }, systems: [{ name: 'Chart Vault' }] },
    });
    const before = await read(book);
    expect(await spreadsheetImporter.fingerprint?.(await artefactOf(book))).toBe(before.describes['headers']);
  });

  it('with titles nobody knows asks what they are; a data dictionary is left to others', async () => {
    const odd = workbookOf({
      name: 'S',
      rows: [
        ['Tool', 'Maker'],
        ['Chart Vault', 'OldCo'],
      ],
    });
    expect(await spreadsheetImporter.recognise(await artefactOf(odd))).toBe(true);
    expect(await readWith(spreadsheetImporter, await artefactOf(odd))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('"Tool", "Maker"') },
    });
    const chosen = { columns: { Tool: 'system.name', Maker: 'system.vendor' } };
    expect(await readWith(spreadsheetImporter, await artefactOf(odd), chosen)).toMatchObject({
      ok: true,
      value: { systems: [{ name: 'Chart Vault' }] },
    });
    const dictionary = workbookOf({
      name: 'S',
      rows: [
        ['Table', 'Column', 'Type'],
        ['PATIENT', 'PAT_ID', 'text'],
      ],
    });
    expect(await spreadsheetImporter.recognise(await artefactOf(dictionary))).toBe(false);
    const empty = workbookOf({ name: 'S', rows: [] });
    expect(await readWith(spreadsheetImporter, await artefactOf(empty))).toMatchObject({
      ok: false,
      error: { mend: expect.stringContaining('row of titles') },
    });
  });
});

describe('what is refused of a workbook', () => {
  const parts = workbookParts([apps]);
  const withSheet = (xml: string): Buffer => zipOf({ ...parts, 'xl/worksheets/sheet1.xml': xml });
  const sheet = (inside: string): string =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inside}</sheetData></worksheet>`;

  it.each([
    ['macros', zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }), 'the workbook has macros'],
    ['old macros', zipOf({ ...parts, 'xl/macrosheets/sheet1.xml': '<x/>' }), 'the workbook has macros'],
    ['encrypted parts', zipOf(parts, { flags: 1 }), 'the workbook is encrypted'],
    ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'it is a binary workbook (.xlsb)'],
    [
      'another office',
      zipOf(
        { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
        { stored: ['mimetype'] },
      ),
      'it is no Excel workbook',
    ],
    [
      'a workbook without its list of sheets',
      zipOf({ 'xl/workbook.xml': parts['xl/workbook.xml'] ?? '' }),
      'the workbook lacks the list of its sheets',
    ],
    [
      'a password or the old format',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'it is a workbook with a password, or of the old format (.xls)',
    ],
    ['half a file', book.subarray(0, book.length / 2), 'the workbook is damaged: its parts cannot be unpacked'],
  ])('%s', async (_, bytes, message) => expect(await refusalOf(bytes)).toMatchObject({ message }));

  it('a part that unpacks to far more than it is', async () => {
    const bomb = zipOf({ ...parts, 'xl/media/image1.xml': Buffer.alloc(8 * 1024 * 1024) });
    expect(await refusalOf(bomb)).toMatchObject({ reason: 'TOO_LARGE', message: expect.stringContaining('200 times') });
  });

  it('a part that lies about its size', async () => {
    const path = 'xl/worksheets/sheet1.xml';
    const bomb = zipOf({ ...parts, [path]: Buffer.alloc(8 * 1024 * 1024, 32) }, { declared: { [path]: 500_000 } });
    expect(await refusalOf(bomb)).toMatchObject({ reason: 'MALFORMED' });
  });

  it('too many parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`xl/x${index}.xml`, '<x/>']));
    expect(await refusalOf(zipOf({ ...parts, ...many }))).toMatchObject({ reason: 'TOO_LARGE' });
  });

  it.each([
    [
      'a cell in a far column of a far row',
      sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'too far apart',
    ],
    [
      'a row beyond the end',
      sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
      'its rows are not in order',
    ],
    ['a row without end', sheet('<row r="1e999"><c r="A1"><v>1</v></c></row>'), 'its rows are not in order'],
    ['a cell beyond the end', sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), 'without an address'],
    [
      'a cell in another row',
      sheet('<row r="1"><c r="A900000"><v>1</v></c></row>'),
      'without an address or out of order',
    ],
    ['two addresses of one row', sheet('<row r="1" x:r="99999999"><c r="A1"><v>1</v></c></row>'), 'an attribute twice'],
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "b">]>${sheet('')}`, 'document type'],
    ['no XML', 'Application,Vendor', 'not well-formed'],
    ['a cell of no type', sheet('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'), 'row 1, column 1'],
  ])('%s', async (_, xml, message) => {
    expect(await refusalOf(withSheet(xml))).toMatchObject({ message: expect.stringContaining(message) });
  });

  it('nothing of a part that only one of two readers would see', async () => {
    // A second set of parts before the ones the list of contents names: who reads from the front finds it.
    const hidden = workbookOf({
      name: 'Evil',
      rows: [
        ['Application', 'Vendor', 'Version'],
        ['Sneaked in', 'x', 1],
      ],
    });
    const good = workbookOf({
      name: 'Good',
      rows: [
        ['Application', 'Vendor', 'Version'],
        ['Plain', 'x', 1],
      ],
    });
    const directory = good.readUInt32LE(good.length - 6);
    const front = hidden.subarray(0, hidden.readUInt32LE(hidden.length - 6));
    const moved = Buffer.from(good);
    moved.writeUInt32LE(directory + front.length, moved.length - 6);
    for (let at = directory; moved.readUInt32LE(at) === 0x02014b50;) {
      moved.writeUInt32LE(moved.readUInt32LE(at + 42) + front.length, at + 42);
      at += 46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32);
    }
    const facts = await read(Buffer.concat([front, moved]));
    expect(facts.systems.map(({ name }) => name)).toEqual(['Plain']);
  });
});

describe('sheets as other programs write them', () => {
  it('with prefixes, shared strings and rows without numbers', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = workbookParts([apps]);
    const strings = ['Application', 'Vendor', 'Version', 'North EHR', 'Acme'];
    const cell = (address: string, at: number): string => `<x:c r="${address}" t="s"><x:v>${at}</x:v></x:c>`;
    const bytes = zipOf({
      ...parts,
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="rId50" Type="${relation}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
      ),
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><r><t>${text.slice(0, 3)}</t></r><r><t>${text.slice(3)}</t></r></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row>${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}</x:row><x:row>${cell('A4', 3)}${cell('B4', 4)}<x:c r="C4"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    const { systems } = await read(bytes);
    expect(systems).toMatchObject([
      { name: 'North EHR', vendor: 'Acme', version: '7', pointer: 'sheet Applications, row 4' },
    ]);
  });

  it('with more cells than there are titles', async () => {
    const { systems, covers } = await read(
      workbookOf({
        name: 'S',
        rows: [
          ['Application', 'Vendor', 'Version'],
          ['A', 'V', '1', undefined, 'a remark beside it'],
        ],
      }),
    );
    expect(systems).toHaveLength(1);
    expect(covers).toEqual(['list:systems list']);
  });
});

it('survives damage, to its parts too', async () => {
  // What is stored is not compressed: damage then is in the XML.
  const open = (sheet: Sheet): Buffer => {
    const parts = workbookParts([sheet]);
    return zipOf(parts, { stored: Object.keys(parts) });
  };
  await expect(fuzz(spreadsheetImporter, [book, open(apps), open(links)], 250)).resolves.toBeUndefined();
});
