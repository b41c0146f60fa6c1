import { describe, expect, it } from 'vitest';
import type { ArtefactRefused } from '../../server/src/importers/artefact-refused.ts';
import { asBytes, openImports } from './import-kit.ts';

const utf16 = Buffer.concat([
  Buffer.from([0xff, 0xfe]),
  Buffer.from('{"resourceType":"CapabilityStatement"}', 'utf16le'),
]);
const latin1 = Buffer.from('{"publisher":"Hôpital"}', 'latin1');

const unknown = (like: string): string => `the file is of no kind that can be imported; it looks like ${like}`;

describe('files that cannot be imported', () => {
  it.each<[string, Uint8Array, object]>([
    ['an empty file', Buffer.from(' \n'), { reason: 'EMPTY', message: 'the file is empty' }],
    ['JSON that is cut off', Buffer.from('{\n  "rest": ['), { reason: 'NOT_JSON', line: 2, column: 12 }],
    [
      'JSON with a comma too many',
      Buffer.from('{"a": 1,\n}'),
      {
        reason: 'NOT_JSON',
        line: 2,
        column: 1,
        message: 'the file is not JSON: a field name in double quotes should stand here',
      },
    ],
    ['plain text', Buffer.from('not json'), { reason: 'NOT_SUPPORTED', message: unknown('plain text') }],
    [
      'a table in quotation marks whose titles say nothing',
      Buffer.from('"App Nm";"Go-live"\n"Ward board";"2015-06-01"\n'),
      { reason: 'NOT_SUPPORTED', message: unknown('a table whose titles are not known') },
    ],
    [
      'other XML',
      Buffer.from('<?xml version="1.0"?>\n<invoice/>'),
      { message: unknown('XML with the root "invoice"') },
    ],
    ['XML', Buffer.from('<CapabilityStatement/>'), { reason: 'XML', message: 'the file is XML, not JSON' }],
    [
      'a web page',
      Buffer.from('<!doctype html><html>'),
      { reason: 'XML', message: 'the file is a web page, not JSON' },
    ],
    [
      'UTF-16',
      utf16,
      { reason: 'NOT_UTF8', message: 'the file is not UTF-8: byte 0 does not fit (it looks like UTF-16LE)' },
    ],
    [
      'Latin-1',
      latin1,
      {
        reason: 'NOT_UTF8',
        message: 'the file is not UTF-8: byte 15 does not fit (it looks like Latin-1 or Windows-1252)',
      },
    ],
    ['more than 50 MiB', new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61), { reason: 'TOO_LARGE' }],
    [
      'deep nesting',
      Buffer.from(`{"a":\n${'['.repeat(250)}${']'.repeat(250)}}`),
      { reason: 'TOO_DEEP', line: 2, column: 200 },
    ],
    ['nesting without end', Buffer.from('['.repeat(1_000_000)), { reason: 'TOO_DEEP', line: 1, column: 201 }],
    [
      'another resource',
      asBytes({ resourceType: 'Patient' }),
      { reason: 'NOT_SUPPORTED', message: 'the file is a FHIR Patient, not a FHIR CapabilityStatement or Conformance' },
    ],
    ['a Bundle', asBytes({ resourceType: 'Bundle' }), { reason: 'NOT_SUPPORTED' }],
    ['an error of the server', asBytes({ resourceType: 'OperationOutcome' }), { reason: 'NOT_SUPPORTED' }],
    [
      'a SMART configuration',
      asBytes({ token_endpoint: 'https://x' }),
      { message: 'the file is a SMART configuration, not a FHIR CapabilityStatement or Conformance' },
    ],
    [
      'a statement whose "rest" is no list',
      asBytes({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: { mode: 'server' } }),
      { message: '$.rest is an object, and must be a list', mend: expect.stringContaining('[ … ]') as unknown },
    ],
    [
      'a statement with a text where a resource belongs, and more of that',
      asBytes({ resourceType: 'CapabilityStatement', rest: [{ resource: ['Patient', { interaction: 'read' }] }] }),
      {
        message: '$.rest[0].resource[0] is text, and must be an object (and 1 more parts have the wrong type)',
        mend: expect.stringContaining('{ … }') as unknown,
      },
    ],
    ['a list', asBytes([]), { message: unknown('a JSON list') }],
    ['other JSON', asBytes({ name: 'x' }), { message: unknown('a JSON object without a resourceType') }],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), { message: unknown('a PNG picture') }],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), { message: unknown('a PDF document') }],
    [
      'an archive',
      Buffer.from('PK\x03\x04\x14\0\0\0notes.txt', 'latin1'),
      {
        message: unknown('a ZIP archive without a workbook'),
        mend: 'unpack it and import the files that are in it',
      },
    ],
    ['a text of Word', Buffer.from('PK\x03\x04\x14\0word/x.xml', 'latin1'), { message: unknown('a Word document') }],
    ['a formatted text', Buffer.from('{\\rtf1 Hello}'), { message: unknown('an RTF document') }],
    [
      'prose with commas',
      Buffer.from('Dear all,\nas you know, we met, and so on\n'),
      { message: unknown('plain text') },
    ],
    ['a text that begins like a program', Buffer.from('MZ is a sign\n'), { message: unknown('plain text') }],
    ['other bytes', Buffer.from([0, 1, 2, 3, 0, 250]), { message: unknown('a binary file') }],
  ])('%s', async (_, bytes, error) => {
    const { run, graph } = await openImports();
    const { revision } = await graph();
    const result = await run({ fileName: 'statement.json', bytes });
    expect(result).toMatchObject({ ok: false, error: { type: 'ArtefactRefused', file: 'statement.json', ...error } });
    expect(!result.ok && 'mend' in result.error && result.error.mend).toMatch(/\w{3}/);
    expect((await graph()).revision).toBe(revision);
    // Short enough to be read: what can be imported is a list of its own.
    const { message, mend, kinds } = (result as { readonly error: ArtefactRefused }).error;
    expect(message.length + mend.length).toBeLessThan(260);
    expect((kinds ?? []).length > 10).toBe(message.includes('of no kind'));
  });

  it('reads a statement with a byte order mark', async () => {
    const { read } = await openImports();
    const bytes = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      asBytes({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' }),
    ]);
    expect((await read('bom.json', { bytes })).artefact).toMatchObject({ release: 'R4' });
  });

  const odd: readonly unknown[] = [null, 1, 'x', true, [], {}, [null], [[]], [{}], { __proto__: 1 }];

  it('reads statements with anything where a single value belongs', async () => {
    const { run } = await openImports();
    for (const value of odd) {
      const statement = {
        resourceType: 'CapabilityStatement',
        fhirVersion: value,
        software: value,
        implementation: value,
        rest: [
          { mode: value, security: value },
          {
            resource: [
              { type: value, interaction: [{ code: 'read' }] },
              { type: 'Patient', profile: value, supportedProfile: [value], interaction: [{ code: value }] },
            ],
            operation: [{ name: value }],
          },
        ],
      };
      expect(await run({ fileName: 'odd.json', bytes: asBytes(statement), dryRun: true })).toMatchObject({ ok: true });
    }
  });

  it.each(['rest', 'messaging', 'document', 'instantiates', 'implementationGuide'])(
    'refuses a statement whose "%s" is no list, and takes null for absent',
    async (key) => {
      const { run } = await openImports();
      for (const value of odd) {
        const bytes = asBytes({ resourceType: 'CapabilityStatement', [key]: value });
        const result = await run({ fileName: 'odd.json', bytes, dryRun: true });
        if (value === null) {
          expect(result).toMatchObject({ ok: true });
        } else if (!Array.isArray(value)) {
          expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(`^\\$\\.${key} is`) } });
        }
      }
    },
  );
});
