import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPageLink } from './page-link.ts';

describe('a place in the page', () => {
  it.each(['/', '/map?around=System:lis', '/trace?class=laboratory&asOf=2026-11-21#x'])('is %s', (text) => {
    expect(isPageLink(text)).toBe(true);
  });

  it.each([
    '',
    'map',
    'https://elsewhere.example',
    '//elsewhere.example',
    String.raw`/\elsewhere.example`,
    '/\t/elsewhere.example',
    '/map\n',
    '/a b',
    'javascript:alert(1)',
    `/${'x'.repeat(2_000)}`,
  ])('is not %j', (text) => {
    expect(isPageLink(text)).toBe(false);
  });

  it('never leads a browser to another site, whatever is typed', () => {
    const anyLink = fc.oneof(
      fc.string(),
      fc.string().map((text) => `/${text}`),
      fc.stringMatching(/^[/\\.:@a-z\t\n ]{1,12}$/).map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(anyLink, (text) => {
        if (!isPageLink(text)) return;
        expect(new URL(text, 'http://page.example').origin).toBe('http://page.example');
      }),
      { numRuns: 2_000 },
    );
  });
});
