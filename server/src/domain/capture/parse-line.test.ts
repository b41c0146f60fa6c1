import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from './parse-line.ts';
import type { KnownNames } from './parsed-line.ts';

const names = new Set([
  'allergies and intolerances',
  'x-ray image store',
  'registration and patient administration',
  'engine',
]);
const systems = new Set(['engine', 'ehr', 'lis']);
const known: KnownNames = {
  isName: (text) => names.has(text.toLowerCase()),
  isSystem: (text) => systems.has(text.toLowerCase()),
  isAudience: (text) => ['patients', 'patient', 'payers'].includes(text.toLowerCase()),
};

const flow = (from: string, to: string, classes: string, more: object = {}) => ({
  kind: 'FLOW',
  from: from.split('|'),
  to: to.split('|'),
  classes: classes.split('|'),
  ...more,
});
const holding = (holder: string, classes: string, isOrigin: boolean, more: object = {}) => ({
  kind: 'HOLDING',
  holder,
  classes: classes.split('|'),
  isOrigin,
  ...more,
});
const release = (channel: string, classes: string, audiences: string, more: object = {}) => ({
  kind: 'RELEASE',
  channel,
  classes: classes.split('|'),
  audiences: audiences === '' ? [] : audiences.split('|'),
  ...more,
});
const restriction = (place: string, effect: string, classes: string, audiences: string, more: object = {}) => ({
  kind: 'RESTRICTION',
  place,
  effect,
  classes: classes.split('|'),
  audiences: audiences === '' ? [] : audiences.split('|'),
  ...more,
});

