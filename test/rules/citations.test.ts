import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import {
  describeCatalogueProblem,
  findCitations,
  formatCitation,
  parseCitation,
  sourceOf,
  type Entry,
  type Source,
} from '../../server/src/domain/catalogue/index.ts';
import { projectFiles, projectRoot, type ProjectFile } from './project-files.ts';

const loaded = await loadCatalogues(join(projectRoot, 'schema'));
if (!loaded.ok) throw new Error(loaded.error.problems.map(describeCatalogueProblem).join('\n'));
const catalogues = loaded.value;

/** What is wrong with the citations of a file: each that does not parse, or whose section is not a source. */
const uncited = ({ path, content }: ProjectFile): readonly string[] =>
  findCitations(content).flatMap((text) => {
    const cite = parseCitation(text);
    if (!cite.ok) return [`${path}: "${text}" does not parse`];
    const source = sourceOf(catalogues, text);
    // A source for the part does not vouch for a section: "45 CFR 171.999" would pass.
    const isSection = cite.value.kind === 'CFR' && cite.value.section !== undefined;
    const tooWide = isSection && source?.cite.includes(' part ') === true;
    return source === undefined || tooWide
      ? [`${path}: ${formatCitation(cite.value)} is not in schema/sources.yaml`]
      : [];
  });

const cited = [
  // Source entries are citations themselves; the catalogues, rule packs and API descriptions cite them.
  ...projectFiles('schema', (path) => /\.(?:yaml|graphql)$/.test(path) && !/^schema\/(?:sources|snapshot)/.test(path)),
  ...projectFiles('seeds', (path) => path.endsWith('.yaml')),
  ...projectFiles('web/src/features/glossary', (path) => path.endsWith('.ts')),
  // Tests cite nonsense on purpose.
  ...projectFiles('server/src/domain', (path) => path.endsWith('.ts') && !path.endsWith('.test.ts')),
];

describe('every citation', () => {
  it('is looked for in catalogues, seeds and domain', () => {
    const withCitations = cited.filter(({ content }) => findCitations(content).length > 0).map(({ path }) => path);
    expect(withCitations).toEqual(
      expect.arrayContaining([
        'schema/catalogues/exceptions.yaml',
        'seeds/clinic/claims.yaml',
        'server/src/domain/model/concepts.ts',
      ]),
    );
  });

  it('parses and has a source', () => expect(cited.flatMap(uncited)).toEqual([]));

  it.each([
    ['45 CFR 171.999(a)', '45 CFR 171.999(a) is not in schema/sources.yaml'],
    ['condition: 171.2041(b)', '45 CFR 171.2041(b) is not in schema/sources.yaml'],
    ['45 CFR 171.20l', '"45 CFR 171.20l" does not parse'],
    ['45 C.F.R. 171.201', '"45 C.F.R. 171.201" does not parse'],
    ['21 CFR part 11', '21 CFR part 11 is not in schema/sources.yaml'],
    ['1 FR 1', '1 FR 1 is not in schema/sources.yaml'],
    ['IB.FAQ99.1.2030JAN', 'IB.FAQ99.1.2030JAN is not in schema/sources.yaml'],
  ])('is reported when it is wrong: %s', (content, problem) =>
    expect(uncited({ path: 'somewhere', content })).toEqual([`somewhere: ${problem}`]),
  );

  it('leads from a paragraph to the source of its section', () => {
    expect(sourceOf(catalogues, '45 CFR 171.204(a)(3)')?.cite).toBe('45 CFR 171.204');
    expect(sourceOf(catalogues, '45 CFR part 171')?.cite).toBe('45 CFR part 171');
    expect(sourceOf(catalogues, 'State Health Code 12')).toBeUndefined();
  });
});

describe('every source', () => {
  /** The address a citation has on its publisher's site. */
  const officialAddress = ({ cite }: Source): string => {
    const parsed = parseCitation(cite);
    if (!parsed.ok) return 'none';
    const value = parsed.value;
    switch (value.kind) {
      case 'CFR': {
        const place = value.section === undefined ? `part-${value.part}` : `section-${value.part}.${value.section}`;
        return `https://www.ecfr.gov/current/title-${value.title}/${place}`;
      }
      case 'FR':
        return `https://www.federalregister.gov/citation/${value.volume}-FR-${value.page}`;
      case 'USC':
        return `https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title${value.title}-section${value.section}&num=0&edition=prelim`;
      case 'FAQ':
        return 'https://www.healthit.gov/faqs';
    }
  };

  it.each(catalogues.sources.map((source) => [source.cite, source] as const))('%s has its own page', (_cite, source) =>
    expect(source.url).toBe(officialAddress(source)),
  );

  it('is written the one way a citation is written', () => {
    const other = catalogues.sources.filter(({ cite }) => {
      const parsed = parseCitation(cite);
      return !parsed.ok || formatCitation(parsed.value) !== cite;
    });
    expect(other).toEqual([]);
  });

  it('says what is missing when it was read only in part', () => {
    const silent = catalogues.sources.filter(
      ({ cite, read, note }) => read === 'excerpt' && cite.includes(' CFR ') && note === undefined,
    );
    expect(silent.map(({ cite }) => cite)).toEqual([]);
  });

  it('was read, at least in part, wherever an entry says R', () => {
    const entries: readonly unknown[] = Object.values(catalogues).filter(Array.isArray).flat();
    const unread = (entries as readonly Partial<Entry>[]).filter(
      ({ mark, cite }) =>
        mark?.includes('R') === true &&
        Array.isArray(cite) &&
        !cite.some((each) => ['full', 'excerpt'].includes(sourceOf(catalogues, each)?.read ?? 'not')),
    );
    expect(unread.map(({ id }) => id)).toEqual([]);
  });
});
