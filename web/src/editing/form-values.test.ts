import { describe, expect, test } from 'vitest';
import { additionOf, changeOf } from './change-input.ts';
import {
  changedFields,
  createInput,
  missingFields,
  newLink,
  newValues,
  valuesOf,
  type ClassLink,
  type EditedThing,
  type Missing,
} from './form-values.ts';

const lis = {
  __typename: 'System',
  id: 'lis',
  name: 'LIS',
  revision: 7,
  grade: 'ASSERTED',
  kind: 'SYS-LIS',
  certified: false,
  organization: { id: 'hospital', name: 'Hospital' },
  holds: [
    {
      role: 'ORIGIN',
      format: 'HL7',
      retention: null,
      startedOn: null,
      endedOn: null,
      endReason: null,
      dataClass: { id: 'laboratory', name: 'Laboratory' },
    },
  ],
} as unknown as EditedThing;

describe('The form of a thing', () => {
  test('that is as it was changes nothing', () => {
    const values = valuesOf('SYSTEM', lis);
    expect(values['certified']).toBe('no');
    expect(changedFields('SYSTEM', values, values)).toEqual([]);
    expect(changeOf('SYSTEM', lis, values, { ...values })).toBeUndefined();
  });

  test('sends only what differs, and takes away what was emptied', () => {
    const before = { ...valuesOf('SYSTEM', lis), vendor: 'Acme' };
    expect(changeOf('SYSTEM', lis, before, { ...before, vendor: ' ', custodian: 'Lab IT ' })).toEqual({
      updateSystem: { id: 'lis', expectedRevision: 7, input: { vendor: null, custodian: 'Lab IT' } },
    });
  });

  test('keeps what it does not show of a class when the list is written anew', () => {
    const before = valuesOf('SYSTEM', lis);
    const holds = [...(before['holds'] as readonly ClassLink[]), newLink({ id: 'notes', name: 'Notes' }, 'COPY')];
    expect(changeOf('SYSTEM', lis, before, { ...before, holds })).toEqual({
      updateSystem: {
        id: 'lis',
        expectedRevision: 7,
        input: {
          holds: [
            {
              dataClass: 'laboratory',
              role: 'ORIGIN',
              format: 'HL7',
              retention: null,
              startedOn: null,
            },
            { dataClass: 'notes', role: 'COPY' },
          ],
        },
      },
    });
  });

  test('wants a reason for a class that is ended, and forgets it when it goes on', () => {
    const before = valuesOf('SYSTEM', lis);
    const [held] = before['holds'] as readonly ClassLink[];
    const ended = { ...before, holds: [{ ...(held as ClassLink), endedOn: '2026-11-30' }] };
    expect(missingFields('SYSTEM', ended, before).map(({ words }) => words)).toEqual(['Say why Laboratory ended.']);
    const explained = { ...before, holds: [{ ...(held as ClassLink), endedOn: '2026-11-30', endReason: 'Moved' }] };
    expect(missingFields('SYSTEM', explained, before)).toEqual([]);
    expect(changeOf('SYSTEM', lis, before, explained)).toMatchObject({
      updateSystem: { input: { holds: [{ dataClass: 'laboratory', endedOn: '2026-11-30', endReason: 'Moved' }] } },
    });
    const again = { ...explained, holds: [{ ...(held as ClassLink), endReason: 'Moved' }] };
    expect(JSON.stringify(changeOf('SYSTEM', lis, explained, again))).not.toContain('endReason');
  });

  test('survives being written as JSON', () => {
    const values = valuesOf('SYSTEM', lis);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });
});

describe('The form of a new thing', () => {
  test('says what is missing', () => {
    const labels = (missing: readonly Missing[]): readonly string[] => missing.map(({ spec }) => spec.label);
    expect(labels(missingFields('FLOW', newValues('FLOW')))).toEqual(['From', 'To']);
    expect(labels(missingFields('SYSTEM', newValues('SYSTEM', { name: ' ', kind: 'SYS-LIS' })))).toEqual(['Name']);
  });

  test('sends what is filled in and nothing else', () => {
    expect(createInput('SYSTEM', newValues('SYSTEM', { name: 'PACS', kind: 'SYS-PACS' }))).toEqual({
      name: 'PACS',
      kind: 'SYS-PACS',
      grade: 'ASSERTED',
    });
  });

  test('names a flow that nobody named after its ends and what it carries', () => {
    const values = newValues('FLOW', {
      from: { concept: 'SYSTEM', id: 'lis', name: 'LIS' },
      to: { concept: 'SYSTEM', id: 'ehr', name: 'EHR' },
      carries: [newLink({ id: 'laboratory', name: 'Laboratory' }, ''), newLink({ id: 'notes', name: 'Notes' }, '')],
    });
    expect(additionOf('FLOW', values)).toEqual({
      createFlow: {
        name: 'LIS → EHR: Laboratory and 1 more',
        from: 'lis',
        to: 'ehr',
        carries: [{ dataClass: 'laboratory' }, { dataClass: 'notes' }],
        grade: 'ASSERTED',
      },
    });
  });

  test('tells a restriction on which kind of thing it is', () => {
    const appliesTo = { concept: 'ACCESS_CHANNEL', id: 'portal', name: 'Portal' };
    expect(createInput('RESTRICTION', newValues('RESTRICTION', { appliesTo }))).toMatchObject({
      appliesTo: { channel: 'portal' },
    });
  });
});
