import { describe, expect, it } from 'vitest';
import {
  filterOf,
  isFiltered,
  noFilters,
  nobody,
  parseFindingsParams,
  withFindingsParams,
} from './use-findings-params.ts';

const at = (path: string) => parseFindingsParams(new URL(path, 'http://x'));

describe('the address of the findings', () => {
  it('gives back every filter that it was given, and leaves out what is as usual', () => {
    const address = withFindingsParams(new URL('/findings', 'http://x'), {
      level: ['HIGH', 'LOW'],
      state: ['OPEN'],
      rule: ['no-origin'],
      owner: nobody,
      due: 'before',
      before: '2026-12-01',
      since: '2026-11-01',
      list: 'gone',
      sort: 'LEVEL',
      system: 'lis',
    });
    expect(at(address)).toMatchObject({
      level: ['HIGH', 'LOW'],
      state: ['OPEN'],
      rule: ['no-origin'],
      owner: nobody,
      due: 'before',
      before: '2026-12-01',
      since: '2026-11-01',
      list: 'gone',
      sort: 'LEVEL',
      system: 'lis',
    });
    expect(address).not.toContain('sort');
    const cleared = withFindingsParams(new URL(address, 'http://x'), noFilters);
    expect(cleared).toBe('/findings');
    expect(isFiltered(at(address))).toBe(true);
    expect(isFiltered(at('/findings?sort=DUE'))).toBe(false);
  });

  it('reads what it does not know as none', () => {
    expect(at('/findings?level=HUGE&state=OPEN,SHUT&due=soon&sort=UP&list=some')).toMatchObject({
      level: [],
      state: ['OPEN'],
      due: undefined,
      sort: 'LEVEL',
      list: 'all',
    });
  });

  it('asks the API for nobody, for days and for what changed', () => {
    expect(filterOf(at(`/findings?owner=${nobody}&due=30&since=2026-11-01`))).toMatchObject({
      owner: null,
      unowned: true,
      due: { withinDays: 30 },
      changedSince: '2026-11-01',
    });
    expect(filterOf(at('/findings?due=before'))).toMatchObject({ due: null });
    expect(filterOf(at('/findings?due=overdue&owner=Ann'))).toMatchObject({
      due: { overdue: true },
      owner: 'Ann',
      unowned: null,
    });
  });
});
