import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyGraph, type EhiGraph } from '../../domain/model/ehi-graph.ts';
import type { Write } from '../../store/port.ts';
import { reconcile } from '../../domain/reconcile/index.ts';
import { noFacts, type ArtefactFacts } from './facts.ts';
import { planFacts } from './plan-facts.ts';

const catalogues = { uscdi: { versions: [], classes: [] }, drsClasses: [] };
const keys = ['a', 'b', 'c', 'd', 'e'] as const;

/** Random small files: some facts, some scopes that are whole. */
const file = fc
  .record({
    systems: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...keys),
        version: fc.constantFrom('1', '2'),
        scope: fc.constantFrom('x', 'y'),
      }),
      { selector: ({ key }) => key },
    ),
    flows: fc.uniqueArray(
      fc.record({ key: fc.constantFrom(...keys), from: fc.constantFrom(...keys), to: fc.constantFrom(...keys) }),
      { selector: ({ key }) => key },
    ),
    covers: fc.subarray(['x', 'y']),
    line: fc.nat({ max: 99 }),
  })
  .map(({ systems, flows, covers, line }): ArtefactFacts => ({
    ...noFacts,
    kind: 'sketch',
    title: 'A sketch',
    grade: 'OBSERVED',
    origin: 'o',
    describes: {},
    covers,
    systems: systems.map(({ key, version, scope }) => ({
      key,
      scope,
      name: `system ${key}`,
      pointer: `line ${line}`,
      isSelf: false,
      isUnresolved: false,
      version,
      identifiers: [],
      certainty: 'CERTAIN',
    })),
    flows: flows.map(({ key, from, to }) => ({
      key,
      scope: 'x',
      name: `flow ${key}`,
      pointer: `line ${line}`,
      from,
      to,
      carries: [],
      isComplete: false,
      certainty: 'CERTAIN',
    })),
  }));

let revision = 0;
const apply = (graph: EhiGraph, writes: readonly Write[]): EhiGraph => {
  const Observation = new Map(graph.Observation);
  for (const { concept, document } of writes)
    if (concept === 'Observation') {
      revision += 1;
      Observation.set(document.id, { ...document, createdAt: '', updatedAt: '', revision });
    }
  return { ...graph, Observation, revision };
};

const run = (id: string) => ({
  id,
  name: id,
  kind: 'sketch',
  file: `${id}.json`,
  sha256: '0'.repeat(64),
  startedAt: '2026-11-21T12:00:00.000Z',
  status: 'RUNNING' as const,
  warnings: [],
  source: `import:${id}`,
  grade: 'DOCUMENTED' as const,
  recordedAt: '2026-11-21T12:00:00.000Z',
});

const plan = (graph: EhiGraph, facts: ArtefactFacts, id: string) =>
  planFacts(facts, { graph, catalogues, run: run(id) });
const live = (graph: EhiGraph) => [...graph.Observation.values()].filter(({ endedOn }) => endedOn === undefined);

/** Facts that can be kept: a flow whose systems are not in the file cannot. */
const keptKeys = (facts: ArtefactFacts): readonly string[] => {
  const systems = new Set(facts.systems.map(({ key }) => key));
  return [
    ...facts.systems.map(({ key }) => `system ${key}`),
    ...facts.flows.filter(({ from, to }) => systems.has(from) && systems.has(to)).map(({ key }) => `flow ${key}`),
  ].toSorted();
};

/** Both show flows, and none is in both. */
const isAboutOthers = (first: ArtefactFacts, second: ArtefactFacts): boolean => {
  const [a, b] = [first, second].map((facts) => keptKeys(facts).filter((name) => name.startsWith('flow ')));
  return a !== undefined && b !== undefined && a.length > 0 && b.length > 0 && !b.some((name) => a.includes(name));
};

describe('planning the facts of a file', () => {
  it('says of the same file, wherever its lines are, that nothing changed', () => {
    fc.assert(
      fc.property(file, fc.nat({ max: 99 }), (facts, line) => {
        const graph = apply(emptyGraph, plan(emptyGraph, facts, 'r1').writes);
        const moved = { ...facts, systems: facts.systems.map((each) => ({ ...each, pointer: `line ${line}` })) };
        expect(plan(graph, moved, 'r2').seen.filter(({ change }) => change !== 'UNCHANGED')).toEqual([]);
      }),
    );
  });

  it('knows after any two files exactly what the second has, and what the first had where the second is not whole', () => {
    let vanished = 0;
    fc.assert(
      fc.property(file, file, (first, second) => {
        const one = apply(emptyGraph, plan(emptyGraph, first, 'r1').writes);
        const planned = plan(one, second, 'r2');
        const two = apply(one, planned.writes);
        vanished += planned.counts['vanished'] ?? 0;
        const whole = new Set(isAboutOthers(first, second) ? [] : second.covers);
        const stays = keptKeys(first).filter((name) => {
          const scope = name.startsWith('flow')
            ? 'x'
            : first.systems.find(({ key }) => name === `system ${key}`)?.scope;
          return scope !== undefined && !whole.has(scope);
        });
        const expected = [...new Set([...keptKeys(second), ...stays])].toSorted();
        expect(
          live(two)
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(expected);
        // Nothing is ever deleted.
        expect(two.Observation.size).toBe(new Set([...keptKeys(first), ...keptKeys(second)]).size);
      }),
      { numRuns: 300 },
    );
    expect(vanished).toBeGreaterThan(20);
  });

  it('keeps what was decided through any number of files', () => {
    fc.assert(
      fc.property(file, fc.array(file, { maxLength: 4 }), (first, others) => {
        let graph = apply(emptyGraph, plan(emptyGraph, first, 'r0').writes);
        const decided = new Map(
          [...graph.Observation].map(([id, each]) => [
            id,
            {
              ...each,
              decision: 'REJECTED' as const,
              decidedBy: 'H. Berg',
              decidedAt: '2026-11-21T13:00:00.000Z',
              decisionReason: 'no',
            },
          ]),
        );
        graph = { ...graph, Observation: decided };
        others.forEach((facts, at) => {
          graph = apply(graph, plan(graph, facts, `r${at + 1}`).writes);
        });
        for (const id of decided.keys())
          expect(graph.Observation.get(id)).toMatchObject({
            decision: 'REJECTED',
            decidedBy: 'H. Berg',
            decisionReason: 'no',
          });
      }),
    );
  });

  it('reconciles the same whatever the order of the inventory', () => {
    fc.assert(
      fc.property(file, (facts) => {
        const graph = apply(emptyGraph, plan(emptyGraph, facts, 'r1').writes);
        const turned = { ...graph, Observation: new Map([...graph.Observation].toReversed()) };
        const asOf = '2026-11-21';
        expect(reconcile({ graph: turned, catalogues, asOf }).items).toEqual(
          reconcile({ graph, catalogues, asOf }).items,
        );
      }),
    );
  });
});
