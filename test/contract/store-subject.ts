import { expect } from 'vitest';
import { conceptNames, type ConceptName, type Concepts } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { Id, Instant } from '../../server/src/domain/model/entity.ts';
import type { Result } from '../../server/src/domain/result.ts';
import type { Committed, GraphStore, Write, WriteBatch } from '../../server/src/store/index.ts';

/** Opens an empty, migrated store that stamps with this clock. The suite closes it. */
export type OpenStore = (now: () => Instant) => Promise<GraphStore>;

/** The value of a success; a failure fails the test with what went wrong. */
export const expectOk = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) expect.fail(JSON.stringify(result.error));
  return result.value;
};

/** The error of a failure; a success fails the test. */
export const expectError = <T, E>(result: Result<T, E>): E => {
  if (result.ok) expect.fail(`succeeded: ${JSON.stringify(result.value)}`);
  return result.error;
};

/** A clock that moves one second at each reading, from 2026-01-01. */
export const tickingClock = (): (() => Instant) => {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 0, 1) + 1_000 * seconds++).toISOString();
};

/** One write of a document. */
export const writeOf = <C extends ConceptName>(
  concept: C,
  document: Omit<Concepts[C], 'revision' | 'createdAt' | 'updatedAt'>,
  more: { readonly expected?: number; readonly action?: Write['action'] } = {},
): Write => ({ concept, document, action: 'UPDATE', ...more }) as Write;

/** The writes that load a whole inventory. */
export const writesOf = (graph: EhiGraph): readonly Write[] =>
  conceptNames.flatMap((concept) =>
    [...graph[concept].values()].map((document) => writeOf(concept, document as never)),
  );

/** Commits as a tester and expects success. */
export const commit = async (store: GraphStore, ...writes: readonly Write[]): Promise<Committed> =>
  expectOk(await store.commit(batchOf(...writes)));

export const batchOf = (...writes: readonly Write[]): WriteBatch => ({ actor: 'tester', writes });

/** What a new document has when nothing else matters. */
export const base = (id: Id, name = id) => ({ id, name, source: 'tester', grade: 'ASSERTED', recordedAt: '' }) as const;

export const audience = (id: Id, name = id): Write => writeOf('Audience', base(id, name));

export const dataClass = (id: Id, more: Partial<Concepts['DataClass']> = {}): Write =>
  writeOf('DataClass', { ...base(id), level: 'CLASS', drsStatus: 'YES', fhirResources: [], overlays: [], ...more });

export const system = (id: Id, more: Partial<Concepts['System']> = {}): Write =>
  writeOf('System', { ...base(id), kind: 'SYS-EHR', identifiers: [], holds: [], ...more });

/** A class link with nothing special about it. */
export const classLink = (id: Id) => ({ dataClass: id, source: 'tester', grade: 'ASSERTED', recordedAt: '' }) as const;

const stamps = new Set(['revision', 'createdAt', 'updatedAt', 'recordedAt']);

/** The same data without the stamps that a server puts on, at every depth. */
export const withoutStamps = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutStamps);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([key]) => !stamps.has(key));
  return Object.fromEntries(members.map(([key, member]) => [key, withoutStamps(member)]));
};

/** An inventory as plain data, without revision and stamps: equal for equal inventories. */
export const contentOf = (graph: EhiGraph): unknown =>
  Object.fromEntries(
    conceptNames.map((concept) => [
      concept,
      Object.fromEntries([...graph[concept]].map(([id, one]) => [id, withoutStamps(one)])),
    ]),
  );
