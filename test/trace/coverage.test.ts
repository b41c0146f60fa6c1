import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOfInventory } from '../../server/src/app/coverage-of.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { traceJudge } from '../../server/src/app/restriction-judge.ts';
import { projectFolder } from '../../server/src/config.ts';
import {
  basisOf,
  countCoverage,
  coverageBases,
  coverageOf,
  describeCoverage,
  familyOf,
  narrowCoverage,
  type Coverage,
  type CoverageCell,
} from '../../server/src/domain/coverage/index.ts';
import { stopsRelease } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import {
  createTraceIndex,
  trace,
  tracePaths,
  type RestrictionJudge,
  type Trace,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { createContext } from '../../web/src/graph-model/view-context.ts';
import type { AnswerInput } from '../../web/src/graph-model/answer-input.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph } from './inventory.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const packs = must(await loadRulePacks(join(projectFolder, 'schema'), catalogues));

/** Another answer for each restriction, class and audience: a cell that was judged for others would show it. */
const arbitraryJudge: RestrictionJudge = (restriction, lineage, audiences) => {
  const verdicts = ['UNPROTECTED', 'COVERABLE_EVIDENCE_MISSING', 'LEGAL_REVIEW', 'COVERED', 'REQUIRED_BY_LAW'] as const;
  const states = ['NONE', 'INCOMPLETE', 'LATE', 'COMPLETE', 'COMPLETE'] as const;
  const text = `${restriction} ${lineage.join(' ')} ${audiences.join(' ')}`;
  const hash = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_007, 7);
  return {
    verdict: verdicts[hash % 5] ?? 'COVERED',
    documentation: states[(hash >> 3) % 5] ?? 'NONE',
    reason: '',
    cite: [],
  };
};

const seedJudge = (graph: EhiGraph): RestrictionJudge =>
  must(traceJudge({ graph, catalogues, packs }, asOf, undefined));

interface SeenCell extends CoverageCell {
  readonly dataClass: string;
  readonly channel: string;
  readonly audience: string;
}

const cellsOf = ({ rows, columns }: Coverage): readonly SeenCell[] =>
  rows.flatMap(({ dataClass, cells }) => {
    expect(cells).toHaveLength(columns.length);
    return columns.flatMap((column, at) => {
      const cell = cells[at];
      return cell === undefined ? [] : [{ ...cell, ...column, dataClass }];
    });
  });

/** Every outcome of every class, as traces for one audience each say it. */
const tracesOf = (index: TraceIndex, judge: RestrictionJudge, classes: readonly string[]): ReadonlyMap<string, Trace> =>
  new Map(
    classes.flatMap((dataClass) =>
      index.audiences.map((audience) => [
        `${dataClass} ${audience}`,
        must(trace(index, { dataClass, audience, asOf, judge })),
      ]),
    ),
  );

const told = (cells: readonly SeenCell[]): readonly string[] =>
  cells
    .map(({ dataClass, channel, audience, outcome }) => `${dataClass} ${channel} ${audience}: ${outcome}`)
    .toSorted();

/** Whether some part of the class is released, as the answers for the parts say it. */
const partReleased = ({ answers }: Trace, { channel, audience }: SeenCell): boolean =>
  answers.some(({ outcomes }) =>
    outcomes.some(
      (each) =>
        each.channel === channel &&
        each.audience === audience &&
        (each.outcome === 'RELEASED' || each.outcome === 'LIMITED'),
    ),
  );

const toldBy = (traces: ReadonlyMap<string, Trace>): readonly string[] =>
  [...traces.values()]
    .flatMap(({ dataClass, outcomes }) =>
      outcomes.map(({ channel, audience, outcome }) => `${dataClass} ${channel} ${audience}: ${outcome}`),
    )
    .toSorted();