const understood: readonly (readonly [string, object])[] = [
  ['LIS sends lab results to EHR via HL7 v2', flow('LIS', 'EHR', 'lab results', { protocol: 'HL7 v2' })],
  ['LIS sends lab results to EHR.', flow('LIS', 'EHR', 'lab results')],
  ['the LIS SENDS the lab results TO the EHR!!', flow('LIS', 'EHR', 'lab results')],
  ['LIS forwards results, orders and notes to EHR', flow('LIS', 'EHR', 'results|orders|notes')],
  ['LIS sends results, orders, and notes to EHR and PACS', flow('LIS', 'EHR|PACS', 'results|orders|notes')],
  ['LIS and RIS send results to EHR', flow('LIS|RIS', 'EHR', 'results')],
  [
    'EHR gets results from LIS by FHIR every night',
    flow('LIS', 'EHR', 'results', { protocol: 'FHIR', schedule: 'every night' }),
  ],
  ['EHR receives results from LIS nightly', flow('LIS', 'EHR', 'results', { schedule: 'nightly' })],
  ['EHR pulls problems from HIE in real time', flow('HIE', 'EHR', 'problems', { schedule: 'real time' })],
  ['EHR imports problems from HIE on demand', flow('HIE', 'EHR', 'problems', { schedule: 'on demand' })],
  ['A feeds B with X and Y', flow('A', 'B', 'X|Y')],
  ['A feeds X to B over MLLP', flow('A', 'B', 'X', { protocol: 'MLLP' })],
  ['A supplies B with X via SFTP daily at 6', flow('A', 'B', 'X', { protocol: 'SFTP', schedule: 'daily at 6' })],
  ['X flows from A to B', flow('A', 'B', 'X')],
  ['X and Y go to B from A', flow('A', 'B', 'X|Y')],
  ['Lab results are sent from LIS to EHR using HL7 v2', flow('LIS', 'EHR', 'Lab results', { protocol: 'HL7 v2' })],
  ['LIS -> EHR: lab results via FHIR', flow('LIS', 'EHR', 'lab results', { protocol: 'FHIR' })],
  ['LIS -> EHR', { ...flow('LIS', 'EHR', ''), classes: [] }],
  ['LIS => EHR via FHIR', { ...flow('LIS', 'EHR', '', { protocol: 'FHIR' }), classes: [] }],
  [
    'LIS → integration engine by HL7 v2 ORU',
    { ...flow('LIS', 'integration engine', '', { protocol: 'HL7 v2 ORU' }), classes: [] },
  ],
  ['LIS → EHR: X, Y', flow('LIS', 'EHR', 'X|Y')],
  ['LIS sends to EHR: X and Y', flow('LIS', 'EHR', 'X|Y')],
  ['LIS sends allergies and intolerances to EHR', flow('LIS', 'EHR', 'allergies and intolerances')],
  [
    'LIS sends allergies and intolerances, X to Registration and patient administration',
    flow('LIS', 'Registration and patient administration', 'allergies and intolerances|X'),
  ],
  ['"Send and go" sends "X, Y" to \'B to C\'', flow('Send and go', 'B to C', 'X, Y')],
  ['“Lab A” sends X to «Chart»', flow('Lab A', 'Chart', 'X')],
  ['LIS sends X to EHR by fax', flow('LIS', 'EHR', 'X', { protocol: 'fax' })],
  ['LIS sends X to EHR as HL7 v2 over MLLP', flow('LIS', 'EHR', 'X', { protocol: 'HL7 v2 over MLLP' })],
  ['"Only Medics" sends X to "Fail safe store"', flow('Only Medics', 'Fail safe store', 'X')],
  ['LIS sends X to EHR when engine fails', flow('LIS', 'EHR', 'X', { trigger: 'when engine fails' })],
  ['LIS sends X to EHR when a result is final', flow('LIS', 'EHR', 'X', { trigger: 'when a result is final' })],
  ['LIS sends X to EHR since 2019', flow('LIS', 'EHR', 'X', { rest: 'since 2019' })],
  ['LIS sends X to EHR for billing via HL7', flow('LIS', 'EHR', 'X', { protocol: 'HL7', rest: 'for billing' })],
  ['LIS sends X to EHR via engine', flow('LIS', 'EHR', 'X', { via: 'engine', rest: 'via engine' })],
  ['X-ray image store sends images to EHR', flow('X-ray image store', 'EHR', 'images')],
  ['Legacy archive sends images to EHR', flow('Legacy archive', 'EHR', 'images')],
  ['PACS holds images', holding('PACS', 'images', false)],
  ['PACS stores images and reports', holding('PACS', 'images|reports', false)],
  ['X-ray image store is the source of images', holding('X-ray image store', 'images', true)],
  ['LIS originates lab results', holding('LIS', 'lab results', true)],
  ['Images are stored in the PACS', holding('PACS', 'Images', false)],
  ['Lab results originate in LIS', holding('LIS', 'Lab results', true)],
  ['PACS keeps images for 7 years', holding('PACS', 'images', false, { rest: 'for 7 years' })],
  ['The portal releases lab results to patients', release('portal', 'lab results', 'patients')],
  ['Portal shows X and Y to patients and payers', release('Portal', 'X|Y', 'patients|payers')],
  ['EHR releases notes to patients through the portal', release('portal', 'notes', 'patients')],
  ['The portal sends lab results to patients', release('portal', 'lab results', 'patients')],
  ['The portal releases lab results', release('portal', 'lab results', '')],
  [
    'Portal withholds results for 72 hours from patients because a clinician reads them first.',
    restriction('Portal', 'DELAYS', 'results', 'patients', {
      duration: '72 hours',
      reason: 'a clinician reads them first',
    }),
  ],
  ['Portal withholds notes from patients', restriction('Portal', 'WITHHOLDS', 'notes', 'patients')],
  ['Portal holds back notes', restriction('Portal', 'WITHHOLDS', 'notes', '')],
  ['Portal delays results by 3 days', restriction('Portal', 'DELAYS', 'results', '', { duration: '3 days' })],
  [
    'Portal withholds results until signed',
    restriction('Portal', 'DELAYS', 'results', '', { duration: 'until signed' }),
  ],
  [
    'MyChart delays lab results 36 hours',
    restriction('MyChart', 'DELAYS', 'lab results', '', { duration: '36 hours' }),
  ],
  ['Portal delays results 72h', restriction('Portal', 'DELAYS', 'results', '', { duration: '72h' })],
  [
    'Portal delays results 36 hours for patients',
    restriction('Portal', 'DELAYS', 'results', 'patients', { duration: '36 hours' }),
  ],
  [
    'Portal delays for 36 hours the lab results',
    restriction('Portal', 'DELAYS', 'lab results', '', { duration: '36 hours' }),
  ],
  [
    'Portal withholds results from patients for up to 3 business days',
    restriction('Portal', 'DELAYS', 'results', 'patients', { duration: 'up to 3 business days' }),
  ],
  [
    'Portal withholds notes until reviewed by a physician',
    restriction('Portal', 'DELAYS', 'notes', '', { duration: 'until reviewed', rest: 'by a physician' }),
  ],
  [
    'Portal withholds 24 hour urine volumes from patients',
    restriction('Portal', 'WITHHOLDS', '24 hour urine volumes', 'patients'),
  ],
  ['PACS stores traces and strips of fetal monitors', holding('PACS', 'traces|strips of fetal monitors', false)],
  ['Portal filters out notes for patients', restriction('Portal', 'FILTERS', 'notes', 'patients')],
  ['Notes are withheld from patients on the portal', restriction('portal', 'WITHHOLDS', 'Notes', 'patients')],
  ['Notes are delayed for 2 days by EHR', restriction('EHR', 'DELAYS', 'Notes', '', { duration: '2 days' })],
];

