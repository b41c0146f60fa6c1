import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { reconciliationOf } from '../../server/src/app/reconciliation-of.ts';
import { verdictsOf } from '../../server/src/app/verdicts-of.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { hideNames } from '../../server/src/domain/hidden/hide-names.ts';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { federalCalendar } from '../../server/src/domain/verdict/index.ts';
import { anyGraph } from '../kit/arbitraries.ts';
import { markNames, markPattern } from '../kit/mark-names.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const packs = must(await loadRulePacks(join(projectFolder, 'schema'), catalogues));
const calendar = federalCalendar();

/** An inventory as text, ids and all. */
const textOf = (graph: EhiGraph): string => JSON.stringify(conceptNames.map((concept) => [...graph[concept].values()]));

/** What is worked out of an inventory, by ids alone. */
const workedOut = (graph: EhiGraph): unknown => {
  const index = createTraceIndex(graph);
  const { items, declaredOnly } = reconciliationOf(graph, catalogues, asOf);
  return {
    traces: [...graph.DataClass.keys()].toSorted().map((dataClass) => {
      const answer = must(trace(index, { dataClass, asOf }));
      return [
        dataClass,
        answer.outcomes,
        answer.answers.map(({ starts, pathCounts, stranded }) => ({ starts, pathCounts, stranded })),
      ];
    }),
    verdicts: must(verdictsOf({ graph, catalogues, packs, calendar }, { asOf })).map((each) => [
      each.restriction,
      each.verdict,
    ]),
    findings: findFindings({ index, catalogues, asOf })
      .map(({ id, level }) => `${level} ${id.replace(/@export:.*/, '@export')}`)
      .toSorted(),
    seen: items
      .map(({ observation, status, match, candidates }) =>
        [observation.id, status, match?.id, candidates.map(({ id }) => id)].join(' '),
      )
      .toSorted(),
    unseen: declaredOnly.map(({ concept, id }) => `${concept} ${id}`).toSorted(),
  };
};

/** Everything people read of an inventory: findings, what imports saw, and the inventory itself. */
const toldOf = (graph: EhiGraph): string => {
  const { items, declaredOnly } = reconciliationOf(graph, catalogues, asOf);
  const findings = findFindings({ index: createTraceIndex(graph), catalogues, asOf });
  const verdicts = must(verdictsOf({ graph, catalogues, packs, calendar }, { asOf }));
  return JSON.stringify([textOf(graph), findings, items, declaredOnly, verdicts]);
};

/** The first mark in a text with what stands around it; `''` when there is none. */
const markedIn = (text: string): string => {
  const at = markPattern.exec(text)?.index;
  return at === undefined ? '' : text.slice(Math.max(0, at - 80), at + 20);
};

describe('hidden names', () => {
  it('leave nothing of any name, person, vendor, address or free text, and change no answer', () => {
    let observed = 0;
    fc.assert(
      fc.property(anyGraph, (any) => {
        const graph = markNames(any);
        const hidden = hideNames(graph, catalogues).graph;
        expect(markedIn(toldOf(hidden))).toBe('');
        expect(workedOut(hidden)).toEqual(workedOut(graph));
        observed += graph.Observation.size;
      }),
      { numRuns: 60 },
    );
    expect(observed).toBeGreaterThan(10);
  });

  it.each(['clinic', 'regional-hospital'] as const)('leave nothing in %s, and change no answer', async (name) => {
    const graph = markNames(await seedGraph(name));
    const hidden = hideNames(graph, catalogues).graph;
    expect(markPattern.exec(textOf(graph))).not.toBeNull();
    expect(markedIn(toldOf(hidden))).toBe('');
    expect(workedOut(hidden)).toEqual(workedOut(graph));
  });

  it('go by kind and number, in the order of ids, each name once', async () => {
    const { graph } = hideNames(await seedGraph('clinic'), catalogues);
    const names = conceptNames.flatMap((concept) => [...graph[concept].values()].map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(graph.System.get('ehr')?.name).toBe('Electronic health record 1');
    expect(graph.System.get('old-ehr')?.name).toMatch(/ \d+$/);
    expect(graph.Flow.get([...graph.Flow.keys()].toSorted()[0] ?? '')?.name).toBe('Interface 1');
    expect(graph.DataClass.get('clinical-notes')?.name).toBe('Clinical notes');
    expect(graph.DataClass.get('clinical-record')?.name).toMatch(/^Local domain \d+$/);
    expect(graph.Audience.get('PATIENT')?.name).toBe('Patient');
  });

  it('are the same whenever they are worked out, and for the log and an earlier inventory', async () => {
    const original = await seedGraph('clinic');
    const [once, again] = [hideNames(original, catalogues), hideNames(original, catalogues)];
    expect(textOf(again.graph)).toBe(textOf(once.graph));
    expect(textOf(once.earlier(original))).toBe(textOf(once.graph));
    const system = original.System.get('ehr');
    const entry = {
      revision: 9,
      at: '2026-11-21T00:00:00.000Z',
      actor: 'Somebody Else',
      action: 'UPDATE',
      concept: 'System',
      entity: 'ehr',
      before: { ...system, name: 'Its old name', vendor: 'Its old vendor' },
      after: system,
      reason: 'Said by Somebody Else',
      previousHash: '',
      hash: '',
    } as const;
    const told = once.change(entry);
    expect(told.after).toEqual(once.graph.System.get('ehr'));
    expect(told.before).toMatchObject({ name: 'Electronic health record 1', vendor: 'Another vendor' });
    expect(JSON.stringify(told)).not.toMatch(/Somebody Else|Its old/);
  });
});
