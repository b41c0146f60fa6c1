import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { verdictsOf } from '../../server/src/app/verdicts-of.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findingRules } from '../../server/src/domain/findings/index.ts';
import type { BasisClaim, ConditionAnswer } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { reconcile } from '../../server/src/domain/reconcile/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { verdictIds, type Condition, type Verdict, type VerdictId } from '../../server/src/domain/verdict/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

interface Planted {
  readonly kind: string;
  readonly entities: readonly Readonly<Record<string, string>>[];
}

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const packs = must(await loadRulePacks(join(projectFolder, 'schema'), catalogues));

const plantedIn = (name: string, kind: string, entity: string): readonly string[] =>
  (
    parse(readFileSync(join(projectFolder, 'seeds', 'planted', `${name}.yaml`), 'utf8')) as {
      readonly defects: readonly Planted[];
    }
  ).defects
    .filter((defect) => defect.kind === kind)
    .flatMap(({ entities }) => entities.flatMap((each) => each[entity] ?? []));

/** What a reader of the seeds finds an example of: by verdict how many live restrictions, and which where they are not many. */
const expected = {
  clinic: {
    counts: { UNPROTECTED: 5, COVERABLE_EVIDENCE_MISSING: 1, COVERED: 1, REQUIRED_BY_LAW: 1 },
    named: {
      COVERABLE_EVIDENCE_MISSING: ['app-questionnaire'],
      COVERED: ['copy-fee'],
      REQUIRED_BY_LAW: ['selfpay'],
    },
  },
  'regional-hospital': {
    counts: {
      UNPROTECTED: 28,
      COVERABLE_EVIDENCE_MISSING: 3,
      LEGAL_REVIEW: 1,
      COVERED: 9,
      REQUIRED_BY_LAW: 7,
      OUT_OF_SCOPE_NOT_EHI: 2,
    },
    named: {
      COVERABLE_EVIDENCE_MISSING: ['app-vetting', 'bots-refused', 'repro-filter'],
      LEGAL_REVIEW: ['genomics-warehouse'],
      COVERED: [
        'api-window',
        'bulk-throttle',
        'confidential-address',
        'desk-copy-fee',
        'desk-inmates',
        'desk-manner',
        'link-break-glass',
        'study-account',
        'study-own-format',
      ],
      REQUIRED_BY_LAW: [
        'malignancy-hold',
        'part2-exchange',
        'part2-tefca',
        'research-approval',
        'selfpay-claims',
        'sud-program',
        'teen-confidential',
      ],
      OUT_OF_SCOPE_NOT_EHI: ['case-files-closed', 'process-notes'],
    },
  },
} as const;

describe.each(['clinic', 'regional-hospital'] as const)('verdicts in %s', (name) => {
  let graph: EhiGraph;
  let verdicts: readonly Verdict[];
  beforeAll(async () => {
    graph = await seedGraph(name);
    verdicts = must(verdictsOf({ graph, catalogues, packs }, { asOf }));
  });
  const judged = (verdict: VerdictId): readonly string[] =>
    verdicts.filter((each) => each.verdict === verdict).map(({ restriction }) => restriction);

  it('come to this many of each', () => {
    const counts = verdictIds.flatMap((id) => (judged(id).length === 0 ? [] : [[id, judged(id).length] as const]));
    expect(Object.fromEntries(counts)).toEqual(expected[name].counts);
  });

  it.each(Object.entries(expected[name].named))('%s: these and no others', (verdict, restrictions) => {
    expect(judged(verdict as VerdictId)).toEqual(restrictions);
  });

  it('leave no claim that is meant to be complete wanting', () => {
    const open = ['evidence-incomplete', 'evidence-late'].flatMap((kind) => plantedIn(name, kind, 'claim'));
    const complete = [...graph.BasisClaim.values()].filter(
      ({ id, status }) => status === 'APPROVED' && !open.includes(id),
    );
    expect(complete.length).toBeGreaterThan(name === 'clinic' ? 1 : 15);
    const wanting = verdicts.filter(
      ({ restriction, verdict, documentation }) =>
        complete.some((claim) => claim.restriction === restriction) &&
        (documentation !== 'COMPLETE' || verdict === 'UNPROTECTED' || verdict === 'COVERABLE_EVIDENCE_MISSING'),
    );
    expect(wanting.map(({ restriction }) => restriction)).toEqual([]);
  });

  it('cover nothing by a claim that is planted as incomplete or late, and nothing without a claim', () => {
    const planted = ['evidence-incomplete', 'evidence-late', 'undocumented-restriction'].flatMap((kind) =>
      plantedIn(name, kind, 'restriction'),
    );
    const covered = [...judged('COVERED'), ...judged('REQUIRED_BY_LAW')];
    expect(covered.filter((id) => planted.includes(id))).toEqual([]);
  });
});

type Place = 'WHEN' | 'NONE' | 'OTHER';

const placesOf = (condition: Condition, place: Place = 'OTHER'): readonly (readonly [id: string, place: Place])[] => {
  switch (condition.kind) {
    case 'LEAF':
      return [[condition.condition, place]];
    case 'IF':
      return [...placesOf(condition.when, 'WHEN'), ...placesOf(condition.needs, place)];
    default:
      return condition.parts.flatMap((part) => placesOf(part, condition.kind === 'NONE' ? 'NONE' : place));
  }
};

describe('the rule for incomplete evidence', () => {
  const conditions = new Map(
    packs.packs.flatMap(({ exceptions }) => exceptions.flatMap((exception) => placesOf(exception.conditions))),
  );
  let graph: EhiGraph;
  let claim: BasisClaim;
  beforeAll(async () => {
    graph = await seedGraph('clinic');
    const found = graph.BasisClaim.get('copy-fee-fees');
    if (found === undefined) throw new Error('the clinic has no claim copy-fee-fees');
    claim = found;
  });

  /** Whether the claim is found incomplete when this is its only answer. */
  const isFound = (answer: Pick<ConditionAnswer, 'condition' | 'answer' | 'evidence'>): boolean => {
    const answers = claim.answers.slice(0, 1).map((each) => ({ ...each, ...answer }));
    const turned = { ...graph, BasisClaim: new Map([[claim.id, { ...claim, answers }]]) };
    const rule = findingRules.find(({ id }) => id === 'evidence-incomplete');
    const reconciliation = () => reconcile({ graph: turned, catalogues, asOf });
    const context = { index: createTraceIndex(turned), catalogues, asOf, answers: [], undeclared: [], reconciliation };
    return (rule?.find(context) ?? []).length > 0;
  };

  it('takes an answer to each question of the rule packs as good or bad by where the question stands', () => {
    expect([...conditions.values()].filter((place) => place !== 'OTHER').length).toBeGreaterThan(10);
    for (const [condition, place] of conditions) {
      const found = {
        met: isFound({ condition, answer: 'MET', evidence: ['fee-schedule'] }),
        metWithoutEvidence: isFound({ condition, answer: 'MET', evidence: [] }),
        notMet: isFound({ condition, answer: 'NOT_MET', evidence: [] }),
        unknown: isFound({ condition, answer: 'UNKNOWN', evidence: ['fee-schedule'] }),
      };
      expect(found, condition).toEqual({
        met: place === 'NONE',
        metWithoutEvidence: true,
        notMet: place === 'OTHER',
        unknown: true,
      });
    }
  });
});
