import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { inventoryFileKinds, type InventoryFileKind } from '../domain/inventory/inventory-files.ts';
import { isCalendarDate } from '../domain/model/entity.ts';
import type { ValuePath } from '../domain/inventory/inventory-problem.ts';
import { describeSchemaError } from './read-inventory-folder-schema-errors.ts';

/** Something in a value that the JSON Schema of its file refuses. */
export interface SchemaProblem {
  readonly path: ValuePath;
  readonly message: string;
  readonly mend: string;
}

/** Returns what the JSON Schema of a kind of file refuses in a value, in the order of the value; `[]` when it is valid. */
export type SchemaCheck = (kind: InventoryFileKind, value: unknown) => readonly SchemaProblem[];

/** The published schemas stand beside the sources and beside the build: both are three folders below the root. */
const schemaFolder = new URL('../../../schema/json/', import.meta.url);

/** Returns a check of files by the schemas of `schema/json`, read and compiled on first use. Throws when a schema file is missing: the installation is broken. */
export const createSchemaCheck = (): SchemaCheck => {
  let validators: ReadonlyMap<InventoryFileKind, ValidateFunction> | undefined;
  return (kind, value) => {
    validators ??= compileSchemas();
    const validate = validators.get(kind);
    if (validate === undefined) throw new Error(`invariant: no schema for ${kind}`);
    if (validate(value)) return [];
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => toProblem(error, value));
  };
};

const compileSchemas = (): ReadonlyMap<InventoryFileKind, ValidateFunction> => {
  // allErrors: people mend a file once, not once per mistake. verbose: the message needs the schema beside the value.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  ajv.addFormat('date', isDateOrNone);
  ajv.addFormat('utc-instant', isUtcInstant);
  ajv.addSchema(readSchema('common'));
  return new Map(inventoryFileKinds.map((kind) => [kind, ajv.compile(readSchema(kind))]));
};

const readSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`inventory-${name}.schema.json`, schemaFolder), 'utf8')) as object;

const toProblem = (error: ErrorObject, root: unknown): SchemaProblem => {
  const path = pointerToPath(error.instancePath, root);
  const { at, ...text } = describeSchemaError(error);
  return { path: at === undefined ? path : [...path, at], ...text };
};

/** A JSON pointer as keys and positions: a digit is a position only where the value is a list. */
const pointerToPath = (pointer: string, root: unknown): ValuePath => {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path.push(step);
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return path;
};

/** The empty text means none. */
const isDateOrNone = (text: string): boolean => text === '' || isCalendarDate(text);

const isUtcInstant = (text: string): boolean =>
  text === '' ||
  (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) &&
    isCalendarDate(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text)));
