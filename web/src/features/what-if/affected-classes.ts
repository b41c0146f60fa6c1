import type { TurnData } from './use-what-if.ts';

/** A data class that something differs for: how many rows of the table are about it, and in how many more or less is released. */
export interface AffectedClass {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly releases: number;
}

/** The classes that rows are about: those of which most is released otherwise first, then by rows, then by name. Pure. */
export const affectedClasses = (turns: readonly TurnData[]): readonly AffectedClass[] => {
  const found = new Map<string, AffectedClass>();
  for (const { dataClass, direction } of turns) {
    const { rows = 0, releases = 0 } = found.get(dataClass.id) ?? {};
    found.set(dataClass.id, {
      id: dataClass.id,
      name: dataClass.name,
      rows: rows + 1,
      releases: releases + (direction === 'NEITHER' ? 0 : 1),
    });
  }
  return [...found.values()].toSorted(
    (a, b) => b.releases - a.releases || b.rows - a.rows || a.name.localeCompare(b.name, 'en'),
  );
};
