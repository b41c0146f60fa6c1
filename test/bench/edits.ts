import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import type { Size } from '../generators/size.ts';
import { question } from './released.ts';
import { timed, timingOf, type Timing } from './timing.ts';

/** Every finding again after one edit, in one process, with the index of the revision before at hand. Milliseconds. */
export interface Edited {
  readonly size: Size['name'];
  /** After what an interface carries was changed: systems and flows are arranged anew. */
  readonly flow: Timing;
  /** After whom a restriction is for was changed: systems and flows are as they were. */
  readonly restriction: Timing;
}

const edits = 20;

type Edit = (graph: EhiGraph, at: number) => EhiGraph;

/** Measures the findings of a size after edits, one on top of the other. */
export const measureEdits = async (size: Size): Promise<Edited> => {
  const loaded = await loadCatalogues('schema');
  if (!loaded.ok) throw new Error('The catalogues cannot be loaded.');
  const catalogues = loaded.value;
  const { asOf } = question;
  const first = createTraceIndex(generateInventory(size, 1).graph);
  findFindings({ index: first, catalogues, asOf });
  let index = first;
  const after = (edit: Edit): Timing =>
    timingOf(
      Array.from({ length: edits }, (_, at) => {
        const graph = edit(index.graph, at);
        const [next, ms] = timed(() => {
          const following = createTraceIndex(graph, undefined, index);
          findFindings({ index: following, catalogues, asOf });
          return following;
        });
        index = next;
        return ms;
      }),
    );
  return { size: size.name, flow: after(takeFromFlow), restriction: after(changeRestriction) };
};

/** Takes the last class from what an interface carries. */
const takeFromFlow: Edit = (graph, at) => {
  const [id, flow] = [...graph.Flow].filter(([, { carries }]) => carries.length > 1)[at] ?? [];
  if (id === undefined || flow === undefined) throw new Error('There are too few interfaces to edit.');
  const Flow = new Map(graph.Flow).set(id, { ...flow, carries: flow.carries.slice(0, -1) });
  return { ...graph, Flow, revision: graph.revision + 1 };
};

/** Makes a restriction one for everybody, or takes one audience from whom it is for. */
const changeRestriction: Edit = (graph, at) => {
  const [id, restriction] = [...graph.Restriction][at] ?? [];
  if (id === undefined || restriction === undefined) throw new Error('There are too few restrictions to edit.');
  const Restriction = new Map(graph.Restriction).set(id, {
    ...restriction,
    audiences: restriction.audiences.length === 0 ? (graph.AccessChannel.values().next().value?.audiences ?? []) : [],
  });
  return { ...graph, Restriction, revision: graph.revision + 1 };
};
