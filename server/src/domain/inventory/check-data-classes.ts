import type { DataClass, DataClassLevel } from '../model/concepts.ts';
import { dataClassLevels } from '../model/concepts.ts';
import { neverWas, type Id } from '../model/entity.ts';
import { problemAt, type LocatedDocument } from './inventory-entries.ts';
import type { ProblemList } from './inventory-problem.ts';

/** What the tree of data classes is made of. */
export type ClassNode = Pick<DataClass, 'level'> & { readonly partOf?: Id };

/**
 * Adds (mutates) a problem for each data class that is a part of itself, and for each whose parent is not of a higher
 * level (element < class < domain). `existing` gives data classes that the folder leaves as they are.
 */
export const checkDataClasses = (
  documents: readonly LocatedDocument<'DataClass'>[],
  existing: (id: Id) => ClassNode | undefined,
  problems: ProblemList,
): void => {
  const inFolder = new Map<Id, ClassNode>(documents.map(({ document }) => [document.id, document]));
  const classOf = (id: Id): ClassNode | undefined => inFolder.get(id) ?? existing(id);
  const cyclic = idsInCycles([...inFolder.keys()], classOf);
  const told = new Set<Id>();
  for (const located of documents) {
    const { id, level, partOf } = located.document;
    if (partOf === undefined) continue;
    if (cyclic.has(id)) {
      if (told.has(id)) continue;
      // A cycle is one mistake: it is told at its first member, with the others.
      for (const member of cycleFrom(id, classOf)) told.add(member);
      problems.add(() =>
        problemAt(located, ['partOf'], {
          message: `"${id}" is a part of itself: ${cycleFrom(id, classOf).join(' → ')}`,
          mend: 'take partOf away from the one that is at the top',
        }),
      );
      continue;
    }
    const parent = classOf(partOf);
    // What was taken back binds nobody: the class it was a part of may have become something else since.
    if (parent === undefined || neverWas(located.document) || rank(parent.level) > rank(level)) continue;
    problems.add(() =>
      problemAt(located, ['partOf'], {
        message: `a data class of level ${level} cannot be a part of "${partOf}", which is of level ${parent.level}`,
        mend: 'an ELEMENT belongs to a CLASS or DOMAIN, a CLASS to a DOMAIN, a DOMAIN to nothing',
      }),
    );
  }
};

const rank = (level: DataClassLevel): number => dataClassLevels.length - dataClassLevels.indexOf(level);

/** Walks up from each class once: a class met twice in the same walk closes a cycle. */
const idsInCycles = (ids: readonly Id[], classOf: (id: Id) => ClassNode | undefined): ReadonlySet<Id> => {
  const walkById = new Map<Id, number>();
  const cyclic = new Set<Id>();
  ids.forEach((start, walk) => {
    let id: Id | undefined = start;
    while (id !== undefined && !walkById.has(id)) {
      walkById.set(id, walk);
      id = classOf(id)?.partOf;
    }
    if (id === undefined || walkById.get(id) !== walk) return;
    for (const member of cycleFrom(id, classOf)) cyclic.add(member);
  });
  return cyclic;
};

/** The cycle a class is in, from the class back to itself. */
const cycleFrom = (start: Id, classOf: (id: Id) => ClassNode | undefined): readonly Id[] => {
  const cycle = [start];
  for (let id = classOf(start)?.partOf; id !== undefined; id = classOf(id)?.partOf) {
    cycle.push(id);
    if (id === start) break;
  }
  return cycle;
};
