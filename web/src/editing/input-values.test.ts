import { describe, expect, it } from 'vitest';
import { createInput, newLink, newValues, updateInput } from './form-values.ts';
import { thingsOfInput, withInput } from './input-values.ts';

const names: Readonly<Record<string, string>> = { lis: 'Laboratory', ehr: 'Record', labs: 'Results' };
const nameOf = ({ id }: { readonly id: string }): string => names[id] ?? id;
const flow = newValues('FLOW', {
  name: 'Results',
  from: { concept: 'SYSTEM', id: 'lis', name: 'Laboratory' },
  to: { concept: 'SYSTEM', id: 'ehr', name: 'Record' },
  carries: [newLink({ id: 'labs', name: 'Results' }, '')],
});

describe('the form of an input', () => {
  it('is the form the input was made of', () => {
    expect(withInput('FLOW', newValues('FLOW'), createInput('FLOW', flow), nameOf)).toEqual(flow);
  });

  it('has the changed fields over those of the thing', () => {
    const after = { ...flow, protocol: 'FHIR', to: null };
    expect(withInput('FLOW', flow, updateInput('FLOW', flow, after), nameOf)).toEqual(after);
  });

  it('says what a restriction is on', () => {
    const on = { concept: 'ACCESS_CHANNEL', id: 'portal', name: 'portal' };
    const restriction = newValues('RESTRICTION', { name: 'Held', appliesTo: on, automated: 'no' });
    const input = createInput('RESTRICTION', restriction);
    expect(withInput('RESTRICTION', newValues('RESTRICTION'), input, nameOf)).toEqual(restriction);
    expect(thingsOfInput('RESTRICTION', input)).toEqual([{ concept: 'ACCESS_CHANNEL', id: 'portal' }]);
  });
});
