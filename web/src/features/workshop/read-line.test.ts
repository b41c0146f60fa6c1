import { describe, expect, it } from 'vitest';
import { lineKinds } from './item-kinds.ts';
import { readLine } from './read-line.ts';

describe('a line that is typed', () => {
  it('is of the kind its sign says, and keeps its words without it', () => {
    expect(readLine('? who holds the audit log', 'PROPOSAL')).toEqual({
      kind: 'QUESTION',
      text: 'who holds the audit log',
      signed: true,
    });
    expect(readLine('!We release notes', 'QUESTION')).toMatchObject({ kind: 'DECISION', text: 'We release notes' });
  });

  it('is of the chosen kind without a sign, whatever it says', () => {
    expect(readLine('p is a letter', 'PROPOSAL')).toEqual({ kind: 'PROPOSAL', text: 'p is a letter', signed: false });
    expect(readLine('Who holds it?', 'PROPOSAL').kind).toBe('PROPOSAL');
  });

  it('has one space between words, and none at its ends', () => {
    expect(readLine('  LIS   sends\tresults ', 'PROPOSAL').text).toBe('LIS sends results');
  });

  it('never begins with a sign that a sentence could begin with', () => {
    for (const { sign } of lineKinds) expect(sign ?? '').not.toMatch(/[\p{L}\p{N}"“(]/u);
  });
});
