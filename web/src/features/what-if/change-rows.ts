import { conceptNouns, isEdited, type EditedConcept } from '../../editing/edited-concept.ts';
import { formSpecs, type FieldSpec } from '../../editing/form-specs.ts';
import type { FormValues } from '../../editing/form-values.ts';
import { thingsOfInput, type ThingKey } from '../../editing/input-values.ts';
import { counted, listed, sentenceCase } from '../../graph-model/words.ts';
import { readChange, type ReadChange } from './read-change.ts';
import type { Supposed } from './sandbox.ts';
import { turnedFields } from './turned-fields.ts';

/** What the fields of a thing hold now, where that is known. */
export type ValuesBefore = (thing: ThingKey) => FormValues | undefined;

const notKnown: ValuesBefore = () => undefined;

/** A line of what is supposed: one change, things that end together, or something that is down. Places are those in what is supposed. */
export type ChangeRow =
  | { readonly kind: 'outage'; readonly key: string; readonly thing: ThingKey; readonly place: number }
  | {
      readonly kind: 'end';
      readonly key: string;
      readonly ends: readonly EndRead[];
      readonly places: readonly number[];
    }
  | {
      readonly kind: 'add' | 'change';
      readonly key: string;
      readonly read: EditRead;
      readonly places: readonly number[];
    };

type EndRead = Extract<ReadChange, { kind: 'end' }>;
type EditRead = Exclude<ReadChange, { kind: 'end' }>;

/** The lines of what is supposed, in its order, what is down first. Things that end on one day for one reason are one line. Pure. */
export const changeRows = ({ changes, outages }: Supposed): readonly ChangeRow[] => {
  const rows: ChangeRow[] = outages.map((thing, place) => ({
    kind: 'outage',
    key: `down ${thing.concept} ${thing.id}`,
    thing,
    place,
  }));
  changes.forEach((change, place) => {
    const read = readChange(change);
    if (read === undefined) return;
    if (read.kind !== 'end') {
      rows.push({ kind: read.kind, key: `${read.kind} ${place} ${read.id}`, read, places: [place] });
      return;
    }
    const last = rows.at(-1);
    if (last?.kind === 'end' && isTogether(last.ends, read))
      rows.splice(-1, 1, { ...last, ends: [...last.ends, read], places: [...last.places, place] });
    else rows.push({ kind: 'end', key: `end ${place} ${read.id}`, ends: [read], places: [place] });
  });
  return rows;
};

/** What ends in one step: what hangs on a system goes before it, so that a system closes the group. */
const isTogether = (ends: readonly EndRead[], next: EndRead): boolean => {
  const last = ends.at(-1);
  return (
    last !== undefined &&
    last.endedOn === next.endedOn &&
    last.reason === next.reason &&
    last.concept !== 'SYSTEM' &&
    last.concept !== 'RESTRICTION' &&
    next.concept !== 'RESTRICTION'
  );
};

/** The things of a line whose names are needed to tell it. Pure. */
export const thingsOfRow = (row: ChangeRow, valuesBefore: ValuesBefore = notKnown): readonly ThingKey[] => {
  switch (row.kind) {
    case 'outage':
      return [row.thing];
    case 'end':
      return row.ends.length > mostNamed ? row.ends.slice(-1) : row.ends;
    case 'add': {
      const { appliesTo } = row.read.input as { readonly appliesTo?: Readonly<Record<string, string>> };
      return Object.entries(appliesTo ?? {}).map(([field, id]) => ({ concept: targets[field] ?? '', id }));
    }
    case 'change':
      return [{ concept: row.read.concept, id: row.read.id }, ...newlyNamed(row.read, valuesBefore(row.read))];
  }
};

/** What a change names that is not named there now: the names of the rest came with the thing. */
const newlyNamed = ({ concept, input }: EditRead, before: FormValues | undefined): readonly ThingKey[] => {
  if (before === undefined) return [];
  const known = new Set(
    Object.values(before).flatMap((value) =>
      Array.isArray(value) ? value.map((each: string | ThingKey) => (typeof each === 'string' ? each : each.id)) : [],
    ),
  );
  return thingsOfInput(concept, input).filter(({ id }) => !known.has(id));
};

const targets: Readonly<Record<string, string>> = { system: 'SYSTEM', flow: 'FLOW', channel: 'ACCESS_CHANNEL' };
const mostNamed = 4;

/** A line in words; of a change, what it does to each field where it is known what the field holds now. Pure. */
export const rowWords = (
  row: ChangeRow,
  nameOf: (thing: ThingKey) => string,
  valuesBefore: ValuesBefore = notKnown,
): string => {
  switch (row.kind) {
    case 'outage':
      return `${sentenceCase(nounOf(row.thing))} ${nameOf(row.thing)} is down`;
    case 'end':
      return endWords(row.ends, nameOf);
    case 'add': {
      const name = (row.read.input as { readonly name?: string }).name ?? '';
      const on = thingsOfRow(row).map(nameOf).join('');
      return `${sentenceCase(conceptNouns[row.read.concept])} added: ${name}${on === '' ? '' : `, on ${on}`}`;
    }
    case 'change': {
      const { concept, input } = row.read;
      const before = valuesBefore(row.read);
      return `${nameOf(row.read)} changes: ${
        before === undefined
          ? listed(changedWords(concept, input))
          : turnedFields(concept, before, input, nameOf).join('; ') || 'nothing any more'
      }`;
    }
  }
};

const endWords = (ends: readonly EndRead[], nameOf: (thing: ThingKey) => string): string => {
  const main = ends.at(-1);
  if (main === undefined) return '';
  const when = `on ${main.endedOn}`;
  if (main.concept === 'RESTRICTION') return `${nameOf(main)} is lifted ${when}`;
  if (ends.length === 1) return `${sentenceCase(nounOf(main))} ${nameOf(main)} ends ${when}`;
  if (main.concept === 'SYSTEM')
    return `System ${nameOf(main)} ends ${when}, with ${counted(ends.length - 1, 'flow and channel', 'flows and channels')} on it`;
  return ends.length > mostNamed
    ? `${counted(ends.length, 'thing')} end ${when}, ${nameOf(main)} among them`
    : `${listed(ends.map(nameOf))} end ${when}`;
};

const nounOf = ({ concept }: ThingKey): string => (isEdited(concept) ? conceptNouns[concept] : concept.toLowerCase());

/** What a change says of each field, short: a chosen word where there is one. */
const changedWords = (concept: EditedConcept, input: Readonly<Record<string, unknown>>): readonly string[] =>
  formSpecs[concept].flatMap((spec) => (input[spec.name] === undefined ? [] : [fieldWords(spec, input[spec.name])]));

const fieldWords = (spec: FieldSpec, value: unknown): string => {
  const label = spec.label.toLowerCase();
  if (value === null) return `no ${label}`;
  if (spec.kind === 'select')
    return `${label} to ${(spec.options.find(([code]) => code === value)?.[1] ?? String(value)).split(':')[0] ?? ''}`;
  if (spec.kind === 'text' || spec.kind === 'date') return `${label} to ${String(value)}`;
  if (spec.kind === 'yesno') return `${label} to ${value === true ? 'yes' : 'no'}`;
  return label;
};
