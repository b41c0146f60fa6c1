import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { Observation } from '../domain/model/concepts.ts';
import type { Grade } from '../domain/model/entity.ts';
import type { ImportContext } from './import-plan.ts';

/** What an importer says about one fact of a file. */
export interface ObservedFact {
  readonly fact: string;
  readonly name: string;
  readonly pointer: string;
  readonly detail?: string;
  readonly matches?: NonNullable<Observation['matches']>;
  readonly outcome: Observation['outcome'];
  readonly grade?: Grade;
}

/** The observations of one run so far; `note` adds one (mutates). */
export interface ObservationLog {
  readonly note: (fact: ObservedFact) => void;
  readonly observations: readonly InventoryDocument<'Observation'>[];
  readonly countByOutcome: () => Readonly<Record<Observation['outcome'], number>>;
}

/** Returns an empty log for a run. Observations are numbered in the order they are noted, so the same file gives the same ids. */
export const createObservationLog = ({ run }: ImportContext, defaultGrade: Grade): ObservationLog => {
  const observations: InventoryDocument<'Observation'>[] = [];
  return {
    observations,
    note: ({ grade = defaultGrade, ...fact }) => {
      const number = String(observations.length + 1).padStart(4, '0');
      observations.push({
        id: `${run.id}.${number}`,
        run: run.id,
        ...fact,
        source: `import:${run.id}`,
        grade,
        recordedAt: run.startedAt,
      });
    },
    countByOutcome: () => {
      const count = { MATCHED: 0, ADDED: 0, CONFLICTING: 0, AMBIGUOUS: 0, NOTED: 0 };
      for (const { outcome } of observations) count[outcome] += 1;
      return count;
    },
  };
};
