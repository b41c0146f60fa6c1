import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName, readActive, splitValues, tidyCustodian, tidyText } from './cells.ts';

describe('tidyText', () => {
  it.each([
    ['  two\r\n lines\t', 'two lines'],
    ['=1+1', '=1+1'],
    ["'-Epic", '-Epic'],
    ['N/A', undefined],
    ['tbd', undefined],
    ['ask jane.doe@x.example (555-010-1234) first', 'ask first'],
    ['call +1 (555) 010-1234.', 'call .'],
    ['version 10.2.3.4', 'version 10.2.3.4'],
    ['2.16.840.1.113883.3.1', '2.16.840.1.113883.3.1'],
    ['password: hunter2', 'password: [hidden]'],
    ['https://svc:pw123456@lis.example/api?token=abc', 'https://lis.example/api'],
    ['sftp://bob@files.example/in', 'sftp://files.example/in'],
  ])('reads %j as %j', (cell, text) => expect(tidyText(cell)).toBe(text));

  it('never gives an e-mail address, a control character or more than 300 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.emailAddress(), fc.string({ maxLength: 90 }))), (parts) => {
        const text = tidyText(parts.join(' ')) ?? 'x';
        expect(text.length).toBeLessThanOrEqual(300);
        expect(text).not.toMatch(/[\p{Cc}]|^$/u);
        expect(text).not.toMatch(/[a-z]+@[a-z]+\.[a-z]+/i);
      }),
    );
  });
});

it.each([
  ['Clinical IT, Dana Roe <dana.roe@h.example> (555) 010-1234', 'Clinical IT, Dana Roe'],
  ['Laboratory (ext. 4431)', 'Laboratory'],
  ['mailto:dana@h.example', undefined],
  ['Dana Roe; 555-010-1234; pager 33219', 'Dana Roe'],
  ['Health Information Management', 'Health Information Management'],
  ['IT 2nd level', 'IT 2nd level'],
])('keeps of %j who is responsible: %j', (cell, text) => expect(tidyCustodian(cell)).toBe(text));

it.each([
  ['HL7 v2.6; XML', ['HL7 v2.6', 'XML']],
  ['Labs (chem, heme), notes\nVitals', ['Labs (chem, heme)', 'notes', 'Vitals']],
  ['- a\n- b\n\n* c', ['a', 'b', 'c']],
  ['a; a; n/a;', ['a']],
  ['broken (one, two; three', ['broken (one, two', 'three']],
])('divides %j', (cell, values) => expect(splitValues(cell)).toEqual(values));

it('divides a hostile cell into few values', () => {
  expect(splitValues('a'.repeat(30_000))).toHaveLength(1);
  expect(splitValues(Array.from({ length: 20_000 }, (_, index) => index).join(';'))).toHaveLength(50);
});

it.each([
  ['Yes', true],
  ['x', true],
  ['TRUE', true],
  ['In production.', true],
  ['N', false],
  ['Decommissioned', false],
  ['not  active', false],
  ['', undefined],
  ['n/a', undefined],
  ['maybe', 'UNKNOWN'],
])('reads %j as in use: %s', (cell, active) => expect(readActive(cell)).toBe(active));

it('compares names by their words', () => {
  expect(normaliseName(' Café-Imaging  (v2) ')).toBe('cafe imaging v2');
  expect(normaliseName('***')).toBe('***');
  expect(normaliseName('東京 EHR')).toBe('東京 ehr');
});
