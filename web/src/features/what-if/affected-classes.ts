import type { TurnData } from './use-what-if.ts';

/** A data class that something differs for, and how many rows of the table are about it. */
export interface AffectedClass {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
}

/** The classes that rows are about, the one with most first, then by name. Pure. */
export const affectedClasses = (turns: readonly TurnData[]): readonly AffectedClass[] => {
  const found = new Map<string, AffectedClass>();
  for (const { dataClass } of turns)
    found.set(dataClass.id, { ...dataClass, rows: (found.get(dataClass.id)?.rows ?? 0) + 1 });
  return [...found.values()].toSorted((a, b) => b.rows - a.rows || a.name.localeCompare(b.name, 'en'));
};
