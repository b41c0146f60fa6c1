import { describe, expect, it } from 'vitest';
import type { CoverageInput } from './coverage-input.ts';
import { coverageTable } from './coverage-table.ts';
import { buildCoverageView, type CoverageLine } from './coverage-view.ts';
import { describeState, shortStateWords, stateTone, stateWords } from './coverage-words.ts';

const withheld = {
  outcome: 'WITHHELD',
  someReleased: false,
  basis: 'UNDOCUMENTED',
  restrictions: [{ id: 'r1', name: 'Held 72 hours' }],
} as const;
const released = { outcome: 'RELEASED', someReleased: true, basis: null, restrictions: [] } as const;
const part = { outcome: 'PARTIAL', someReleased: true, basis: 'DOCUMENTED', restrictions: [] } as const;

const input: CoverageInput = {
  columns: [
    { channel: { id: 'portal', name: 'Portal' }, audience: { id: 'PATIENT', name: 'Patient' } },
    { channel: { id: 'api', name: '=API' }, audience: { id: 'PATIENT', name: 'Patient' } },
  ],
  states: [released, withheld, part],
  rows: [
    {
      dataClass: { id: 'notes', name: 'Notes', drsBranch: 'DRS-i', drsStatus: 'YES', uscdi: 'v1', partOf: null },
      states: [0, 1],
    },
    { dataClass: { id: 'audit', name: 'Audit log', drsStatus: 'EXCLUDED' }, states: [2, 2] },
    {
      dataClass: {
        id: 'genes',
        name: 'Genes',
        drsBranch: 'DRS-iii',
        drsStatus: 'UNDECIDED',
        uscdi: 'v10',
        partOf: { id: 'clinical', name: 'Clinical record' },
      },
      states: [0, 0],
    },
    { dataClass: { id: 'claims', name: 'Claims', drsBranch: 'DRS-i', drsStatus: 'YES', uscdi: 'v2' }, states: [0, 0] },
    { dataClass: { id: 'other', name: 'Other', drsStatus: 'UNDECIDED' }, states: [0, 0] },
  ],
};
const branches = new Map([['DRS-i', 'Medical and billing records']]);

const told = (lines: readonly CoverageLine[]): readonly string[] =>
  lines.map((line) => (line.kind === 'group' ? `# ${line.name}` : line.name));

describe('the lines of a coverage', () => {
  it('are grouped by branch with what is of none last, and by name within', () => {
    const { lines } = buildCoverageView(input, 'branch', branches);
    expect(told(lines)).toEqual([
      '# Medical and billing records',
      'Claims',
      'Notes',
      '# DRS-iii',
      'Genes',
      '# No branch recorded',
      'Other',
      '# Outside the designated record set',
      'Audit log',
    ]);
    expect(lines[0]).toMatchObject({ detail: '2 classes: 3 released; 1 withheld' });
    expect(lines.at(-1)).toMatchObject({ detail: 'excluded', group: 'Outside the designated record set' });
  });

  it('are grouped by USCDI version in the order of the numbers, by domain, or not at all', () => {
    expect(told(buildCoverageView(input, 'uscdi', branches).lines)).toEqual([
      '# USCDI v1',
      'Notes',
      '# USCDI v2',
      'Claims',
      '# USCDI v10',
      'Genes',
      '# Not in USCDI',
      'Audit log',
      'Other',
    ]);
    expect(told(buildCoverageView(input, 'domain', branches).lines).slice(0, 3)).toEqual([
      '# Clinical record',
      'Genes',
      '# Of no domain',
    ]);
    expect(told(buildCoverageView(input, 'none', branches).lines)).toEqual([
      'Audit log',
      'Claims',
      'Genes',
      'Notes',
      'Other',
    ]);
  });

  it('are a table in the same order, every row as long as the heading', () => {
    const view = buildCoverageView(input, 'branch', branches);
    const rows = coverageTable(view, ['As of 2026-11-21.']);
    expect(rows[0]).toEqual(['Branch of the record set', 'Data class', 'Id', 'Portal · Patient', '=API · Patient']);
    expect(rows[2]).toEqual([
      'Medical and billing records',
      'Notes',
      'notes',
      'released',
      'withheld; no documented exception',
    ]);
    expect(rows.slice(1, -1).map(([, name]) => name)).toEqual(told(view.lines).filter((name) => !name.startsWith('#')));
    expect(rows.at(-1)).toEqual(['About', 'As of 2026-11-21.', '', '', '']);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([5]));
    expect(coverageTable(buildCoverageView(input, 'none', branches), [])[0]?.slice(0, 2)).toEqual(['Data class', 'Id']);
  });
});

describe('a cell', () => {
  it('says in words what it shows, and why', () => {
    const where = { dataClass: 'Notes', channel: 'Portal', audience: 'Patient' };
    expect(describeState(where, withheld)).toBe(
      'Notes on Portal for Patient: withheld; no documented exception. 1 restriction: Held 72 hours.',
    );
    expect(describeState(where, part)).toBe(
      'Notes on Portal for Patient: released in part; exception documented. Its trace tells part by part.',
    );
    expect(stateWords(released)).toBe('released');
    expect(shortStateWords({ ...part, someReleased: false })).toBe('parts differ, documented');
    expect(shortStateWords({ outcome: 'LIMITED', someReleased: true, basis: 'NO_EXCEPTION_FITS' })).toBe(
      'limited, none fits',
    );
  });

  it('has the sign of how what is withheld is documented, else that of what comes of it', () => {
    expect(stateTone(withheld)).toBe('undocumented');
    expect(stateTone({ outcome: 'WITHHELD', basis: 'DOCUMENTED' })).toBe('withheld');
    expect(stateTone({ outcome: 'LIMITED', basis: 'UNDOCUMENTED' })).toBe('limited');
    expect(stateTone({ outcome: 'NOT_OFFERED' })).toBe('none');
  });
});
