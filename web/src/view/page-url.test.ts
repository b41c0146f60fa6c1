import { describe, expect, it } from 'vitest';
import { pageUrl } from './page-url.ts';

describe('a place in the page', () => {
  it('is read as it is', () => {
    const { pathname, search, hash } = pageUrl('/map?sel=system:ehr#top');
    expect([pathname, search, hash]).toEqual(['/map', '?sel=system:ehr', '#top']);
  });

  it('is the home page for whatever is none', () => {
    for (const text of [
      '//',
      '/\t/',
      '///',
      '//elsewhere.org/map',
      '/\\elsewhere.org',
      'http://',
      'mailto:a@b',
      'http://elsewhere.org/map',
    ])
      expect(pageUrl(text).href, text).toBe('http://here/');
  });
});
