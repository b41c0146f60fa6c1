import DataLoader from 'dataloader';
import type { CurrentGraph } from '../app/current-graph.ts';
import { invariant } from '../domain/invariant.ts';
import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import type { GraphStore } from '../store/port.ts';
import { orThrow } from './errors.ts';

/** The whole inventory at one revision. */
export interface Snapshot {
  readonly graph: EhiGraph;
  readonly index: TraceIndex;
}

/** A value, or the promise of one: what is in hand is given at once, since an answer may ask for many thousands. */
export type Soon<T> = T | Promise<T>;

/**
 * The reads of one request. Whatever needs the whole inventory sees one snapshot of it, taken once; once it is there,
 * single things come from it too, so that one answer never mixes two revisions of the picture. Fails with coded errors.
 */
export interface RequestReads {
  readonly snapshot: () => Promise<Snapshot>;
  /** Whether the snapshot was taken: then the store was asked for its revision on the way. */
  readonly hasSnapshot: () => boolean;
  /** The thing, or `undefined`. Look-ups of one tick go to the store together. */
  readonly find: <C extends ConceptName>(concept: C, id: Id) => Soon<Concepts[C] | undefined>;
  /** The thing that another one refers to: the store keeps references whole, so it is there. */
  readonly refer: <C extends ConceptName>(concept: C, id: Id) => Soon<Concepts[C]>;
  /** The things that another one refers to, in the order asked. */
  readonly referAll: <C extends ConceptName>(concept: C, ids: readonly Id[]) => readonly Soon<Concepts[C]>[];
  /** Lets the request know an inventory that might be: what is in it alone is found there. */
  readonly suppose: (graph: EhiGraph) => void;
  /** After a write: what was read before is out of date. */
  readonly forget: () => void;
}

/** Returns the reads of one request, empty-handed. */
export const createRequestReads = (store: GraphStore, currentGraph: CurrentGraph): RequestReads => {
  let taking: Promise<Snapshot> | undefined;
  let taken: Snapshot | undefined;
  let loaders = new Map<ConceptName, DataLoader<Id, unknown>>();
  const supposed = new Set<EhiGraph>();

  const snapshot = (): Promise<Snapshot> => {
    taking ??= currentGraph.get().then((result) => {
      taken = orThrow(result);
      return taken;
    });
    return taking;
  };

  const loaderOf = (concept: ConceptName): DataLoader<Id, unknown> => {
    const loader =
      loaders.get(concept) ?? new DataLoader(async (ids: readonly Id[]) => [...orThrow(await store.get(concept, ids))]);
    loaders.set(concept, loader);
    return loader;
  };

  const load = <C extends ConceptName>(concept: C, id: Id): Promise<Concepts[C] | undefined> =>
    loaderOf(concept).load(id) as Promise<Concepts[C] | undefined>;

  const find = <C extends ConceptName>(concept: C, id: Id): Soon<Concepts[C] | undefined> =>
    taken === undefined ? load(concept, id) : (taken.graph[concept].get(id) as Concepts[C] | undefined);

  const refer = <C extends ConceptName>(concept: C, id: Id): Soon<Concepts[C]> => {
    const inHand = taken?.graph[concept].get(id) as Concepts[C] | undefined;
    if (inHand !== undefined) return inHand;
    for (const graph of supposed) {
      const known = graph[concept].get(id) as Concepts[C] | undefined;
      if (known !== undefined) return known;
    }
    // Not in the snapshot: written between it and the read of what refers to it. The store has it.
    return load(concept, id).then((found) => present(found, concept, id));
  };

  return {
    snapshot,
    hasSnapshot: () => taken !== undefined,
    find,
    refer,
    referAll: (concept, ids) => ids.map((id) => refer(concept, id)),
    suppose: (graph) => void supposed.add(graph),
    forget: () => {
      taking = undefined;
      taken = undefined;
      loaders = new Map();
    },
  };
};

const present = <T>(found: T | undefined, concept: ConceptName, id: Id): T => {
  invariant(found !== undefined, `${concept} ${id} is referred to and not there`);
  return found;
};
