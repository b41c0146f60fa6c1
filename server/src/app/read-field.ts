import { nearestText } from '../domain/inventory/nearest-text.ts';
import { isCalendarDate } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { FieldSpec } from './entity-fields.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { isId, isImportSource, textLimit } from './text-rules.ts';

/** Which codes a catalogue knows, by its name. */
export type KnownCodes = (list: string) => ReadonlySet<string>;

type PlainSpec = Exclude<FieldSpec, { readonly kind: 'links' | 'target' | 'answers' }>;

/**
 * Returns the value a document gets for one plain field, `undefined` where the field is cleared. Lists lose repeated
 * entries; texts lose space at their ends. Error: `InputInvalid` with the field's name.
 */
export const readField = (
  field: string,
  spec: PlainSpec,
  value: unknown,
  codes: KnownCodes,
): Result<unknown, InputInvalid> => {
  if (spec.kind === 'texts' || spec.kind === 'references') return readList(field, spec, value, codes);
  const cleared = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (cleared) return clearField(field, spec);
  if (spec.kind === 'flag') {
    return typeof value === 'boolean' ? ok(value) : err(inputInvalid(field, `${field} must be true or false.`));
  }
  if (typeof value !== 'string') return err(inputInvalid(field, `${field} must be a text.`));
  return readText(field, spec, value.trim(), codes);
};

const clearField = (field: string, spec: PlainSpec): Result<unknown, InputInvalid> => {
  if ('required' in spec || spec.kind === 'source')
    return err(inputInvalid(field, `${field} is needed; it cannot be empty.`));
  return ok(spec.kind === 'flag' ? spec.default : undefined);
};

const readText = (field: string, spec: PlainSpec, text: string, codes: KnownCodes): Result<string, InputInvalid> => {
  if (text.length > textLimit) {
    return err(
      inputInvalid(field, `${field} has ${text.length} characters; at most ${textLimit} are kept. Shorten it.`),
    );
  }
  switch (spec.kind) {
    case 'date':
      return isCalendarDate(text)
        ? ok(text)
        : err(inputInvalid(field, `"${text}" is not a calendar date; write YYYY-MM-DD.`));
    case 'sha256':
      return /^[0-9a-f]{64}$/i.test(text)
        ? ok(text.toLowerCase())
        : err(inputInvalid(field, `${field} must be the 64 hex digits of a SHA-256.`));
    case 'source':
      return isImportSource(text) ? err(importSourceStated(field, text)) : ok(text);
    case 'reference':
      return isId(text) ? ok(text) : err(inputInvalid(field, `"${text}" is not an id.`));
    default:
      return checkCode(field, spec, text, codes);
  }
};

/** Returns the refusal of a source that only an import may state. */
export const importSourceStated = (field: string, text: string): InputInvalid =>
  inputInvalid(
    field,
    `"${text}" says that an import found this. Name the person or the document it comes from, or leave ${field} out.`,
  );

/** How many allowed values an error spells out; the rest are counted. */
const mostListed = 12;

const checkCode = (field: string, spec: PlainSpec, text: string, codes: KnownCodes): Result<string, InputInvalid> => {
  const known =
    'code' in spec && spec.code !== undefined
      ? codes(spec.code)
      : 'values' in spec && spec.values !== undefined
        ? new Set(spec.values)
        : undefined;
  if (known === undefined || known.has(text)) return ok(text);
  const near = nearestText(text, known);
  const rest = known.size - mostListed;
  const listed = [...known].slice(0, mostListed).join(', ');
  const choices = `Choose one of: ${listed}${rest > 0 ? ` (and ${rest} more; the API lists them under catalogue)` : ''}.`;
  const mend = near === undefined ? choices : `Did you mean ${near}?`;
  return err(inputInvalid(field, `"${text}" is not a known value of ${field}. ${mend}`));
};

const readList = (
  field: string,
  spec: Extract<PlainSpec, { readonly kind: 'texts' | 'references' }>,
  value: unknown,
  codes: KnownCodes,
): Result<readonly string[], InputInvalid> => {
  if (value === null || value === undefined) return ok([]);
  if (!Array.isArray(value)) return err(inputInvalid(field, `${field} must be a list.`));
  const texts = new Set<string>();
  for (const entry of value as readonly unknown[]) {
    const text = String(entry).trim();
    const item: PlainSpec = spec.kind === 'references' ? { kind: 'reference' } : { ...spec, kind: 'text' };
    const read =
      text === '' ? err(inputInvalid(field, `An entry of ${field} is empty.`)) : readText(field, item, text, codes);
    if (!read.ok) return read;
    texts.add(read.value);
  }
  return ok([...texts]);
};
