import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationCovers, findCitations, formatCitation, parseCitation, type Citation } from './citation.ts';

const label = fc.stringMatching(/^(?:[a-z]|[1-9]\d?|[ivx]{1,4}|[A-Z])$/);
const paragraphs = fc.array(label, { maxLength: 5 });
const positive = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const citations: fc.Arbitrary<Citation> = fc.oneof(
  fc.record({
    kind: fc.constant('CFR' as const),
    title: positive(50),
    part: positive(1200),
    section: positive(1500).map(String),
    paragraphs,
  }),
  fc.record({
    kind: fc.constant('CFR' as const),
    title: positive(50),
    part: positive(1200),
    paragraphs: fc.constant([]),
  }),
  fc.record({ kind: fc.constant('FR' as const), volume: positive(99), page: positive(120_000) }),
  fc.record({
    kind: fc.constant('USC' as const),
    title: positive(54),
    section: fc.stringMatching(/^[1-9]\d{0,3}(?:[a-z]{0,3}-[1-9]\d?)?$/),
    paragraphs,
  }),
  fc.constantFrom('IB.FAQ46.1.2022FEB', 'IB.FAQ57.2025DEC').map((id) => ({ kind: 'FAQ' as const, id })),
);

const parsed = (text: string): Citation => {
  const result = parseCitation(text);
  if (!result.ok) throw new Error(`not a citation: ${text}`);
  return result.value;
};

describe('parseCitation', () => {
  it('reads back whatever formatCitation writes', () =>
    fc.assert(
      fc.property(citations, (citation) => {
        expect(parsed(formatCitation(citation))).toEqual(citation);
      }),
    ));

  it.each([
    ['171.204(a)(3)', '45 CFR 171.204(a)(3)'],
    ['170.315(g)(10)', '45 CFR 170.315(g)(10)'],
    ['42 CFR Part 2', '42 CFR part 2'],
    ['45 CFR 170', '45 CFR part 170'],
    ['45 CFR 164.522(a)(2)(iii)(A)', '45 CFR 164.522(a)(2)(iii)(A)'],
    ['42 USC 300jj-52(a)(2)(C)(ii)', '42 USC 300jj-52(a)(2)(C)(ii)'],
    ['89 FR 102512', '89 FR 102512'],
  ])('reads %s as %s', (written, canonical) => expect(formatCitation(parsed(written))).toBe(canonical));

  it.each([
    '',
    '45 CFR',
    '45 CFR 171.',
    '45 CFR 171.2o4',
    '45 CFR 171.204(a',
    '45 CFR 171.204()',
    '45 CFR 171.204 (a)',
    '45 C.F.R. 171.204',
    '2.31(a)',
    '89 FR page 12',
    'IB.FAQ46',
    'see 45 CFR 171.204',
    'State Health Code 12',
  ])('does not read "%s"', (text) =>
    expect(parseCitation(text)).toEqual({ ok: false, error: { type: 'CitationInvalid', text } }),
  );
});

describe('citationCovers', () => {
  it('covers itself and every paragraph below, and never the other way round', () =>
    fc.assert(
      fc.property(citations, label, (outer, extra) => {
        expect(citationCovers(outer, outer)).toBe(true);
        if (outer.kind !== 'USC' && !(outer.kind === 'CFR' && outer.section !== undefined)) return;
        const inner = { ...outer, paragraphs: [...outer.paragraphs, extra] };
        expect(citationCovers(outer, inner)).toBe(true);
        expect(citationCovers(inner, outer)).toBe(false);
      }),
    ));

  it.each([
    ['45 CFR part 171', '45 CFR 171.1001(a)(1)', true],
    ['45 CFR 171.100', '45 CFR 171.1001', false],
    ['45 CFR part 171', '45 CFR 172.102', false],
    ['42 CFR 2.31', '45 CFR 2.31', false],
    ['89 FR 1192', '89 FR 1436', false],
    ['IB.FAQ46.1.2022FEB', 'IB.FAQ57.2025DEC', false],
  ])('%s covers %s: %s', (outer, inner, covers) => expect(citationCovers(parsed(outer), parsed(inner))).toBe(covers));
});

describe('findCitations', () => {
  it('finds every citation in running text, whatever stands around it', () =>
    fc.assert(
      fc.property(
        fc.array(citations, { maxLength: 5 }),
        fc.constantFrom('. ', '; ', ', see ', '\n', ') ('),
        (all, gap) => {
          const written = all.map(formatCitation);
          expect(findCitations(`Text (${written.join(gap)}).`)).toEqual(written);
        },
      ),
    ));

  it('finds what only looks like a citation too', () =>
    expect(findCitations('by 45 C.F.R. 171.204, 45 CFR 171.2o4, 171.20499 or IB.FAQ.')).toEqual([
      '45 C.F.R. 171.204',
      '45 CFR 171.2o4',
      '171.20499',
      'IB.FAQ',
    ]));

  it('passes over versions, addresses and measures', () =>
    expect(findCitations('v1.171.204, 10.171.2040.1, FHIR 4.0.1, port 171, 17.5 mg, 1.710')).toEqual([]));
});
