import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { must } from '../kit/seed-graph.ts';
import { generatedOn } from './draft.ts';
import { generateInventory } from './generate-inventory.ts';
import { plantedRules } from './plant-defects.ts';
import { sizes } from './size.ts';

describe('a generated inventory', () => {
  it.each([
    ['S', 1],
    ['S', 2],
    ['M', 1],
  ] as const)('%s from seed %i has the findings that were planted, and no others', async (name, seed) => {
    const catalogues = must(await loadCatalogues('schema'));
    const { graph, planted } = generateInventory(sizes[name], seed);
    const found = findFindings({ index: createTraceIndex(graph), catalogues, asOf: generatedOn });
    const words = (rule: string, entities: readonly string[]): string => `${rule} ${entities.join(' ')}`;
    expect(
      found
        .map(({ rule, entities }) => words(rule, entities.map(({ kind, id }) => `${kind}:${id}`).toSorted()))
        .filter((each) => plantedRules.some((rule) => each.startsWith(`${rule} `)))
        .toSorted(),
    ).toEqual(planted.map(({ rule, entities }) => words(rule, entities)).toSorted());
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(plantedRules));
  });

  it('is the same for the same seed, and another for another', () => {
    const asText = (seed: number): string =>
      JSON.stringify(
        Object.values(generateInventory(sizes.S, seed).graph).map((each) => (each instanceof Map ? [...each] : each)),
      );
    expect(asText(7)).toBe(asText(7));
    expect(asText(7)).not.toBe(asText(8));
  });

  it.each(['S', 'M'] as const)('%s is as large as it is said to be, and has hubs and loops', (name) => {
    const size = sizes[name];
    const { graph } = generateInventory(size, 1);
    const extra = size.defects * 12;
    expect(graph.System.size).toBeGreaterThanOrEqual(size.systems);
    expect(graph.System.size).toBeLessThan(size.systems + extra);
    expect(graph.Flow.size).toBeGreaterThanOrEqual(size.flows);
    expect(graph.Flow.size).toBeLessThan(size.flows + extra);
    expect(graph.DataClass.size).toBeGreaterThanOrEqual(size.classes + size.elements);
    const flows = [...graph.Flow.values()];
    const atEngines = flows.filter(({ from, to }) => from.startsWith('engine') || to.startsWith('engine')).length;
    expect(atEngines / flows.length).toBeGreaterThan(0.5);
    const pairs = new Set(flows.map(({ from, to }) => `${from} ${to}`));
    expect(flows.filter(({ from, to }) => pairs.has(`${to} ${from}`)).length).toBeGreaterThan(flows.length / 50);
  });
});
