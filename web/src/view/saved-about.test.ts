import { describe, expect, it } from 'vitest';
import { aboutTable, viewFacts, withoutIds } from './saved-about.ts';

const now = { namesHidden: false };

describe('what a saved file says of itself', () => {
  it('names the day, the revision and what it is narrowed to', () => {
    expect(aboutTable({ asOf: '2026-11-30', revisions: [9, 9], narrowedTo: [] }, now)).toBe(
      'As of 2026-11-30, inventory revision 9. Everything.',
    );
    expect(aboutTable({ asOf: '2026-11-30', revisions: [9, 11], narrowedTo: ['level high', 'with "lab"'] }, now)).toBe(
      'As of 2026-11-30, between inventory revisions 9 and 11. Narrowed to: level high; with "lab".',
    );
  });

  it('says what was looked at', () => {
    expect(viewFacts(now)).toEqual([]);
    expect(viewFacts({ at: '12', scenario: 'Open the gate', namesHidden: true })).toEqual([
      'Frozen at revision 12',
      'What if: Open the gate',
      'Names hidden',
    ]);
    expect(
      aboutTable({ asOf: '2026-11-30', revisions: [12, 12], narrowedTo: [] }, { at: '12', namesHidden: true }),
    ).toBe('As of 2026-11-30, inventory revision 12. Everything. Frozen at revision 12. Names hidden.');
  });

  it('goes without ids where names are hidden', () => {
    const rows = [['about all of it'], ['name', 'id', 'rule id'], ['a', 'x', 'r'], ['about', '', '']];
    expect(withoutIds(rows, 1, (title) => title === 'id')).toEqual([
      ['about all of it'],
      ['name', 'rule id'],
      ['a', 'r'],
      ['about', ''],
    ]);
  });
});
