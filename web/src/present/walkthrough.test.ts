import { describe, expect, it } from 'vitest';
import { addressOfStop, linkToStop } from './walkthrough.ts';

describe('addressOfStop', () => {
  it('is the place in the page, frozen where the walkthrough is, never in presenter mode by itself', () => {
    expect(addressOfStop('/trace?class=laboratory&present=1', null)).toBe('/trace?class=laboratory');
    expect(addressOfStop('/map?workshop=spring&class=a', null)).toBe('/map?class=a');
    expect(addressOfStop('/workshop?workshop=spring', null)).toBe('/workshop?workshop=spring');
    expect(addressOfStop('/findings', 12)).toBe('/findings?at=12');
    expect(addressOfStop('/findings?at=7', 12)).toBe('/findings?at=12');
    expect(addressOfStop('/findings?at=7', undefined)).toBe('/findings?at=7');
  });

  it('is the home page for what is no place in the page', () => {
    for (const link of ['//', '/\t/', '//elsewhere.org/map']) expect(addressOfStop(link, 12)).toBe('/?at=12');
  });
});

describe('linkToStop', () => {
  it('counts as people do', () => {
    expect(linkToStop('what-the-lab-shows', 2)).toBe('/walkthroughs?id=what-the-lab-shows&stop=3');
  });
});
