import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import {
  addBusinessDays,
  federalCalendar,
  leavesOf,
  rankOf,
  type Verdict,
  type VerdictId,
} from '../../server/src/domain/verdict/index.ts';
import { must } from '../kit/seed-graph.ts';
import { projectRoot } from '../rules/project-files.ts';
import { judgeCase, type GoldenCase } from './golden-case.ts';

const schema = join(projectRoot, 'schema');
const catalogues = must(await loadCatalogues(schema));
const packs = must(await loadRulePacks(schema, catalogues));
const { standard } = packs;
const calendar = federalCalendar();

const conditionsOf = (id: string): readonly string[] => [
  ...new Set(
    standard.exceptions
      .filter((exception) => exception.id === id)
      .flatMap(({ conditions }) => leavesOf(conditions).map(({ condition }) => condition)),
  ),
];

const startedOn = '2025-06-02';
const anyPaper = fc.record({
  dated: fc.constantFrom('2025-05-01', startedOn, '2025-06-06', '2025-06-17', '2025-06-25'),
  recordedAt: fc.constantFrom('2025-05-01', '2025-07-01'),
});
/** Mostly met and evidenced, so that full coverage is reached often enough to mean something. */
const anyAnswer = fc.record({
  answer: fc.oneof(
    { weight: 12, arbitrary: fc.constant('MET' as const) },
    { weight: 1, arbitrary: fc.constantFrom('NOT_MET' as const, 'UNKNOWN' as const) },
  ),
  evidence: fc.array(anyPaper, { minLength: 0, maxLength: 3 }),
});

/** A case that relies on one exception, with any answers to its conditions; the questions of IF and NONE mostly "no". */
const anyCase = (exception: string, own: Partial<GoldenCase['restriction']> = {}): fc.Arbitrary<GoldenCase> =>
  fc
    .record({
      answers: fc.tuple(...conditionsOf(exception).map(() => anyAnswer)),
      audiences: fc.subarray(['PATIENT', 'PROXY', 'PROVIDER_TREAT', 'PAYER'], { minLength: 1 }),
      automated: fc.boolean(),
      law: fc.boolean(),
      standards: fc.constantFrom<readonly string[]>([], ['FHIR R4'], ['IHE XCA']),
      channel: fc.constantFrom('CH-PORTAL', 'CH-ROI', 'CH-TEFCA'),
    })
    .map(({ answers, audiences, automated, law, standards, channel }): GoldenCase => ({
      id: exception,
      title: '',
      why: '',
      expect: [],
      channel,
      standards,
      classes: { notes: null },
      asOf: '2026-11-21',
      rulePack: standard.id,
      restriction: {
        practice: 'PT-REFUSE',
        effect: 'WITHHOLDS',
        basis: 'POLICY',
        startedOn,
        limits: ['notes'],
        automated,
        audiences,
        ...own,
      },
      claims: [
        {
          exception,
          ...(law ? { lawCitation: 'State Code 1-1' } : {}),
          answers: Object.fromEntries(
            conditionsOf(exception).map((condition, i) => [condition, answers[i] ?? 'UNKNOWN']),
          ),
        },
      ],
    }));

const judge = (golden: GoldenCase): Verdict => judgeCase(golden, catalogues, packs);
const isCovered = (verdict: VerdictId): boolean => verdict === 'COVERED';
const datesOf = (golden: GoldenCase, condition: string): readonly string[] => {
  const answer = golden.claims[0]?.answers?.[condition];
  return typeof answer === 'object' ? (answer.evidence ?? []).flatMap(({ dated }) => dated ?? []) : [];
};
const coveredParts = (golden: GoldenCase) => judge(golden).parts.filter(({ verdict }) => isCovered(verdict));

