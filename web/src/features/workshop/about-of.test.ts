import { describe, expect, it } from 'vitest';
import { aboutOf, placeOf } from './about-of.ts';

const at = (address: string): URL => new URL(address, 'http://here');

describe('what an address is about', () => {
  it('is what is selected in the trace, else the class', () => {
    expect(aboutOf(at('/trace?class=labs&sel=system:lis'))).toEqual({ concept: 'SYSTEM', id: 'lis' });
    expect(aboutOf(at('/trace?class=labs&sel=outcome:portal:PATIENT'))).toEqual({
      concept: 'ACCESS_CHANNEL',
      id: 'portal',
    });
    expect(aboutOf(at('/trace?class=labs&sel=group:ifaces'))).toEqual({ concept: 'DATA_CLASS', id: 'labs' });
    expect(aboutOf(at('/trace?class=labs'))).toEqual({ concept: 'DATA_CLASS', id: 'labs' });
  });

  it('is the one thing that is selected on the map, and nothing where several are', () => {
    expect(aboutOf(at('/map?sel=channel:portal'))).toEqual({ concept: 'ACCESS_CHANNEL', id: 'portal' });
    expect(aboutOf(at('/map?sel=system:a,system:b'))).toBeUndefined();
  });

  it('is the record or the restriction that is open, and nothing on lists', () => {
    expect(aboutOf(at('/record?concept=FLOW&id=f'))).toEqual({ concept: 'FLOW', id: 'f' });
    expect(aboutOf(at('/restriction?id=r'))).toEqual({ concept: 'RESTRICTION', id: 'r' });
    expect(aboutOf(at('/findings?text=x'))).toBeUndefined();
  });

  it('is kept as a place without what belongs to the tab', () => {
    expect(placeOf(at('/trace?class=labs&workshop=w&present=1&sel=system:a'))).toBe('/trace?class=labs&sel=system%3Aa');
    expect(placeOf(at('/workshop?workshop=w&tab=decisions'))).toBe('/workshop');
  });
});
