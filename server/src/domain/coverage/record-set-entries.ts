import type { Catalogues } from '../catalogue/index.ts';
import { compareIds } from '../model/entity.ts';
import { oncePer } from '../once.ts';

/** A class that a catalogue puts into the designated record set. `groups`: its branches of 45 CFR 164.501, or `USCDI`. */
export interface RecordSetEntry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly unverified: boolean;
}

/** The classes by name, and the groups they are told in. */
export interface RecordSetSource {
  readonly entries: readonly RecordSetEntry[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** The group of the classes that USCDI names: most records about a person, whatever their branch. */
export const uscdiGroup = 'USCDI';

const outside: ReadonlySet<string> = new Set(['NO', 'EXCLUDED']);

/** What the catalogues put into the record set: its classes by branch, without those it says are outside, and the present classes of USCDI. Pure. */
export const catalogueSource = oncePer(({ drsBranches, drsClasses, uscdi }: Catalogues): RecordSetSource => ({
  groups: [...drsBranches.map(({ id, name }) => ({ id, name })), { id: uscdiGroup, name: 'Classes of USCDI' }],
  entries: [
    ...drsClasses
      .filter(({ inDrs }) => !outside.has(inDrs))
      .map(({ id, slug, name, branch, unverified }) => ({ id, slug, name, groups: branch, unverified })),
    ...uscdi.classes
      .filter(({ until }) => until === undefined)
      .map(({ id, slug, name, unverified }) => ({ id, slug, name, groups: [uscdiGroup], unverified })),
  ].sort((a, b) => compareIds(a.name.toLowerCase(), b.name.toLowerCase()) || compareIds(a.id, b.id)),
}));
