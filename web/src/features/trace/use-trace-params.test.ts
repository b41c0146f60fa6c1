import { describe, expect, it } from 'vitest';
import { parseTraceParams, withTraceParams } from './use-trace-params.ts';

const at = (path: string): URL => new URL(path, 'http://localhost');

describe('the address of a trace', () => {
  it('reads back what was written', () => {
    const address = withTraceParams(at('/trace?class=laboratory'), {
      part: 'laboratory.hiv',
      audience: 'PATIENT',
      channel: 'portal',
      asOf: '2026-01-01',
      selected: 'channel:portal',
      path: 'PATIENT~1',
      tab: 'stopped',
      view: 'table',
      open: ['group:a', 'group:b'],
      rulePack: 'HTI-5-NPRM',
      show: 'undocumented',
    });
    expect(parseTraceParams(at(address))).toEqual({
      rulePack: 'HTI-5-NPRM',
      show: 'undocumented',
      dataClass: 'laboratory',
      part: 'laboratory.hiv',
      audience: 'PATIENT',
      channel: 'portal',
      asOf: '2026-01-01',
      selected: 'channel:portal',
      path: 'PATIENT~1',
      tab: 'stopped',
      view: 'table',
      open: ['group:a', 'group:b'],
    });
  });

  it('leaves defaults and cleared values out, so that equal views have equal addresses', () => {
    expect(
      withTraceParams(at('/trace?class=laboratory&sel=x&tab=stopped&view=table'), {
        selected: undefined,
        tab: 'all',
        view: 'picture',
        open: [],
      }),
    ).toBe('/trace?class=laboratory');
  });

  it('keeps a value that is the default of another parameter', () => {
    const address = withTraceParams(at('/trace?class=a'), { part: 'all', audience: 'picture' });
    expect(parseTraceParams(at(address))).toMatchObject({ part: 'all', audience: 'picture' });
  });

  it('reads an unknown tab or view as the default', () => {
    expect(parseTraceParams(at('/trace?class=a&tab=other&view=other'))).toMatchObject({ tab: 'all', view: 'picture' });
  });
});
