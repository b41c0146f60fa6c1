import { kindName, type KindNames } from '../../graph-model/catalogue-words.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { fieldWords } from './words.ts';

/** A column of a table or a field of a record, as the file names it. */
export interface ObservedPart {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** What an observation says as data, as far as a person reads it. */
export interface ToldStatement {
  readonly fields: readonly { readonly label: string; readonly text: string }[];
  readonly parts: readonly ObservedPart[];
  readonly expression: string | undefined;
}

/** What is told elsewhere, or only joins one observation to another. */
const untold = new Set(['kind', 'expression', 'certainty', 'from', 'to', 'system', 'at', 'about', 'code']);

/** Reads what an importer wrote, which may be anything: what is no text, number or list of texts is left out. Pure and total. */
export const readStatement = (statement: unknown, names: KindNames): ToldStatement => {
  const fields = entriesOf(statement);
  const parts = fields.find(([name]) => name === 'parts')?.[1];
  const expression = fields.find(([name]) => name === 'expression')?.[1];
  return {
    fields: fields.flatMap(([name, value]) => {
      const text = untold.has(name) ? '' : textOf(name, value, names);
      return text === '' ? [] : [{ label: fieldWords(name), text }];
    }),
    parts: Array.isArray(parts) ? parts.map(partOf) : [],
    expression: typeof expression === 'string' && expression !== '' ? expression : undefined,
  };
};

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (name: string, value: unknown, names: KindNames): string => {
  if (name === 'isActive') return value === false ? 'no, it is switched off' : '';
  if (name === 'isComplete') return value === true ? 'the file shows all of it' : '';
  if (name === 'isUnresolved') return value === true ? 'an address is known, and no system' : '';
  if (name === 'isSelf') return value === true ? 'the file is about it' : '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (name === 'systemKind' || name === 'channelKind') return kindName(value, names);
    return /^[A-Z_]+$/.test(value) && coded.has(name) ? sentenceCase(value.toLowerCase().replaceAll('_', ' ')) : value;
  }
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : '';
};

/** The fields that hold one of the model's own words. */
const coded = new Set(['nature', 'effect', 'role', 'lifecycle']);

const partOf = (part: unknown): ObservedPart => {
  const fields = new Map(entriesOf(part));
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const key = text('key') === 'PRIMARY' ? 'primary key' : '';
  const references = text('references') === '' ? '' : `refers to ${text('references')}`;
  return {
    name: text('name'),
    type: [text('type'), key, references].filter((each) => each !== '').join(', '),
    comment: text('comment'),
  };
};