/** The worst basis of some restrictions of a trace's answers. */
const basisIn = ({ answers }: Trace, restrictions: readonly string[]): CoverageCell['basis'] => {
  const found = answers.flatMap((answer) =>
    answer.restrictions.flatMap(({ restriction, judged }) =>
      judged !== undefined && restrictions.includes(restriction) ? [basisOf(judged)] : [],
    ),
  );
  return coverageBases.find((basis) => found.includes(basis));
};

/** What the trace screen is given of the answer for one audience. */
const asSeen = (index: TraceIndex, { answers, audiences }: Trace): AnswerInput => {
  const [answer] = answers;
  if (answer === undefined) throw new Error('a trace without an answer');
  const { graph } = index;
  const of = <T>(things: ReadonlyMap<string, T>, id: string): T => {
    const thing = things.get(id);
    if (thing === undefined) throw new Error(`${id} is not there`);
    return thing;
  };
  return {
    audiences: audiences.map((id) => ({ id, name: id })),
    systems: answer.systems.map((each) => ({ ...each, system: of(graph.System, each.system) })),
    flows: answer.flows.map((each) => {
      const { from, to, ...flow } = of(graph.Flow, each.flow);
      return { ...each, flow: { ...flow, from: { id: from }, to: { id: to } } };
    }),
    channels: answer.channels.map((each) => {
      const channel = of(graph.AccessChannel, each.channel);
      return { ...each, channel: { ...channel, system: { id: channel.system } } };
    }),
    restrictions: answer.restrictions.map((each) => ({
      ...each,
      restriction: of(graph.Restriction, each.restriction),
      documentation: each.judged?.documentation ?? 'NONE',
      verdict: each.judged?.verdict ?? 'UNPROTECTED',
    })),
  };
};

const toneByBasis = {
  UNDOCUMENTED: 'undocumented',
  NO_EXCEPTION_FITS: 'unprotected',
  INCOMPLETE: 'incomplete',
  REVIEW: 'review',
  DOCUMENTED: 'withheld',
} as const;

/** Checks what a cell says holds the class back against the trace of its class for its audience. Returns whether something does. */
const checkHeldBack = (index: TraceIndex, judge: RestrictionJudge, cell: SeenCell, traced: Trace): boolean => {
  const { outcome, restrictions, dataClass, channel, audience } = cell;
  expect(restrictions.length > 0 || outcome === 'PARTIAL', JSON.stringify(cell)).toBe(
    outcome === 'WITHHELD' || outcome === 'LIMITED' || outcome === 'PARTIAL',
  );
  expect(restrictions).toEqual([...new Set(restrictions)].toSorted());
  if (traced.answers.length > 1) return restrictions.length > 0;
  expect(cell.basis).toBe(basisIn(traced, restrictions));
  const question = { dataClass, audience, channel, asOf, judge };
  const met = new Map(
    must(trace(index, question)).answers.flatMap((answer) =>
      answer.restrictions.map(({ restriction, place }) => [restriction, place]),
    ),
  );
  for (const id of restrictions) {
    const restriction = index.graph.Restriction.get(id);
    expect(restriction === undefined ? undefined : stopsRelease(restriction.effect)).toBe(outcome === 'WITHHELD');
    // A channel that would hold back what does not even reach it is told with what stops the class before.
    if (restriction?.appliesTo.id !== channel) expect(met.get(id), `${id} of ${JSON.stringify(cell)}`).toBe('MET');
  }
  if (outcome === 'WITHHELD') {
    const input = asSeen(index, traced);
    const entry = input.channels.find((each) => each.channel.id === channel);
    if (entry === undefined || cell.basis === undefined) throw new Error(`no ${channel}, or no basis`);
    expect(createContext(input).toneOfOutcome(entry, audience, outcome)).toBe(toneByBasis[cell.basis]);
  }
  if (outcome === 'LIMITED') {
    const paths = must(
      tracePaths(index, question, { part: traced.answers[0]?.id ?? dataClass, first: 200, status: 'LIMITED' }),
    );
    for (const path of paths.paths) {
      if (path.steps.at(-1)?.id !== channel) continue;
      for (const id of path.restrictions) expect(restrictions).toContain(id);
    }
  }
  return restrictions.length > 0;
};