const notUnderstood: readonly (readonly [string, RegExp])[] = [
  ['', /nothing to read/],
  [' … ! ', /nothing to read/],
  ['Radiology images never reach the portal', /never.*Portal withholds/],
  ['LIS does not send results to EHR', /"not"/],
  ['LIS no longer sends results to EHR', /end it/],
  ["EHR doesn't send notes to PACS", /doesn't/],
  ['Does LIS send results to EHR?', /question/],
  ['LIS sends results to EHR?', /question/],
  ['Where do results go', /question/],
  ['LIS will send results to EHR', /plan/],
  ['LIS should send results to EHR', /plan/],
  ['LIS sends results', /where that goes/],
  ['LIS sends to EHR', /what is sent/],
  ['EHR gets results', /where that comes from/],
  ['X flows to B', /both/],
  ['LIS -> EHR -> PACS', /more than one arrow/],
  ['PACS holds slides and feeds the LIS', /two things: "PACS holds slides", and "feeds the LIS"/],
  ['PACS holds slides, and sends images to EHR', /two things/],
  ['EHR holds results and LIS keeps the images', /two things/],
  ['Portal withholds notes from EHR', /not an audience/],
  ['The portal releases notes to everyone else', /not an audience/],
  ['EHR refuses to release results to payers', /"refuses".*withholds/],
  ['EHR used to send results to LIS', /"used to" tells of what was.*end it/],
  ['EHR failed to send results to LIS', /"failed"/],
  ['EHR fails to send results to LIS', /"fails"/],
  ['EHR declines to send results to LIS', /"declines"/],
  ['EHR stopped sending results to LIS', /"stopped".*end what is recorded/],
  ['EHR is unable to send results to LIS', /"unable"/],
  ['EHR no longer sends results to LIS', /"no".*end it/],
  ['EHR formerly sent results to LIS', /what was/],
  ['LIS sends everything except notes to EHR', /"except" makes an exception/],
  ['LIS sends only notes to EHR', /"only"/],
  ['LIS -> EHR: everything but notes', /"but"/],
  ['Portal withholds only notes from patients', /"only"/],
  ['sends', /not a sentence/],
  ['Patients like cake', /not a sentence/],
  ['to to to', /not a sentence/],
  ['A, B, C, D, E and F send X to G', /more than 5/],
];

describe('a typed line', () => {
  it.each(understood)('is understood: %s', (line, expected) => {
    expect(parseLine(line, known)).toEqual(expected);
  });

  it.each(notUnderstood)('is not understood, and says why with an example: %s', (line, why) => {
    const parsed = parseLine(line, known);
    expect(parsed.kind).toBe('NONE');
    expect(parsed.kind === 'NONE' && parsed.why).toMatch(why);
    expect(parsed.kind === 'NONE' && parsed.why).toContain('For example: "');
  });

  it('is read whatever it holds, and a denial, a plan or a question never is a statement', () => {
    const words = fc.constantFrom(
      ...'LIS EHR sends to from gets holds the and , : " \' -> via every releases withholds patients for 72 hours because results not never will refuses only ? . X'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        const parsed = parseLine(parts.join(' '), known);
        const body = parts.join(' ').toLowerCase().split(' because ')[0] ?? '';
        if (/^[^"'“«‘„]*$/.test(body) && / (?:never|will|only) /.test(` ${body} `)) expect(parsed.kind).toBe('NONE');
        if (parsed.kind !== 'NONE') for (const name of parsed.classes) expect(name.trim()).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });
});
