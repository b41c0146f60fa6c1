import { describe, expect, it } from 'vitest';
import { isSamePerson } from './same-person.ts';

describe('two names', () => {
  it('are of one person whatever their case, width and space', () => {
    expect(isSamePerson('Grace Hopper', ' grace  HOPPER ')).toBe(true);
    expect(isSamePerson('\uFF21\uFF4E\uFF41', 'Ana')).toBe(true);
    expect(isSamePerson('Ana', 'Anna')).toBe(false);
  });
});
