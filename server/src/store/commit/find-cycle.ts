import type { Id } from '../../domain/model/entity.ts';
import { fromRow } from '../documents/from-row.ts';
import type { Run } from '../executor.ts';
import type { CycleInPartOf } from '../port.ts';
import { conceptQueries } from '../queries/concepts/index.ts';
import { chunks } from './chunks.ts';
import type { ChangedEntity } from './plan-commit.ts';

/**
 * The first ring that the data classes of a batch close, with what is stored above them; `undefined` when there is none.
 * Under the lock of a commit, so that two writers who see each other's class as a parent cannot close one together. One
 * statement for each level of the tree, whatever the number of classes.
 */
export const findCycle = async (run: Run, entities: readonly ChangedEntity[]): Promise<CycleInPartOf | undefined> => {
  const classes = entities.filter(({ concept }) => concept === 'DataClass');
  const moved = classes.filter(
    ({ before, after }) => after['partOf'] !== undefined && after['partOf'] !== before?.['partOf'],
  );
  if (moved.length === 0) return undefined;

  const parentById = new Map<Id, Id | undefined>(classes.map(({ after }) => [after.id, parentOf(after)]));
  let asked = parentsUnknown(parentById.values(), parentById);
  while (asked.size > 0) {
    const found: (Id | undefined)[] = [];
    for (const id of asked) parentById.set(id, undefined);
    for (const ids of chunks([...asked])) {
      for (const row of await run(conceptQueries.DataClass.read, { ids })) {
        const document = fromRow('DataClass', row);
        parentById.set(document.id, parentOf(document));
        found.push(parentOf(document));
      }
    }
    asked = parentsUnknown(found, parentById);
  }
  return ringAmong(
    moved.map(({ after }) => after.id),
    parentById,
  );
};

const parentOf = (document: Readonly<Record<string, unknown>>): Id | undefined =>
  typeof document['partOf'] === 'string' ? document['partOf'] : undefined;

const parentsUnknown = (parents: Iterable<Id | undefined>, known: ReadonlyMap<Id, unknown>): ReadonlySet<Id> =>
  new Set([...parents].filter((id) => id !== undefined).filter((id) => !known.has(id)));

/** Walks up from each start once; a class met twice in one walk closes a ring. */
const ringAmong = (starts: readonly Id[], parentById: ReadonlyMap<Id, Id | undefined>): CycleInPartOf | undefined => {
  const seen = new Set<Id>();
  for (const start of starts) {
    const walk = new Set<Id>();
    for (let id: Id | undefined = start; id !== undefined && !seen.has(id); id = parentById.get(id)) {
      if (walk.has(id)) {
        const path = [...walk];
        return { type: 'CycleInPartOf', id, ring: path.slice(path.indexOf(id)) };
      }
      walk.add(id);
    }
    for (const id of walk) seen.add(id);
  }
  return undefined;
};
