import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import { laboratory } from '../../graph-model/test-kit/laboratory.ts';
import { statement } from '../../graph-model/statement.ts';
import { traceRows, type RowFacts } from './trace-rows.ts';

const exact = (value: number) => ({ value, exact: true });
const path = (id: string, status: 'RELEASED' | 'STOPPED'): RowFacts['paths'][number] => ({
  id,
  audience: 'PATIENT',
  status,
  sentence: `Sentence of ${id}.`,
  restrictions: [],
  steps: [],
});
const witness: RowFacts['answer']['restrictions'][number]['witness'] = { sentence: 'From here to there.' };
const rows = traceRows({
  trace: { audiences: laboratory.audiences, completeness: { sets: true, pathCounts: true, notes: [] } },
  answer: {
    ...laboratory,
    restrictions: laboratory.restrictions.map((entry) => ({
      ...entry,
      restriction: { ...entry.restriction, effect: 'WITHHOLDS' as const },
      documentation: 'NONE' as const,
      verdict: 'UNPROTECTED' as const,
      reason: 'No exception fits what is recorded.',
      cite: [],
      witness,
    })),
    pathCounts: [
      { audience: 'PATIENT', release: exact(6), limited: exact(2), restricted: exact(3), undocumented: exact(1) },
    ],
  } as RowFacts['answer'],
  view: buildTraceView(laboratory),
  paths: [path('PATIENT~1', 'RELEASED'), path('PATIENT~2', 'STOPPED')],
  tab: 'all',
  caption: { title: 'Laboratory', sentence: 'It is released.', facts: ['As of 2026-01-01'] },
});
const of = (kind: string) => rows.filter((row) => row[0] === kind);

describe('traceRows', () => {
  it('holds every system, channel, audience, flow, outcome and restriction of the table', () => {
    expect(of('system')).toHaveLength(laboratory.systems.length);
    expect(of('channel')).toHaveLength(laboratory.channels.length);
    expect(of('audience')).toHaveLength(laboratory.audiences.length);
    expect(of('flow')).toHaveLength(laboratory.flows.length);
    expect(of('outcome')).toHaveLength(laboratory.channels.flatMap((entry) => entry.outcomes).length);
    expect(of('restriction')).toHaveLength(laboratory.restrictions.length);
    expect(of('start').map((row) => row[5])).toEqual(
      laboratory.systems.filter((entry) => entry.start === 'ORIGIN').map((entry) => entry.system.id),
    );
    expect(of('stranded').map((row) => row[5])).toEqual(['registry', 'research']);
  });

  it('says how many of how many paths it holds', () => {
    expect(of('path')).toHaveLength(2);
    expect(of('completeness')).toEqual([['completeness', 'paths', '', '9, exact', '2 of them in this file', '']]);
  });

  it('speaks in the words of the screen', () => {
    expect(of('outcome').find((row) => row[5] === 'portal')?.[3]).toBe('released, limited');
    expect(of('restriction').find((row) => row[5] === 'results-72h')).toEqual([
      'restriction',
      'Results held 72 hours',
      laboratory.audiences.map((audience) => audience.name).join('; '),
      'no documented exception',
      'Withholds the data, at Patient portal, met',
      'results-72h',
    ]);
    expect(rows.flatMap((row) => row.slice(0, 5)).filter((cell) => /^[A-Z]+_[A-Z]+$/.test(String(cell)))).toEqual([]);
  });

  it('says last that it documents and that counsel decides', () => {
    expect(rows.at(-1)).toEqual(['about', '', '', '', statement, '']);
    expect(rows.flat().filter((cell) => cell === statement)).toHaveLength(1);
  });

  it('gives every row as many cells as the header', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
  });
});
