import { describe, expect, test } from 'vitest';
import { newValues } from './form-values.ts';
import { mergeValues } from './merge-values.ts';

const base = newValues('SYSTEM', { name: 'LIS', kind: 'SYS-LIS', custodian: 'Lab' });
const names = (fields: readonly { readonly name: string }[]): readonly string[] => fields.map(({ name }) => name);

describe('Two changes of one thing', () => {
  test('are put together where they are about different fields', () => {
    const merged = mergeValues('SYSTEM', base, { ...base, vendor: 'Acme' }, { ...base, custodian: 'Lab IT' });
    expect(merged.values).toMatchObject({ vendor: 'Acme', custodian: 'Lab IT', name: 'LIS' });
    expect(merged.clashes).toEqual([]);
    expect(names(merged.theirs)).toEqual(['custodian']);
  });

  test('are to be chosen between where both changed the same field', () => {
    const merged = mergeValues('SYSTEM', base, { ...base, custodian: 'Me' }, { ...base, custodian: 'Them' });
    expect(names(merged.clashes)).toEqual(['custodian']);
    expect(merged.values['custodian']).toBe('Me');
  });

  test('agree where both say the same', () => {
    const both = { ...base, custodian: 'Lab IT' };
    expect(mergeValues('SYSTEM', base, both, both)).toMatchObject({ clashes: [], theirs: [] });
  });
});