describe('the coverage of any inventory', () => {
  it('says in each cell what the trace of that class says for that channel and audience', () => {
    const met: Record<string, number> = {};
    let held = 0;
    const parts = { released: 0, none: 0 };
    fc.assert(
      fc.property(inventories, ({ inventory }) => {
        const index = createTraceIndex(toGraph(inventory));
        const coverage = coverageOf({ index, catalogues, asOf, judge: arbitraryJudge });
        const cells = cellsOf(coverage);
        const traces = tracesOf(
          index,
          arbitraryJudge,
          coverage.rows.map(({ dataClass }) => dataClass),
        );
        expect(told(cells)).toEqual(toldBy(traces));
        for (const cell of cells) {
          met[cell.outcome] = (met[cell.outcome] ?? 0) + 1;
          const traced = traces.get(`${cell.dataClass} ${cell.audience}`);
          if (traced === undefined) throw new Error('not traced');
          if (checkHeldBack(index, arbitraryJudge, cell, traced)) held += 1;
          expect(cell.someReleased, JSON.stringify(cell)).toBe(partReleased(traced, cell));
          if (cell.outcome === 'PARTIAL') parts[cell.someReleased ? 'released' : 'none'] += 1;
        }
        expect(countCoverage(coverage).reduce((sum, { count }) => sum + count, 0)).toBe(cells.length);
      }),
      { numRuns: 1000 },
    );
    expect(held).toBeGreaterThan(50);
    expect(parts.released).toBeGreaterThan(10);
    expect(parts.none).toBeGreaterThan(10);
    // What is withheld as a whole is rare, and comes in heaps: about forty.
    for (const outcome of ['RELEASED', 'LIMITED', 'WITHHELD', 'NOT_OFFERED', 'UNREACHED', 'UNKNOWN', 'PARTIAL'])
      expect(met[outcome] ?? 0, outcome).toBeGreaterThan(10);
  });

  it('is the same for the same facts in another order, and whatever it was asked before', () => {
    fc.assert(
      fc.property(inventories, ({ inventory }) => {
        const graph = toGraph(inventory);
        const turned = {
          ...graph,
          DataClass: new Map([...graph.DataClass].toReversed()),
          AccessChannel: new Map([...graph.AccessChannel].toReversed()),
          Restriction: new Map([...graph.Restriction].toReversed()),
        };
        const read = (of: EhiGraph): Coverage =>
          coverageOf({ index: createTraceIndex(of), catalogues, asOf, judge: arbitraryJudge });
        expect(read(turned)).toEqual(read(graph));
      }),
      { numRuns: 100 },
    );
  });

  it('narrows to rows and columns that fit, and changes no cell', () => {
    fc.assert(
      fc.property(
        inventories,
        fc.record(
          {
            audience: fc.constantFrom('PATIENT', 'PUBLIC_HEALTH'),
            text: fc.constantFrom('LAB', 'img', ' '),
            outcome: fc.constantFrom('RELEASED' as const, 'WITHHELD' as const, 'NOT_OFFERED' as const),
            basis: fc.constantFrom(...coverageBases),
            differing: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        ({ inventory }, filter) => {
          const index = createTraceIndex(toGraph(inventory));
          const whole = coverageOf({ index, catalogues, asOf, judge: arbitraryJudge });
          const narrowed = narrowCoverage(index.graph, whole, filter);
          const all = new Set(cellsOf(whole).map((cell) => JSON.stringify(cell)));
          const left = cellsOf(narrowed);
          for (const cell of left) expect(all).toContain(JSON.stringify(cell));
          const isLeft = new Set(narrowed.rows.map(({ dataClass }) => dataClass));
          for (const { dataClass } of whole.rows) {
            const row = cellsOf(whole).filter(
              (cell) =>
                cell.dataClass === dataClass && (filter.audience === undefined || cell.audience === filter.audience),
            );
            const asked = filter.outcome !== undefined || filter.basis !== undefined;
            const fits =
              dataClass.includes((filter.text ?? '').trim().toLowerCase()) &&
              (!asked ||
                row.some(
                  ({ outcome, basis }) =>
                    (filter.outcome ?? outcome) === outcome && (filter.basis === undefined || filter.basis === basis),
                )) &&
              (filter.differing !== true ||
                row.some((one) =>
                  row.some((other) => one.audience === other.audience && one.outcome !== other.outcome),
                ));
            expect(isLeft.has(dataClass)).toBe(fits);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe.each(['clinic', 'regional-hospital'] as const)('the coverage of %s', (name) => {
  it('says in each cell what the trace says', async () => {
    const graph = await seedGraph(name);
    const index = createTraceIndex(graph);
    const judge = seedJudge(graph);
    const coverage = coverageOf({ index, catalogues, asOf, judge });
    const cells = cellsOf(coverage);
    const traces = tracesOf(
      index,
      judge,
      coverage.rows.map(({ dataClass }) => dataClass),
    );
    expect(told(cells)).toEqual(toldBy(traces));
    for (const cell of cells) {
      const traced = traces.get(`${cell.dataClass} ${cell.audience}`);
      if (traced === undefined) throw new Error('not traced');
      checkHeldBack(index, judge, cell, traced);
    }
    expect(describeCoverage(coverage)).toMatch(/^\d+ data classes on \d+ channels, \d+ answers: \d+ released; /);
  });
});

describe('the regional hospital', () => {
  it('has portal, API and export side by side, and only what they do not do alike', async () => {
    const graph = await seedGraph('regional-hospital');
    const coverage = coverageOf({ index: createTraceIndex(graph), catalogues, asOf, judge: seedJudge(graph) });
    const { columns, rows } = narrowCoverage(graph, coverage, {
      audience: 'PATIENT',
      families: ['PORTAL', 'API', 'EXPORT'],
      differing: true,
    });
    expect(columns.map(({ channel }) => channel)).toEqual([
      'portal-web',
      'portal-download',
      'patient-api',
      'ehi-export',
      'group-export',
    ]);
    expect(rows.length).toBeGreaterThan(10);
    for (const { cells } of rows) expect(new Set(cells.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
    expect(coverage.forNobody).toEqual(['app-programs', 'registry-files']);
  });
});

it('is worked out once for a revision, day and rule pack, whatever it is narrowed to', async () => {
  const graph = await seedGraph('clinic');
  const [index, deps] = [createTraceIndex(graph), { graph, catalogues, packs }];
  const ask = (at: string, rulePack?: string): Coverage =>
    must(coverageOfInventory(index, deps, { asOf: at, rulePack, filter: {} }));
  const whole = ask(asOf);
  expect(ask(asOf)).toBe(whole);
  const narrowed = must(coverageOfInventory(index, deps, { asOf, filter: { audience: 'PATIENT' } }));
  expect(narrowed.rows[0]?.cells[0]).toBe(whole.rows[0]?.cells[0]);
  expect(ask('2026-11-20')).not.toBe(whole);
  expect(ask(asOf, 'HTI-5-NPRM')).not.toBe(whole);
  const later = { ...graph, revision: graph.revision + 1 };
  const next = coverageOfInventory(createTraceIndex(later), { ...deps, graph: later }, { asOf, filter: {} });
  expect(must(next).revision).toBe(whole.revision + 1);
});

it('knows the families of channels by what their kinds cite', () => {
  const kindsOf = (family: string): readonly string[] =>
    catalogues.channels.filter(({ id }) => familyOf(catalogues, id) === family).map(({ id }) => id);
  expect(kindsOf('PORTAL')).toEqual(['CH-PORTAL', 'CH-VDT']);
  expect(kindsOf('API')).toEqual(['CH-G10-PAT', 'CH-G10-SYS']);
  expect(kindsOf('EXPORT')).toEqual(['CH-B10-SP', 'CH-B10-POP']);
});
