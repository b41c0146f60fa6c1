import type { Observation } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { Reconciliation } from './reconcile.ts';

/** An export whose documentation and whose list of files were both imported: what one has and the other has not. */
export interface ExportGap {
  /** The export, by the name both were kept under. */
  readonly export: string;
  /** Tables with a file that no documentation describes, by name. */
  readonly undocumented: readonly Observation[];
  /** Documented tables without a file, by name. An export of one patient has files only where there are rows. */
  readonly absent: readonly Observation[];
  readonly documentedBy: Id;
  readonly listedBy: Id;
}

/** The kinds of run that describe the two sides; their tables have the same keys. */
const documentation = 'ehi-export-docs';
const listing = 'export-file-list';

/** Returns the exports of which both sides are known, by name. Pure. */
export const exportGaps = ({ items }: Pick<Reconciliation, 'items'>): readonly ExportGap[] => {
  const sides = new Map<
    string,
    { readonly documented: Map<string, Observation>; readonly listed: Map<string, Observation> }
  >();
  for (const { observation, statement } of items) {
    const { origin = '', scope = '', key = '' } = observation;
    const isDocumented = origin.startsWith(`${documentation}:`);
    if (
      statement.kind !== 'HOLDING' ||
      !key.startsWith('table:') ||
      !(isDocumented || origin.startsWith(`${listing}:`))
    )
      continue;
    const side = sides.get(scope) ?? {
      documented: new Map<string, Observation>(),
      listed: new Map<string, Observation>(),
    };
    (isDocumented ? side.documented : side.listed).set(key, observation);
    sides.set(scope, side);
  }
  return [...sides]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([scope, { documented, listed }]) => {
      const [first] = documented.values();
      const [other] = listed.values();
      if (first === undefined || other === undefined) return [];
      return [
        {
          export: scope.slice(scope.indexOf(':') + 1),
          undocumented: missingIn(listed, documented),
          absent: missingIn(documented, listed),
          documentedBy: first.run,
          listedBy: other.run,
        },
      ];
    });
};

const missingIn = (
  from: ReadonlyMap<string, Observation>,
  other: ReadonlyMap<string, Observation>,
): readonly Observation[] =>
  [...from]
    .flatMap(([key, observation]) => (other.has(key) ? [] : [observation]))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
