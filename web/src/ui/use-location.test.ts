import { describe, expect, it } from 'vitest';
import { withKept } from './use-location.ts';

describe('withKept', () => {
  it('takes presenter mode along to another screen', () => {
    expect(withKept('/map', '?class=x&present=1')).toBe('/map?present=1');
    expect(withKept('/trace?class=laboratory&sel=system:a', '?present=1')).toBe(
      '/trace?class=laboratory&sel=system:a&present=1',
    );
  });

  it('leaves an address as it is that says it already, and where there is nothing to keep', () => {
    expect(withKept('/map?present=1', '?present=1')).toBe('/map?present=1');
    expect(withKept('/map?group=vendor', '?class=x')).toBe('/map?group=vendor');
  });
});
