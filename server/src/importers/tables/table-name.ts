/** Schemas that say nothing: what a table is in when nobody chose. */
const usualSchemas = new Set(['public', 'dbo']);

/** Returns the name of a table with its schema in front, unless that is the usual one of its product or absent. */
export const qualifiedName = (name: string, schema: string | undefined): string =>
  schema === undefined || usualSchemas.has(schema.toLowerCase()) ? name : `${schema}.${name}`;

/** Returns what a table is known by, whatever the case of its name: `lab.Result` gives `lab.result`. */
export const tableKey = (name: string): string => name.trim().toLowerCase();

/** Returns the last part of a name: `clin.operation` gives `operation`. */
export const bareName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** File name endings of exports, also of packed ones. */
const extension =
  /(?:\.(?:tsv|csv|txt|dat|psv|json|jsonl|ndjson|xml|xlsx?|parquet|html?|md|sql))?(?:\.(?:gz|zip|bz2))?$/i;

/** A number behind a name that continues a table with too many columns: `PATIENT_2`. `_1` and years are none. */
const continued = /_(?:[2-9]|1\d)$/;

/** Returns the name of a table for a file of an export: folders and endings dropped. `EHITables/PAT_ENC.tsv` gives `PAT_ENC`. */
export const tableOfFile = (path: string): string =>
  path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .replace(extension, '')
    .trim();

/**
 * Returns what the logical table is known by that a table of a dictionary or a file of an export belongs to: case and schema dropped,
 * and the number of a continuation: `PATIENT`, `PATIENT_2` and `dbo.Patient_3` are `patient`. It looks at the name only, so that a
 * dictionary and a list of files agree whatever else is in them.
 */
export const familyKey = (name: string): string => tableKey(bareName(name)).replace(continued, '');

/** Returns whether a name is that of a continuation: `PATIENT_2`. */
export const isContinuation = (name: string): boolean => continued.test(name.trim());
