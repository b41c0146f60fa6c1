import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import {
  describeCatalogueProblem,
  entryById,
  laneOf,
  referenceClass,
  wholeException,
} from '../../server/src/domain/catalogue/index.ts';
import { projectFiles, projectRoot } from './project-files.ts';
import { seedInventories, unknownCodes } from './seed-codes.ts';

const loaded = await loadCatalogues(join(projectRoot, 'schema'));
if (!loaded.ok) throw new Error(loaded.error.problems.map(describeCatalogueProblem).join('\n'));
const catalogues = loaded.value;

describe('the reference data', () => {
  it('has the ten codified exceptions and the four parts of the privacy exception', () => {
    const whole = catalogues.exceptions.filter((entry) => entry.partOf === undefined).map((entry) => entry.cite[0]);
    expect(whole).toEqual(
      ['201', '202', '203', '204', '205', '206', '301', '302', '303', '403'].map((section) => `45 CFR 171.${section}`),
    );
    const parts = catalogues.exceptions.filter((entry) => entry.partOf === 'EX-PRIV').map((entry) => entry.id);
    expect(parts).toEqual(['EX-PRIV-B', 'EX-PRIV-C', 'EX-PRIV-D', 'EX-PRIV-E']);
    expect(wholeException(catalogues, 'EX-PRIV-D')?.id).toBe('EX-PRIV');
    expect(wholeException(catalogues, 'EX-NONE')).toBeUndefined();
  });

  it.each([
    ['audiences', 10],
    ['channels', 24],
    ['practices', 28],
    ['overlays', 17],
    ['stateLaws', 3],
    ['rules', 10],
    ['actors', 3],
    ['drsBranches', 3],
    ['purposes', 7],
    ['drsClasses', 48],
  ] as const)('has every one of the %s', (list, length) => expect(catalogues[list]).toHaveLength(length));

  it('gives no date of effect to a rule that is not in force', () => {
    const dated = catalogues.rules.filter((rule) => rule.status !== 'IN_FORCE' && rule.effective !== undefined);
    expect(dated).toEqual([]);
  });

  it('relies on no exception before its rule was published', () => {
    for (const exception of catalogues.exceptions) {
      const rule = entryById(catalogues.rules, exception.rule);
      expect(exception.effectiveFrom >= (rule?.published ?? '9999')).toBe(true);
    }
  });

  it('marks as unverified whatever carries that mark', () => {
    const entries = Object.values(catalogues).flatMap((list) => (Array.isArray(list) ? list : []));
    const unmarked = entries.filter(
      (entry) => 'mark' in entry && entry.mark.includes('unverified') && !entry.unverified,
    );
    expect(unmarked).toEqual([]);
  });

  it('is in words of the product', () => {
    const files = projectFiles('schema', (path) => /^schema\/(?:catalogues\/.*|sources)\.yaml$/.test(path));
    const found = files.flatMap(({ path, content }) =>
      (content.match(/information blocking|violat\w*|complian\w*|\bblocked\b/gi) ?? []).map(
        (word) => `${path}: ${word}`,
      ),
    );
    expect(files).toHaveLength(17);
    expect(found).toEqual([]);
  });

  it('finds a reference class by id and by slug', () => {
    for (const entry of catalogues.drsClasses) {
      expect(referenceClass(catalogues, entry.slug)).toBe(referenceClass(catalogues, entry.id));
    }
    const lab = referenceClass(catalogues, 'UC-LAB');
    expect(lab).toMatchObject({ kind: 'USCDI_CLASS' });
    for (const within of catalogues.uscdi.classes) {
      for (const element of within.elements) {
        expect(referenceClass(catalogues, element.slug)).toEqual({ kind: 'USCDI_ELEMENT', entry: element, within });
      }
    }
    expect(referenceClass(catalogues, 'UC-NONE')).toBeUndefined();
  });

  it('puts a laboratory at the source, an engine between and an archive with the copies', () => {
    expect(['SYS-LIS', 'SYS-IE', 'SYS-ARCH', 'SYS-UNHEARD-OF'].map((kind) => laneOf(catalogues, kind))).toEqual([
      'SOURCE',
      'INTEGRATION',
      'STORE',
      'STORE',
    ]);
  });
});

describe('the codes in the seeds', () => {
  const inventories = seedInventories();

  it('are looked for in every seed', () =>
    expect([...inventories.keys()]).toEqual(expect.arrayContaining(['clinic', 'regional-hospital'])));

  it.each([...inventories])('of %s all stand in the catalogues', (_name, folder) =>
    expect(unknownCodes(folder, catalogues)).toEqual([]),
  );

  it.each([
    ['systems/ehr.yaml', { id: 'x', kind: 'SYS-NONE' }, 'kind', 'SYS-NONE'],
    ['channels.yaml', [{ id: 'x', kind: 'CH-NONE', for: ['PATIENT'] }], 'kind', 'CH-NONE'],
    ['channels.yaml', [{ id: 'x', kind: 'CH-PORTAL', for: ['PATIENT', 'NEIGHBOR'] }], 'for', 'NEIGHBOR'],
    ['restrictions.yaml', [{ id: 'x', practice: 'PT-NONE' }], 'practice', 'PT-NONE'],
    ['restrictions.yaml', [{ id: 'x', practice: 'PT-FEE', audiences: ['NOBODY'] }], 'audiences', 'NOBODY'],
    ['restrictions.yaml', [{ id: 'x', practice: 'PT-FEE', purposes: ['FUN'] }], 'purposes', 'FUN'],
    ['claims.yaml', [{ id: 'x', exception: 'EX-NONE' }], 'exception', 'EX-NONE'],
    ['data-classes.yaml', [{ id: 'x', catalogue: 'UC-NONE' }], 'catalogue', 'UC-NONE'],
    ['data-classes.yaml', [{ id: 'x', drsBranch: 'DRS-iv' }], 'drsBranch', 'DRS-iv'],
    ['data-classes.yaml', [{ id: 'x', overlays: ['OV-P2', 'OV-NONE'] }], 'overlays', 'OV-NONE'],
    ['data-classes.yaml', [{ id: 'x', uscdi: 'v99' }], 'uscdi', 'v99'],
    ['organizations.yaml', [{ id: 'x', actorRoles: ['SPECTATOR'] }], 'actorRoles', 'SPECTATOR'],
  ])('are reported in %s when they stand nowhere', (file, content, field, code) =>
    expect(unknownCodes(new Map([[file, content]]), catalogues)).toEqual([{ place: `${file} x`, field, code }]),
  );

  it('may name an audience the inventory declares itself', () => {
    const folder = new Map<string, unknown>([
      ['audiences.yaml', [{ id: 'school-nurse' }]],
      ['channels.yaml', [{ id: 'x', kind: 'CH-PORTAL', for: ['school-nurse'] }]],
    ]);
    expect(unknownCodes(folder, catalogues)).toEqual([]);
  });
});
