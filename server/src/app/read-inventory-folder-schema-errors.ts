import type { ErrorObject } from 'ajv/dist/2020.js';
import { nearestText } from '../domain/inventory/nearest-text.ts';

/** What is wrong with a value and how to mend it, in words; `at` is the key inside the value that is meant, if one is. */
export interface SchemaErrorText {
  readonly message: string;
  readonly mend: string;
  readonly at?: string;
}

/** Returns the words for one error of the JSON Schema validator (made with `verbose`). Pure and total. */
export const describeSchemaError = (error: ErrorObject): SchemaErrorText => {
  const describe = textByKeyword[error.keyword];
  return describe?.(error) ?? { message: error.message ?? 'the value is not allowed', mend: 'correct the value' };
};

type Params = Readonly<Record<string, unknown>>;

const textByKeyword: Readonly<Record<string, (error: ErrorObject) => SchemaErrorText>> = {
  additionalProperties: (error) => {
    const field = String((error.params as Params)['additionalProperty']);
    const known = Object.keys(error.parentSchema?.['properties'] ?? {});
    const near = nearestText(field, known);
    return {
      message: `the field "${field}" is not known here`,
      mend: near === undefined ? `take it away; known here: ${known.join(', ')}` : `write "${near}", or take it away`,
      at: field,
    };
  },
  required: (error) => {
    const field = String((error.params as Params)['missingProperty']);
    return { message: `the field "${field}" is missing`, mend: `add "${field}: …"` };
  },
  type: (error) => {
    const wanted = String((error.params as Params)['type']);
    const given = describeValue(error.data);
    if (wanted === 'string' && (typeof error.data === 'number' || typeof error.data === 'boolean'))
      return { message: `it must be text, and ${given} is not`, mend: `put it in quotes: '${String(error.data)}'` };
    if (error.data === null) return { message: 'it has no value', mend: 'give it a value or take the field away' };
    return {
      message: `it must be ${typeWords[wanted] ?? wanted}, not ${given}`,
      mend: `write ${typeWords[wanted] ?? wanted}`,
    };
  },
  enum: (error) => {
    const allowed = (error.params as { readonly allowedValues: readonly unknown[] }).allowedValues.map(String);
    const near = typeof error.data === 'string' ? nearestText(error.data, allowed) : undefined;
    return {
      message: `${describeValue(error.data)} is not one of ${allowed.join(', ')}`,
      mend: near === undefined ? 'write one of them' : `write ${near}`,
    };
  },
  const: (error) => {
    const wanted = String((error.params as Params)['allowedValue']);
    return { message: `it must be ${wanted}, not ${describeValue(error.data)}`, mend: `write ${wanted}` };
  },
  pattern: (error) =>
    (error.params as Params)['pattern'] === idPattern
      ? {
          message: `${describeValue(error.data)} is not an id`,
          mend: 'use 1 to 128 of the characters A-Z a-z 0-9 . _ : - and begin with a letter or digit',
        }
      : {
          message: `${describeValue(error.data)} is not a SHA-256`,
          mend: 'write its 64 hexadecimal digits in lower case',
        },
  format: (error) =>
    (error.params as Params)['format'] === 'date'
      ? { message: `${describeValue(error.data)} is not a calendar date`, mend: 'write it as YYYY-MM-DD' }
      : {
          message: `${describeValue(error.data)} is not an instant in UTC`,
          mend: 'write it as YYYY-MM-DDTHH:MM:SS.sssZ, with the Z',
        },
  minLength: () => ({ message: 'it is empty', mend: 'give it a value or take it away' }),
  minProperties: () => ({ message: 'it names nothing', mend: 'name exactly one, e.g. {system: ID}' }),
  maxProperties: () => ({ message: 'it names more than one', mend: 'keep exactly one of them' }),
  uniqueItems: (error) => {
    const { i, j } = error.params as { readonly i: number; readonly j: number };
    return {
      message: `entries ${Math.min(i, j)} and ${Math.max(i, j)} of the list are the same`,
      mend: 'keep one of them',
    };
  },
};

const idPattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$';

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  string: 'text',
  boolean: 'true or false',
};

const longestShown = 60;

const describeValue = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  return `"${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}"`;
};
