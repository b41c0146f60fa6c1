import { describe, expect, it } from 'vitest';
import { readSupposal, supposeHref } from '../../editing/suppose-address.ts';
import { parseWhatIfParams, withWhatIfParams } from './use-what-if-params.ts';

const url = (to: string): URL => new URL(to, 'http://here');

describe('the address of the what-if screen', () => {
  it('leaves defaults out and other parameters as they are', () => {
    expect(withWhatIfParams(url('/what-if?do=capture'), { look: 'table', side: 'difference' })).toBe(
      '/what-if?do=capture&look=table',
    );
    expect(withWhatIfParams(url('/what-if?look=table'), { look: 'picture' })).toBe('/what-if');
  });

  it('reads unknown values as the default', () => {
    expect(parseWhatIfParams(url('/what-if?look=x&side=y&page=z'))).toMatchObject({
      look: 'picture',
      side: 'difference',
      page: 'sandbox',
    });
  });

  it('says what another screen has it suppose', () => {
    const href = supposeHref('lifted', { concept: 'RESTRICTION', id: 'fee' });
    expect(readSupposal(url(href).searchParams.get('suppose'))).toEqual({
      what: 'lifted',
      thing: { concept: 'RESTRICTION', id: 'fee' },
    });
    expect([readSupposal(null), readSupposal('burnt SYSTEM x'), readSupposal('down SYSTEM')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
