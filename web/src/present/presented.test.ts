import { describe, expect, it } from 'vitest';
import { nothingPresented, parsePresented } from './presented.ts';

describe('parsePresented', () => {
  it('reads what was stored, and nothing from what it cannot read', () => {
    expect(parsePresented('{"step":2,"spotlight":["system:ehr"]}')).toEqual({
      ...nothingPresented,
      step: 2,
      spotlight: ['system:ehr'],
    });
    for (const text of [undefined, '', 'null', '3', '{"step"']) expect(parsePresented(text)).toEqual(nothingPresented);
  });
});
