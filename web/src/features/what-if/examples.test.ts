import { describe, expect, it } from 'vitest';
import { audienceOf, busiestChannel, mostMetUndocumented, unreachedClasses, type ExamplesData } from './examples.ts';

const thing = (id: string) => ({ id, name: id.toUpperCase() });
const column = (channel: string, audience: string) => ({ channel: thing(channel), audience: thing(audience) });
const held = (id: string, documentation: 'NONE' | 'COMPLETE') => ({ ...thing(id), documentation });

/** Two channels for the patient and one for others; the states are released, held back without and with a documented exception. */
const data: ExamplesData = {
  revision: 7,
  columns: [column('api', 'OTHER'), column('portal', 'PATIENT'), column('export', 'PATIENT')],
  rows: [
    { dataClass: { ...thing('labs'), drsStatus: 'NO' }, states: [1, 0, 0] },
    { dataClass: { ...thing('notes'), drsStatus: 'YES' }, states: [1, 1, 0] },
    { dataClass: { ...thing('audit'), drsStatus: 'NO' }, states: [0, 2, 1] },
  ],
  states: [
    { someReleased: true, restrictions: [] },
    { someReleased: false, restrictions: [held('fee', 'NONE'), held('law', 'COMPLETE')] },
    { someReleased: false, restrictions: [held('law', 'COMPLETE'), held('rare', 'NONE')] },
  ],
};
const empty: ExamplesData = { revision: 0, columns: [], rows: [], states: [] };

describe('the examples of a what-if', () => {
  it('are about the patient where a channel is for the patient, else about the audience of the first channel', () => {
    expect(audienceOf(data)?.id).toBe('PATIENT');
    expect(audienceOf({ ...data, columns: data.columns.slice(0, 1) })?.id).toBe('OTHER');
    expect(audienceOf(empty)).toBeUndefined();
  });

  it('take down the channel that releases most to the audience', () => {
    expect(busiestChannel(data, 'PATIENT')).toEqual({ channel: thing('export'), classes: 2 });
    expect(busiestChannel(data, 'OTHER')).toEqual({ channel: thing('api'), classes: 1 });
    expect(busiestChannel(empty, 'PATIENT')).toBeUndefined();
  });

  it('lift the restriction without a documented exception that is met in most cells', () => {
    const found = mostMetUndocumented(data);
    expect([found?.restriction.id, found?.cells]).toEqual(['fee', 4]);
    expect(mostMetUndocumented(empty)).toBeUndefined();
  });

  it('release a class that reaches the audience on no channel, of the record set if there is one', () => {
    expect(unreachedClasses(data, 'PATIENT').map(({ id }) => id)).toEqual(['audit']);
    expect(unreachedClasses(data, 'OTHER').map(({ id }) => id)).toEqual(['notes', 'labs']);
  });
});
