import { expect, it } from 'vitest';
import { loadCatalogues } from './load-catalogues.ts';
import { describeCatalogueProblem } from '../domain/catalogue/index.ts';
it('loads', async () => {
  const r = await loadCatalogues(new URL('../../../schema', import.meta.url).pathname);
  expect(r.ok ? [] : r.error.problems.map(describeCatalogueProblem)).toEqual([]);
});
