import { describe, expect, it } from 'vitest';
import { thingAddress, type ThingData } from './thing-address.ts';

const thing = (concept: ThingData['concept'], id: string): ThingData => ({ concept, id, name: id });

describe('where a thing of a finding is told', () => {
  it.each([
    [thing('RESTRICTION', 'results 72h'), '/restriction?id=results%2072h&asOf=2026-01-02'],
    [thing('BASIS_CLAIM', 'claim-1'), '/restriction?id=fee&asOf=2026-01-02'],
    [thing('DATA_CLASS', 'laboratory'), '/trace?class=laboratory&asOf=2026-01-02'],
    [thing('SYSTEM', 'ehr'), '/record?concept=SYSTEM&id=ehr'],
    [thing('OBSERVATION', 'seen'), '/record?concept=OBSERVATION&id=seen'],
    [thing('AUDIENCE', 'PATIENT'), undefined],
  ])('%o', (entity, address) => {
    expect(thingAddress(entity, [thing('RESTRICTION', 'fee')], '2026-01-02')).toBe(address);
  });

  it('is the record for a claim alone, and has no day where none is asked about', () => {
    expect(thingAddress(thing('BASIS_CLAIM', 'claim-1'), [], undefined)).toBe('/record?concept=BASIS_CLAIM&id=claim-1');
    expect(thingAddress(thing('DATA_CLASS', 'laboratory'), [], undefined)).toBe('/trace?class=laboratory');
  });
});
