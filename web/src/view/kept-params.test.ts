import { describe, expect, test } from 'vitest';
import { withKept } from './kept-params.ts';

describe('withKept', () => {
  test('carries what is looked at, the workshop and presenter mode from screen to screen, and nothing else', () => {
    expect(withKept('/map?around=ehr', '?class=lab&at=12')).toBe('/map?around=ehr&at=12');
    expect(withKept('/', '?at=12&scenario=a')).toBe('/?at=12&scenario=a');
    expect(withKept('/map', '?class=x&workshop=w&present=1')).toBe('/map?present=1&workshop=w');
  });

  test('leaves what the address says itself, as it is written', () => {
    expect(withKept('/trace?at=7', '?at=12')).toBe('/trace?at=7');
    expect(withKept('/trace?class=laboratory&sel=system:a', '?present=1')).toBe(
      '/trace?class=laboratory&sel=system:a&present=1',
    );
    expect(withKept('/trace?class=lab', '')).toBe('/trace?class=lab');
  });

  test('puts what it carries before the place on the page', () => {
    expect(withKept('/glossary#term', '?at=12')).toBe('/glossary?at=12#term');
  });
});
