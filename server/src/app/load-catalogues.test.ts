import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { catalogueFiles, describeCatalogueProblem } from '../domain/catalogue/index.ts';
import { loadCatalogues } from './load-catalogues.ts';

const schemaFolder = fileURLToPath(new URL('../../../schema', import.meta.url));
const pathOf = (folder: string, file: string): string =>
  file === catalogueFiles.sources ? join(folder, file) : join(folder, 'catalogues', file);

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'catalogues-'));
});
afterAll(() => rm(copy, { recursive: true }));

/** What the loader says about the reference data after `change` has been made to the text of one file. */
const problemsAfter = async (file: string, change: (content: string) => string): Promise<readonly string[]> => {
  await cp(join(schemaFolder, 'catalogues'), join(copy, 'catalogues'), { recursive: true });
  await cp(join(schemaFolder, 'sources.yaml'), join(copy, 'sources.yaml'));
  const content = await readFile(pathOf(copy, file), 'utf8');
  const changed = change(content);
  expect(changed).not.toBe(content);
  await writeFile(pathOf(copy, file), changed);
  const loaded = await loadCatalogues(copy);
  return loaded.ok ? [] : loaded.error.problems.map(describeCatalogueProblem);
};

describe('loadCatalogues', () => {
  it('loads the reference data of the project', async () => {
    const loaded = await loadCatalogues(schemaFolder);
    expect(loaded.ok ? [] : loaded.error.problems.map(describeCatalogueProblem)).toEqual([]);
  });

  it.each([
    {
      what: 'an audience that does not exist',
      file: 'channels.yaml',
      change: (text: string) => text.replace('audiences: [PATIENT, PROXY]', 'audiences: [PATIENT, NEIGHBOR]'),
      says: /^channels\.yaml:\d+:26 entries\[0\]\.audiences\[1\]: "NEIGHBOR" is not in audiences\.yaml/,
    },
    {
      what: 'an unknown exception of a practice',
      file: 'practices.yaml',
      change: (text: string) => text.replace('EX-HARM, EX-INF]', 'EX-HRAM, EX-INF]'),
      says: /^practices\.yaml:\d+:\d+ entries\[0\]\.exceptions\[1\]: "EX-HRAM" is not in exceptions\.yaml/,
    },
    {
      what: 'a paragraph of another exception',
      file: 'practices.yaml',
      change: (text: string) => text.replace('at: 45 CFR 171.205(b)', 'at: 45 CFR 171.203(b)'),
      says: /^practices\.yaml:\d+:\d+ entries\[\d+\]\.exceptions\[0\]\.at: "45 CFR 171\.203\(b\)" is not a paragraph of EX-PERF/,
    },
    {
      what: 'an unknown class of a kind of system',
      file: 'system-kinds.yaml',
      change: (text: string) => text.replace('drsClasses: [DR-ECG]', 'drsClasses: [DR-EKG]'),
      says: /^system-kinds\.yaml:\d+:\d+ entries\[\d+\]\.drsClasses\[0\]: "DR-EKG" is not in drs-classes\.yaml/,
    },
    {
      what: 'an unknown class of USCDI of a kind of system',
      file: 'system-kinds.yaml',
      change: (text: string) => text.replace('uscdiClasses: [UC-IMG]', 'uscdiClasses: [UC-IMAGES]'),
      says: /^system-kinds\.yaml:\d+:\d+ entries\[\d+\]\.uscdiClasses\[0\]: "UC-IMAGES" is not in uscdi\.yaml/,
    },
    {
      what: 'an id that stands twice',
      file: 'purposes.yaml',
      change: (text: string) => text.replace('id: PAYMENT', 'id: TREATMENT'),
      says: /^purposes\.yaml:\d+:\d+ entries\[1\]: "TREATMENT" is already entry 0/,
    },
    {
      what: 'a slug that stands twice',
      file: 'drs-classes.yaml',
      change: (text: string) => text.replace('slug: ecg', 'slug: radiology-images'),
      says: /^drs-classes\.yaml:\d+:\d+ entries\[\d+\]\.slug: slug "radiology-images" is already taken/,
    },
    {
      what: 'a version that was never published',
      file: 'uscdi.yaml',
      change: (text: string) => text.replace(/since: v2$/m, 'since: v2.5'),
      says: /^uscdi\.yaml:\d+:\d+ entries\[\d+\].*since: "v2\.5" is not one of the versions/,
    },
    {
      what: 'a citation that is none',
      file: 'exceptions.yaml',
      change: (text: string) => text.replace('cite: 45 CFR 171.203', 'cite: section 203'),
      says: /^exceptions\.yaml:\d+:\d+ entries\[\d+\]\.cite: "section 203" is not a citation/,
    },
    {
      what: 'a mark that is none',
      file: 'actors.yaml',
      change: (text: string) => text.replace(/mark: R$/m, 'mark: read'),
      says: /^actors\.yaml:\d+:\d+ entries\[\d+\]\.mark: expected marks of R N F S deduction unverified/,
    },
    {
      what: 'a misspelled field',
      file: 'rules.yaml',
      change: (text: string) => text.replace('commentsClosed:', 'commentClosed:'),
      says: /^rules\.yaml:\d+:\d+ entries\[9\]\.commentClosed: unknown field; known are /,
    },
    {
      what: 'an absent field, at the entry that lacks it',
      file: 'audiences.yaml',
      change: (text: string) => text.replace('    name: Payer\n', ''),
      says: /^audiences\.yaml:\d+:5 entries\[\d+\]\.name: expected text, found nothing$/,
    },
    {
      what: 'a number where text belongs',
      file: 'audiences.yaml',
      change: (text: string) => text.replace('name: Payer', 'name: 42'),
      says: /^audiences\.yaml:\d+:11 entries\[\d+\]\.name: expected text, found a number; put it in quotes$/,
    },
    {
      what: 'a day that is none',
      file: 'rules.yaml',
      change: (text: string) => text.replace('published: 2020-05-01', 'published: 2020-05-32'),
      says: /^rules\.yaml:\d+:\d+ entries\[0\]\.published: expected a date such as 2024-12-17, found "2020-05-32"/,
    },
    {
      what: 'a lane that is none',
      file: 'system-kinds.yaml',
      change: (text: string) => text.replace('lane: STORE', 'lane: ATTIC'),
      says: /^system-kinds\.yaml:\d+:\d+ entries\[\d+\]\.lane: expected one of SOURCE, INTEGRATION, STORE, found "ATTIC"/,
    },
    {
      what: 'a source without an address',
      file: 'sources.yaml',
      change: (text: string) => text.replace(/url: \S+/, 'url: ask counsel'),
      says: /^sources\.yaml:\d+:\d+ entries\[0\]\.url: expected an https address/,
    },
    {
      what: 'a file of another name inside',
      file: 'actors.yaml',
      change: (text: string) => text.replace('catalogue: actors.yaml', 'catalogue: rules.yaml'),
      says: /^actors\.yaml:1:12 catalogue: expected this file's own name, actors\.yaml, found "rules\.yaml"/,
    },
    {
      what: 'a file without entries',
      file: 'drs-branches.yaml',
      change: (text: string) => text.replace(/entries:[\s\S]*/, 'entries: []\n'),
      says: /^drs-branches\.yaml:\d+:\d+ entries: expected at least one entry/,
    },
    {
      what: 'text that is not YAML',
      file: 'overlays.yaml',
      change: (text: string) => text.replace('title: ', 'title: "'),
      says: /^overlays\.yaml:\d+:\d+: not YAML: /,
    },
    {
      what: 'a YAML alias',
      file: 'actors.yaml',
      change: (text: string) =>
        text.replace('title: Actors', 'title: &title Actors').replace(/mark: R$/m, 'mark: *title'),
      says: /^actors\.yaml:\d+:11: has a YAML alias; write the value out$/,
    },
    {
      what: 'a list in place of a file',
      file: 'channels.yaml',
      change: () => '- one\n',
      says: /^channels\.yaml:1:1: expected a mapping, found a list/,
    },
  ])('names file, line and path of $what', async ({ file, change, says }) => {
    expect(await problemsAfter(file, change)).toEqual([expect.stringMatching(says)]);
  });

  it('names every file that is missing', async () => {
    const empty = join(copy, 'nothing-here');
    const loaded = await loadCatalogues(empty);
    const files = loaded.ok ? [] : loaded.error.problems.map((problem) => problem.file);
    expect(files).toEqual(Object.values(catalogueFiles));
  });
});

