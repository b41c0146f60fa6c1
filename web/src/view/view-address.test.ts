import { describe, expect, it } from 'vitest';
import { frozenAddress, headerText, isScenarioId, viewOfSearch, withoutView } from './view-address.ts';

describe('what an address looks at', () => {
  it('is the inventory as it is now, a revision, or a scenario', () => {
    expect(viewOfSearch('?class=lab')).toEqual({});
    expect(viewOfSearch('?class=lab&at=12')).toEqual({ at: '12' });
    expect(viewOfSearch('?scenario=a&at=')).toEqual({ scenario: 'a' });
  });

  it('is asked of the server so that what names nothing is refused, not taken for now', () => {
    for (const text of ['12', 'soon', 'spring-2027', 'a:b.c_d']) expect(headerText(text)).toBe(text);
    for (const text of ['日本', ' ', 'a b', 'a\nb', 'é']) {
      const sent = headerText(text);
      expect(() => new Headers({ 'x-ehi-scenario': sent })).not.toThrow();
      expect([isScenarioId(sent), isScenarioId(text)]).toEqual([false, false]);
    }
    expect(isScenarioId('spring-2027')).toBe(true);
  });

  it('is left without leaving the place', () => {
    expect(withoutView('/trace?class=lab&at=12&asOf=2026-11-21&scenario=a')).toBe('/trace?class=lab&asOf=2026-11-21');
  });

  it('is left in part', () => {
    expect(withoutView('/map?at=12&scenario=a', ['scenario'])).toBe('/map?at=12');
  });

  it('is frozen with the day, where a screen has one and none is named', () => {
    expect(frozenAddress('/trace?class=lab', 12, '2026-11-30')).toBe('/trace?class=lab&at=12&asOf=2026-11-30');
    expect(frozenAddress('/map?asOf=2026-01-01', 12, '2026-11-30')).toBe('/map?asOf=2026-01-01&at=12');
    expect(frozenAddress('/list?concept=SYSTEM&at=3', 12, '2026-11-30')).toBe('/list?concept=SYSTEM&at=12');
  });
});
