import { describe, expect, it } from 'vitest';
import { emptyGraph } from '../model/ehi-graph.ts';
import type { DataClass } from '../model/concepts.ts';
import { nameIndex, preparingNames } from './name-index.ts';

const element = (at: number): DataClass => ({
  id: `lab.element-${at}`,
  name: `Element ${at}`,
  level: 'ELEMENT',
  drsStatus: 'YES',
  fhirResources: [],
  overlays: [],
  grade: 'ASSERTED',
  revision: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

describe('the index of names', () => {
  it('is made in slices ahead of its use, once for what revisions share', () => {
    const DataClass = new Map(Array.from({ length: 10_000 }, (_, at) => [element(at).id, element(at)]));
    const graph = { ...emptyGraph, DataClass };
    expect([...preparingNames(graph)]).toHaveLength(5);
    expect([...preparingNames({ ...graph, revision: 2 })]).toHaveLength(0);
    expect(nameIndex(DataClass)).toBe(nameIndex(DataClass));
    expect(
      nameIndex(DataClass)
        .called('element 7')
        .map(({ id }) => id),
    ).toEqual(['lab.element-7']);
    expect(
      nameIndex(DataClass)
        .called('lab.element-7')
        .map(({ id }) => id),
    ).toEqual(['lab.element-7']);
    expect(nameIndex(DataClass).wholes).toEqual([]);
  });

  it('finds an id whatever its letters, and each of those that share a name', () => {
    const one = { ...element(1), id: 'LAB-1', name: 'Glucose' };
    const two = { ...element(2), name: 'glucose' };
    const things = new Map([one, two].map((each) => [each.id, each]));
    expect(nameIndex(things).called('lab-1')).toEqual([one]);
    expect(nameIndex(things).called('glucose')).toEqual([one, two]);
  });
});