describe('the published JSON Schema of a catalogue', async () => {
  const schema: unknown = JSON.parse(await readFile(join(schemaFolder, 'json', 'catalogue.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema as object);

  it.each(Object.values(catalogueFiles))('accepts %s', async (file) => {
    validate(parse(await readFile(pathOf(schemaFolder, file), 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    { what: 'a field it does not know', path: ['entries', 0, 'colour'], value: 'red' },
    { what: 'an empty name', path: ['entries', 0, 'name'], value: '' },
    { what: 'an unknown reach', path: ['entries', 0, 'reach'], value: 'EVERYTHING' },
    { what: 'an unknown mark', path: ['entries', 0, 'mark'], value: 'R, X' },
    { what: 'the entries of another catalogue', path: ['catalogue'], value: 'rules.yaml' },
    { what: 'versions where there are none', path: ['versions'], value: [] },
  ])('rejects $what, as the loader does', async ({ path, value }) => {
    const change = (text: string): string => {
      const document = parseDocument(text);
      document.setIn(path, value);
      return document.toString();
    };
    const content = await readFile(pathOf(schemaFolder, 'channels.yaml'), 'utf8');
    expect(validate(parse(change(content)))).toBe(false);
    expect(await problemsAfter('channels.yaml', change)).not.toEqual([]);
  });
});
