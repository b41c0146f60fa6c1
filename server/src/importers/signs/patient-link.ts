import { bareName, tableKey } from '../tables/table-name.ts';
import type { DescribedColumn, DescribedTable } from '../tables/described-table.ts';
import { wordsOf } from './words-of.ts';

/** How a table is tied to a patient. `words` says it: `its column PAT_ID names the patient`. */
export interface PatientLink {
  /** `PATIENT`: by the patient's own number. `RECORD`: by a record that belongs to one patient. `COMMENT`: somebody says so. */
  readonly by: 'PATIENT' | 'RECORD' | 'COMMENT';
  readonly words: string;
}

/** Words of a column that is a patient's number, joined. Systems without foreign keys have no other mark. */
const patientColumn =
  /^(?:(?:fk|id|x?fk|ref) )?(?:(?:pat|patient|person|demographic|identity|subject|client|member|beneficiary|empi|mpi|resident) (?:id|no|num|number|key|pk|uuid|guid|mrn|identity|sk|ien|fk|dfn|internal id)|patientid|personid|demographicno|clientid|pid|mrn|patid|patno|pat mrn id|patient|person|demographic|medical record (?:number|no)|dfn|empi|eid patient|id (?:patient|identity|person))$/;
/** Words of a column that is the number of a record which belongs to one patient, and what that record is. */
const recordColumns: readonly (readonly [words: RegExp, record: string])[] = [
  [
    /^(?:fk )?(?:(?:pat|patient|hosp|hsp|hospital|visit|inpatient) )?(?:enc|encounter|visit|episode|admission|stay)(?: (?:occurrence|detail|csn|data))?(?: (?:id|no|num|number|key|csn|pk|csn id))?$/,
    'encounter',
  ],
  [/^(?:pat enc )?csn(?: id)?$/, 'encounter'],
  [/^(?:fk )?(?:order|ord)(?: (?:proc|med|medication|procedure))? (?:id|no|num|number|key)$/, 'order'],
  [/^(?:fk )?(?:claim|clm)(?: (?:print|recon))? (?:id|no|num|number|key)$/, 'claim'],
  [/^(?:fk )?(?:hsp account|hospital account|account|acct|pb acct|guarantor) (?:id|no|num|number|key)$/, 'account'],
  [/^(?:fk )?(?:invoice|tx|transaction|charge|payment) (?:id|no|num|number|key)$/, 'transaction'],
  [/^(?:fk )?(?:result|lab result|test result) (?:id|no|num|number|key)$/, 'result'],
  [/^(?:fk )?(?:specimen|sample) (?:id|no|num|number|key)$/, 'specimen'],
  [/^(?:fk )?(?:note|clinical note|hno) (?:id|csn id|no|num|key)$/, 'note'],
  [/^(?:fk )?(?:referral|rfl) (?:id|no|num|number|key)$/, 'referral'],
  [/^(?:fk )?(?:coverage|cvg) (?:id|no|num|number|key)$/, 'coverage'],
  [/^(?:fk )?(?:problem|problem list|health issue) (?:id|no|num|number|key)$/, 'problem'],
  [/^(?:fk )?(?:appointment|appt) (?:id|no|num|number|key)$/, 'appointment'],
  [/^(?:fk )?(?:prescription|rx) (?:id|no|num|number|key)$/, 'prescription'],
  [/^(?:fk )?(?:treatment plan|care plan|careplan) (?:id|no|num|number|key)$/, 'care plan'],
  [/^(?:fk )?implant (?:id|no|num|number|key)$/, 'implant'],
];
/** Columns that name who works with a record, or when it was kept: everything has them, and they say nothing of patients. */
const staffColumn =
  /\b(?:user|creator|created|changed|voided|retired|updated|modified|modifier|entered|author|provider|staff|employee|physician|doctor|practitioner|operator|owner|reviewer|signed|verified|performer|clinician|nurse|contact)\b|\bby(?: (?:id|name|no))?$/;
/** Tables of people who are no patients, and of what everybody shares. */
const staffTable =
  /\b(?:user|provider|staff|employee|physician|practitioner|doctor|role|privilege|department|operator)\b/;
/** Tables that are the patient, by all their words. */
const patientTable =
  /^(?:patient|pat|person|demographic|identity|x?lnk identity)(?: (?:master|info|information|data|basic|record|table|detail|demographic))?$/;
/** Tables that belong to one patient each, when the file does not have them. */
const recordTable = /^(?:encounter|visit|episode|admission|health issue|clin root item)$/;

/** Returns whether a column names who works with a record. */
export const isStaffColumn = (name: string): boolean => staffColumn.test(wordsOf(name).join(' '));

/** Returns whether a column is a number of something: a key, by its name. */
export const isNumberColumn = (name: string): boolean =>
  /(?:^|_|[a-z](?=I))(?:id|no|num|number|csn|key|pk|uuid|guid)$/i.test(name);

/** Returns whether a table is the patient, by its name. */
export const isPatientTable = (name: string): boolean => patientTable.test(wordsOf(bareName(name)).join(' '));

/** Returns what the record is that a column numbers, `encounter`; `undefined` when its name does not say. */
export const recordOfColumn = (name: string): string | undefined => {
  const words = wordsOf(name).join(' ');
  return recordColumns.find(([pattern]) => pattern.test(words))?.[1];
};