describe('invariants of the evaluator', () => {
  it('infeasibility is never covered without written reasons within ten business days of a request', () => {
    let covered = 0;
    fc.assert(
      fc.property(anyCase('EX-INF'), (golden) => {
        if (coveredParts(golden).length === 0) return;
        covered += 1;
        const inTime = datesOf(golden, '171.204(b)#request').some((from) =>
          datesOf(golden, '171.204(b)').some((to) => from <= to && to <= addBusinessDays(from, 10, calendar)),
        );
        expect(inTime).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(covered).toBeGreaterThan(20);
  });

  it('an individual determination is never found in what a machine does', () => {
    fc.assert(
      fc.property(anyCase('EX-HARM', { automated: true }), (golden) => {
        for (const { grounds } of judge(golden).parts)
          for (const { conditions } of grounds)
            for (const each of conditions.filter(({ condition }) => condition === '171.201(c)(1)'))
              expect(each.evidenced).toBe('NOT_MET');
      }),
    );
  });

  it('erroneous data never pairs with the harm rows of representatives and third persons', () => {
    fc.assert(
      fc.property(anyCase('EX-HARM', { automated: true, audiences: ['PROXY'] }), (golden) => {
        // Without (c)(1) only (c)(2) is left, and a representative has the rows (d)(1) and (d)(2) alone.
        expect(coveredParts(golden)).toEqual([]);
      }),
    );
  });

  it('a precondition is never covered without a cited law, nor a wish of the individual without its document', () => {
    let covered = 0;
    fc.assert(
      fc.property(anyCase('EX-PRIV-B'), (golden) => {
        if (coveredParts(golden).length > 0) expect(golden.claims[0]?.lawCitation).toBeDefined();
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(anyCase('EX-PRIV-E'), (golden) => {
        if (coveredParts(golden).length === 0) return;
        covered += 1;
        expect(datesOf(golden, '171.202(e)(2)').length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    expect(covered).toBeGreaterThan(10);
  });

  it('a fee of the four excluded kinds is never covered', () => {
    fc.assert(
      fc.property(anyCase('EX-FEES', { effect: 'CHARGES' }), fc.constantFrom('1', '2', '3', '4'), (golden, kind) => {
        const [claim] = golden.claims;
        const answers = { ...claim?.answers, [`171.302(b)(${kind})`]: 'MET' as const };
        expect(coveredParts({ ...golden, claims: [{ ...claim, answers }] })).toEqual([]);
      }),
    );
  });

  it('TEFCA manner never covers an individual, nor a request by FHIR', () => {
    let covered = 0;
    fc.assert(
      fc.property(anyCase('EX-TEFCA'), (golden) => {
        for (const { audiences } of coveredParts(golden)) {
          covered += 1;
          expect(audiences).not.toContain('PATIENT');
          expect(audiences).not.toContain('PROXY');
          expect(golden.standards).not.toContain('FHIR R4');
        }
      }),
      { numRuns: 400 },
    );
    expect(covered).toBeGreaterThan(10);
  });

  it('taking a document away never betters a verdict', () => {
    const any = fc.constantFrom(...standard.exceptions.map(({ id }) => id)).chain((id) => anyCase(id));
    let worse = 0;
    fc.assert(
      fc.property(any, fc.nat(), (golden, pick) => {
        const [claim] = golden.claims;
        const answers = claim?.answers ?? {};
        const papers = Object.entries(answers).flatMap(([condition, answer]) =>
          typeof answer === 'object' ? (answer.evidence ?? []).map((_, i) => ({ condition, i })) : [],
        );
        const gone = papers[pick % Math.max(papers.length, 1)];
        if (gone === undefined) return;
        const answer = answers[gone.condition];
        if (typeof answer !== 'object') return;
        const less = { ...answer, evidence: (answer.evidence ?? []).filter((_, i) => i !== gone.i) };
        const before = judge(golden);
        const after = judge({ ...golden, claims: [{ ...claim, answers: { ...answers, [gone.condition]: less } }] });
        for (const audience of golden.restriction.audiences) {
          const rank = (verdict: Verdict): number =>
            rankOf(verdict.parts.find(({ audiences }) => audiences.includes(audience))?.verdict ?? 'UNPROTECTED');
          expect(rank(after)).toBeLessThanOrEqual(rank(before));
          if (rank(after) < rank(before)) worse += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(worse).toBeGreaterThan(10);
  });

  it('a restriction wider than what its law is about is split: each class and audience once, the surplus alone', () => {
    const overlays = ['OV-P2', 'OV-STATE-HOLD', 'OV-HIV', undefined] as const;
    let split = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...overlays), { minLength: 1, maxLength: 5 }),
        fc.subarray(['PROXY', 'PROVIDER_TREAT', 'PAYER'], { minLength: 1 }),
        fc.constantFrom('42 CFR 2.31', 'State Code 41-207'),
        (classes, audiences, lawCitation) => {
          const wanted = lawCitation === '42 CFR 2.31' ? 'OV-P2' : 'OV-STATE-HOLD';
          const isNamed = (overlay: string | undefined, audience: string): boolean =>
            overlay === wanted && (wanted === 'OV-P2' || audience === 'PROXY');
          // A federal law that no overlay of the restriction cites is taken for all of it.
          fc.pre(classes.includes(wanted));
          const verdict = judge({
            id: 'split',
            title: '',
            why: '',
            expect: [],
            channel: 'CH-HIE',
            classes: Object.fromEntries(
              classes.map((overlay, index) => [`c${index}`, { overlays: overlay === undefined ? [] : [overlay] }]),
            ),
            asOf: '2026-11-21',
            rulePack: standard.id,
            restriction: {
              practice: 'PT-REFUSE',
              effect: 'WITHHOLDS',
              basis: 'LAW',
              automated: true,
              startedOn,
              limits: classes.map((_, index) => `c${index}`),
              audiences,
            },
            claims: [
              {
                lawCitation,
                answers: {
                  '171.103(a)': { answer: 'MET', evidence: [{ dated: '2025-05-01', recordedAt: '2025-05-01' }] },
                },
              },
            ],
          });
          for (const [index, overlay] of classes.entries()) {
            for (const audience of audiences) {
              const parts = verdict.parts.filter(
                (part) => part.classes.includes(`c${index}`) && part.audiences.includes(audience),
              );
              expect(parts.map((part) => part.verdict)).toEqual([
                isNamed(overlay, audience) ? 'REQUIRED_BY_LAW' : 'UNPROTECTED',
              ]);
            }
          }
          if (new Set(verdict.parts.map((part) => part.verdict)).size > 1) split += 1;
        },
      ),
    );
    expect(split).toBeGreaterThan(20);
  });

  it('what is outside EHI ends there, whatever is claimed', () => {
    const any = fc.constantFrom(...standard.exceptions.map(({ id }) => id)).chain((id) => anyCase(id));
    const outside = fc.constantFrom<GoldenCase['classes']>(
      { notes: { overlays: ['OV-PSY'] } },
      { notes: { overlays: ['OV-LEGAL'] } },
      { notes: { drsStatus: 'NO', rationale: 'De-identified under 164.514.' } },
    );
    fc.assert(
      fc.property(any, outside, (golden, classes) => {
        expect(judge({ ...golden, classes }).parts.map(({ verdict }) => verdict)).toEqual(['OUT_OF_SCOPE_NOT_EHI']);
      }),
    );
  });

  it('a claim that nobody approved covers nothing', () => {
    const any = fc.constantFrom(...standard.exceptions.map(({ id }) => id)).chain((id) => anyCase(id));
    fc.assert(
      fc.property(any, fc.constantFrom('DRAFT', 'SUBMITTED', 'RETURNED'), (golden, status) => {
        const claims = golden.claims.map((claim) => ({ ...claim, status }));
        expect(coveredParts({ ...golden, claims })).toEqual([]);
      }),
    );
  });

  it('tells the reason, the citations, what is missing and the pack', () => {
    const any = fc.constantFrom(...standard.exceptions.map(({ id }) => id)).chain((id) => anyCase(id));
    fc.assert(
      fc.property(any, (golden) => {
        const verdict = judge(golden);
        expect(verdict.rulePack).toBe(standard.id);
        for (const { grounds, missing, documentation, sentence } of verdict.parts) {
          expect(sentence).not.toBe('');
          for (const { cite, conditions } of grounds) {
            expect(cite.length).toBeGreaterThan(0);
            for (const each of conditions) expect(each.cite.length).toBeGreaterThan(0);
          }
          if (documentation === 'LATE') expect(missing.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('business days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 10, '2026-12-07'], // over Thanksgiving
    ['2026-07-01', 2, '2026-07-06'], // the fourth is a Saturday, observed on the third
    ['2021-12-30', 1, '2022-01-03'], // New Year's Day 2022 was observed on 2021-12-31
  ])('%s and %i more is %s', (from, days, to) => expect(addBusinessDays(from, days, calendar)).toBe(to));

  it('takes further days off', () =>
    expect(addBusinessDays('2026-11-20', 1, federalCalendar(['2026-11-23']))).toBe('2026-11-24'));

  it('never ends on a weekend, and grows with the days', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.nat(60),
        (date, days) => {
          const from = date.toISOString().slice(0, 10);
          const to = addBusinessDays(from, days + 1, calendar);
          expect([0, 6]).not.toContain(new Date(`${to}T00:00:00Z`).getUTCDay());
          expect(addBusinessDays(from, days, calendar) < to).toBe(true);
        },
      ),
    ));
});
