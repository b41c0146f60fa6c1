import { describe, expect, it } from 'vitest';
import { filterOf, parseCoverageParams, traceHref, withCoverageParams } from './use-coverage-params.ts';

const at = (path: string): URL => new URL(path, 'http://localhost');

describe('the address of the matrix', () => {
  it('holds everything that is chosen', () => {
    const chosen = {
      audience: 'PATIENT',
      asOf: '2026-01-31',
      rulePack: 'HTI-5-NPRM',
      group: 'uscdi',
      sideBySide: true,
      differing: true,
      outcome: 'WITHHELD',
      basis: 'UNDOCUMENTED',
      text: 'lab & more',
    } as const;
    const address = withCoverageParams(at('/matrix'), chosen);
    expect(parseCoverageParams(at(address))).toEqual(chosen);
    expect(filterOf(chosen)).toEqual({
      audience: 'PATIENT',
      families: ['PORTAL', 'API', 'EXPORT'],
      text: 'lab & more',
      outcome: 'WITHHELD',
      basis: 'UNDOCUMENTED',
      differing: true,
    });
  });

  it('leaves out what is as usual, and reads what it does not know as none', () => {
    expect(withCoverageParams(at('/matrix?group=uscdi&differing=yes'), { group: 'branch', differing: false })).toBe(
      '/matrix',
    );
    expect(parseCoverageParams(at('/matrix?group=colour&outcome=GONE&basis=x'))).toMatchObject({
      group: 'branch',
      outcome: undefined,
      basis: undefined,
    });
  });

  it('leads from a cell to the trace of the same class, channel, audience, day and rules', () => {
    expect(traceHref({ asOf: '2026-01-31', rulePack: 'X' }, 'lab', 'PATIENT', 'portal-web')).toBe(
      '/trace?class=lab&audience=PATIENT&channel=portal-web&asOf=2026-01-31&pack=X',
    );
    expect(traceHref({ asOf: undefined, rulePack: undefined }, 'lab', undefined)).toBe('/trace?class=lab');
  });
});