/** How many tables a chain of foreign keys may pass. */
const longestChain = 3;

/**
 * Returns how each table of a schema is tied to a patient, `undefined` where nothing ties it. A column that is a patient's number
 * comes first, then foreign keys (declared ones, or a column with the name of another table's only key), then the number of a record that
 * belongs to one patient, then what the comment says. Keys that name staff tie nothing. Pure.
 */
export const patientLinks = (tables: readonly DescribedTable[]): readonly (PatientLink | undefined)[] => {
  const byName = new Map<string, number>();
  for (const [index, { name }] of tables.entries()) {
    byName.set(tableKey(name), index);
    if (!byName.has(tableKey(bareName(name)))) byName.set(tableKey(bareName(name)), index);
  }
  const ownerOfKey = onlyKeys(tables);
  const byJoinedName = new Map(tables.map(({ name }, index) => [joined(bareName(name)), index]));
  const links = tables.map((table) => directLink(table));
  for (let step = 0; step < longestChain; step += 1) {
    const found: [number, PatientLink][] = [];
    for (const [index, table] of tables.entries()) {
      if (links[index] !== undefined || isStaff(table.name)) continue;
      for (const column of table.columns) {
        const target = targetOf(column, byName, ownerOfKey, byJoinedName);
        if (target === undefined || target === index || isStaffColumn(column.name)) continue;
        const parent = tables[target];
        const link = links[target];
        if (parent === undefined || link === undefined || isStaff(parent.name)) continue;
        found.push([
          index,
          { by: 'RECORD', words: `its column ${column.name} points to ${parent.name}, which belongs to a patient` },
        ]);
        break;
      }
    }
    if (found.length === 0) break;
    for (const [index, link] of found) links[index] = link;
  }
  return tables.map((table, index) => links[index] ?? recordLink(table) ?? commentLink(table));
};

const isStaff = (name: string): boolean => staffTable.test(wordsOf(bareName(name)).join(' '));

const directLink = (table: DescribedTable): PatientLink | undefined => {
  if (isStaff(table.name)) return undefined;
  if (isPatientTable(table.name)) return { by: 'PATIENT', words: 'it is the table of patients' };
  const column = table.columns.find(({ name }) => patientColumn.test(wordsOf(name).join(' ')));
  if (column !== undefined) return { by: 'PATIENT', words: `its column ${column.name} names the patient` };
  for (const { name, references } of table.columns) {
    if (references === undefined || isStaffColumn(name)) continue;
    const [target = ''] = splitReference(references);
    const words = wordsOf(bareName(target)).join(' ');
    if (patientTable.test(words)) return { by: 'PATIENT', words: `its key ${name} points to ${target}` };
    if (recordTable.test(words)) return { by: 'RECORD', words: `its key ${name} points to ${target}` };
  }
  return undefined;
};

const recordLink = (table: DescribedTable): PatientLink | undefined => {
  if (isStaff(table.name)) return undefined;
  for (const { name } of table.columns) {
    const record = recordOfColumn(name);
    if (record !== undefined) return { by: 'RECORD', words: `its column ${name} numbers the ${record}` };
  }
  return undefined;
};

const commentLink = ({ name, comment }: DescribedTable): PatientLink | undefined =>
  comment !== undefined && !isStaff(name) && /\bpatient(?:'s|s')?\b/i.test(comment)
    ? { by: 'COMMENT', words: 'its comment speaks of the patient' }
    : undefined;

/** The table that a reference names: `lab.result.id` may be a table `lab.result`. */
const splitReference = (references: string): readonly string[] => {
  const dot = references.lastIndexOf('.');
  return dot < 0 ? [references] : [references.slice(0, dot), references.slice(dot + 1)];
};

const targetOf = (
  { name, key, references }: DescribedColumn,
  byName: ReadonlyMap<string, number>,
  ownerOfKey: ReadonlyMap<string, number>,
  byJoinedName: ReadonlyMap<string, number>,
): number | undefined => {
  if (references === undefined) {
    if (key !== 'PRIMARY' && !isNumberColumn(name)) return undefined;
    // `cdsClientFormId` is that of the table CdsClientForm.
    return ownerOfKey.get(name.toLowerCase()) ?? byJoinedName.get(joined(name).replace(/(?:id|no|key|pk)$/, ''));
  }
  const [target = ''] = splitReference(references);
  return byName.get(tableKey(references)) ?? byName.get(tableKey(target)) ?? byName.get(tableKey(bareName(target)));
};

const joined = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The tables whose only key has a name no other table's only key has; `id` and `line` number everything. */
const onlyKeys = (tables: readonly DescribedTable[]): ReadonlyMap<string, number> => {
  const owners = new Map<string, number>();
  const shared = new Set<string>();
  for (const [index, { columns }] of tables.entries()) {
    const keys = columns.filter(({ key }) => key === 'PRIMARY');
    const name = keys.length === 1 ? keys[0]?.name.toLowerCase() : undefined;
    if (name === undefined || /^(?:id|pk|line|uuid|key|no|record_?id)$/.test(name)) continue;
    if (owners.has(name)) shared.add(name);
    owners.set(name, index);
  }
  for (const name of shared) owners.delete(name);
  return owners;
};
