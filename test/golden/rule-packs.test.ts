import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { leavesOf, parseRulePack } from '../../server/src/domain/verdict/index.ts';
import { must } from '../kit/seed-graph.ts';
import { projectRoot } from '../rules/project-files.ts';

const schema = join(projectRoot, 'schema');
const catalogues = must(await loadCatalogues(schema));
const packs = must(await loadRulePacks(schema, catalogues));

describe('rule packs', () => {
  it('hold all ten codified exceptions, privacy by its four parts', () => {
    const whole = new Set(packs.standard.exceptions.map(({ id }) => (id.startsWith('EX-PRIV') ? 'EX-PRIV' : id)));
    const codified = catalogues.exceptions.filter(({ partOf }) => partOf === undefined).map(({ id }) => id);
    expect([...whole].sort()).toEqual([...codified].sort());
    expect(packs.standard.exceptions.filter(({ id }) => id.startsWith('EX-PRIV-'))).toHaveLength(4);
  });

  it('mark all of Protecting Care Access as unverified, for legal review', () => {
    const found = packs.standard.exceptions.find(({ id }) => id === 'EX-PCA');
    expect(found?.legalReview).toBe(true);
    expect(leavesOf(found?.conditions ?? { kind: 'ALL', parts: [] }).every(({ unverified }) => unverified)).toBe(true);
  });

  it('have the proposal off by default, without subpart D and the modification ground when switched on', () => {
    expect(packs.standard.status).toBe('IN_FORCE');
    const proposed = packs.packs.find(({ status }) => status === 'PROPOSED');
    const ids = proposed?.exceptions.map(({ id }) => id);
    expect(ids).not.toContain('EX-TEFCA');
    expect(ids).toContain('EX-HARM');
    const infeasible = proposed?.exceptions.find(({ id }) => id === 'EX-INF');
    expect(
      leavesOf(infeasible?.conditions ?? { kind: 'ALL', parts: [] }).map(({ condition }) => condition),
    ).not.toContain('171.204(a)(3)');
  });

  it('ask the same of a condition that they share: what was answered to another text counts for none of them', () => {
    const askedBy = new Map<string, string>();
    let shared = 0;
    for (const { exceptions } of packs.packs) {
      for (const { condition, question, document, clock } of exceptions.flatMap((each) => leavesOf(each.conditions))) {
        const asked = JSON.stringify([question, document, clock]);
        if (askedBy.has(condition)) shared += 1;
        expect(askedBy.get(condition) ?? asked, condition).toBe(asked);
        askedBy.set(condition, asked);
      }
    }
    expect(shared).toBeGreaterThan(50);
  });

  const leaf = { condition: '171.203(a)', question: 'Is it?', mark: 'R' };
  const packWith = (conditions: unknown, own: object = {}): unknown => ({
    rulePack: 'x',
    title: 'x',
    version: '2026-11-26',
    status: 'IN_FORCE',
    effectiveFrom: '2024-12-17',
    note: 'x',
    exceptions: [{ id: 'EX-SEC', cite: '45 CFR 171.203', usableBy: ['PROVIDER'], conditions }],
    ...own,
  });
  const problems = (value: unknown): string => {
    const parsed = parseRulePack(value, catalogues);
    return parsed.ok
      ? ''
      : parsed.error.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  };

  it('load when they are sound', () => expect(problems(packWith({ all: [leaf] }))).toBe(''));

  it.each([
    [
      'a paragraph that no source lists',
      packWith({ ...leaf, condition: '171.999(a)' }),
      /no source lists 45 CFR 171\.999\(a\)/,
    ],
    [
      'a citation that no source lists',
      packWith({ ...leaf, cite: '45 CFR 171.998' }),
      /conditions\.cite.*no source lists/,
    ],
    ['a leaf without a question', packWith({ condition: '171.203(a)', mark: 'R' }), /conditions\.question/],
    ['a leaf without a mark', packWith({ condition: '171.203(a)', question: 'Is it?' }), /conditions\.mark/],
    ['an empty group', packWith({ all: [] }), /at least one condition/],
    ['a group of two kinds', packWith({ all: [leaf], any: [leaf] }), /one of all, any, none/],
    [
      'an exception nobody knows',
      packWith(leaf, { exceptions: [{ id: 'EX-NONE', conditions: leaf }] }),
      /no exception of the catalogue/,
    ],
    [
      'a clock that counts from nothing',
      packWith({ ...leaf, clock: { kind: 'BUSINESS_DAYS', days: 10, after: '171.204(b)#request' } }),
      /which is no condition here/,
    ],
    ['a field that is not known', packWith({ ...leaf, dokument: true }), /dokument: unknown field/],
    ['no mapping at all', 'pack', /expected a mapping/],
    [
      'a condition twice with different questions',
      packWith({ all: [leaf, { ...leaf, question: 'Else?' }] }),
      /different questions/,
    ],
  ])('do not load with %s', (_, value, message) => expect(problems(value)).toMatch(message));
});
