import { describe, expect, it } from 'vitest';
import { witnessLinks } from './witness-link.ts';

type Witness = Parameters<typeof witnessLinks>[0];
const witness = (more: Partial<Witness>): Witness => ({ kind: 'THING', sentences: ['It is so.'], ...more });
const hrefs = (more: Partial<Witness>, asOf?: string): readonly string[] =>
  witnessLinks(witness(more), asOf).map(({ href }) => href);

describe('the links of a witness', () => {
  it('lead to the trace with the path and the restriction selected, then to the restriction', () => {
    const [trace = '', restriction] = hrefs(
      { kind: 'PATH', dataClass: 'labs', audience: 'PATIENT', path: 'PATIENT~a~>b', restriction: 'r 1' },
      '2026-11-21',
    );
    const { searchParams } = new URL(trace, 'http://x');
    expect(Object.fromEntries(searchParams)).toEqual({
      class: 'labs',
      audience: 'PATIENT',
      asOf: '2026-11-21',
      sel: 'restriction:r 1',
      path: 'PATIENT~a~>b',
    });
    expect(restriction).toBe('/restriction?id=r%201');
  });

  it('lead to the trace with the place selected, and to its record', () => {
    const thing = { concept: 'FLOW', id: 'f', name: 'F' } as const;
    expect(hrefs({ kind: 'PLACE', dataClass: 'labs', thing })).toEqual([
      '/trace?class=labs&sel=flow%3Af',
      '/record?concept=FLOW&id=f',
    ]);
  });

  it('lead to the record where no trace shows it, and to what was observed', () => {
    expect(hrefs({ thing: { concept: 'SYSTEM', id: 's', name: 'S' } })).toEqual(['/record?concept=SYSTEM&id=s']);
    expect(hrefs({ thing: { concept: 'OBSERVATION', id: 'o', name: 'A filter' } })).toEqual([
      '/reconcile?status=ANY&decision=ANY&text=A%20filter',
    ]);
    expect(hrefs({})).toEqual([]);
  });
});
