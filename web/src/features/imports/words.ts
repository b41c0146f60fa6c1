import type { FactChange, ImportPhase, ImportStatus } from '../../gql/graphql.ts';
import { counted, listed, sentenceCase } from '../../graph-model/words.ts';
import type { GlyphName } from '../../ui/glyphs.ts';

/** What an import is doing, as a sentence without its full stop. */
export const phaseWords: Readonly<Record<ImportPhase, string>> = {
  WAITING: 'Waiting for the import before it',
  HASHING: 'Reading the file once, to know it',
  READING: 'Reading what the file says',
  COMPARING: 'Comparing it with the inventory',
  WRITING: 'Writing what it saw',
  DONE: 'Done',
  FAILED: 'Failed',
};

/** How an import went, in words. */
export const statusWords: Readonly<Record<ImportStatus, string>> = {
  RUNNING: 'under way or interrupted',
  DONE: 'done',
  FAILED: 'failed, nothing was written',
  UNDONE: 'taken back',
};

/** How the state of an import looks: no two have the same shape and sign. */
export const statusGlyphs: Readonly<Record<ImportStatus, readonly [glyph: GlyphName, color: string]>> = {
  RUNNING: ['clock', '--limited'],
  DONE: ['check', '--released'],
  FAILED: ['caution', '--undocumented'],
  UNDONE: ['dash', '--stranded'],
};

/** What became of facts, those that want to be read first in front. What stays the same is only counted. */
export const changes: readonly Exclude<FactChange, 'UNCHANGED'>[] = ['VANISHED', 'CHANGED', 'APPEARED'];

/** What became, or would become, of facts. */
export const changeWords = (change: FactChange, isDryRun: boolean): string =>
  (isDryRun ? wouldWords : didWords)[change];

const wouldWords: Readonly<Record<FactChange, string>> = {
  APPEARED: 'would appear',
  CHANGED: 'would change',
  UNCHANGED: 'would stay the same',
  VANISHED: 'would vanish',
};

const didWords: Readonly<Record<FactChange, string>> = {
  APPEARED: 'appeared',
  CHANGED: 'changed',
  UNCHANGED: 'stayed the same',
  VANISHED: 'vanished',
};

interface Count {
  readonly name: string;
  readonly count: number;
}

/** The number of a name among counts; 0 when it is not there. */
export const countOf = (counts: readonly Count[], name: string): number =>
  counts.find((each) => each.name === name)?.count ?? 0;

/**
 * What a file has: `3 systems and 2 tables or documents with 40 columns, pointing at 5 data classes`; empty when nothing was counted. All
 * but the classes, which are within the others, are facts: as many as appear, change and stay.
 */
export const contentWords = (counts: readonly Count[]): string => {
  const facts = factsIn(counts);
  const classes = countOf(counts, 'classes');
  if (classes === 0) return facts;
  const words = counted(classes, 'data class', 'data classes');
  return facts === '' ? words : `${facts}, pointing at ${words}`;
};

const factsIn = (counts: readonly Count[]): string =>
  listed(
    nouns.flatMap(([name, one, many]) => {
      const count = countOf(counts, name);
      if (count === 0) return [];
      const parts = name === 'holdings' ? countOf(counts, 'parts') : 0;
      return [
        counted(count, one, many) +
          (parts === 0 ? '' : ` with ${counted(parts, 'column or field', 'columns or fields')}`),
      ];
    }),
  );

const nouns: readonly (readonly [name: string, one: string, many: string])[] = [
  ['systems', 'system', 'systems'],
  ['flows', 'flow', 'flows'],
  ['channels', 'access channel', 'access channels'],
  ['holdings', 'table or document', 'tables or documents'],
  ['filters', 'place that holds data back', 'places that hold data back'],
  ['notes', 'note', 'notes'],
  ['cannotTell', 'thing it does not tell', 'things it does not tell'],
  ['expectations', 'expectation', 'expectations'],
];

/** What a capability statement added to the inventory: `9 things added and 1 changed`; empty when it added and changed none. */
export const inventoryWords = (counts: readonly Count[]): string =>
  listed(
    (['created', 'updated'] as const).flatMap((name) => {
      const count = countOf(counts, name);
      return count === 0 ? [] : [`${counted(count, 'thing')} ${name === 'created' ? 'added' : 'changed'}`];
    }),
  );

/** What becomes of it all: `12 would appear, 1 would vanish, 40 would stay the same`; empty when nothing was counted. */
export const changesWords = (counts: readonly Count[], isDryRun: boolean): string =>
  listed(
    (['APPEARED', 'CHANGED', 'VANISHED', 'UNCHANGED'] as const).flatMap((change) => {
      const count = countOf(counts, change.toLowerCase());
      return count === 0 ? [] : [`${count} ${changeWords(change, isDryRun)}`];
    }),
  );

const factNames: Readonly<Record<string, string>> = {
  channel: 'access channel',
  holding: 'table or document',
  'cannot-tell': 'thing it does not tell',
  filter: 'place that holds data back',
};

/** What kind of fact a short code stands for. */
export const factWords = (fact: string): string => factNames[fact] ?? codeWords(fact);

/** The name under which a file is kept, without the kind of file before it. */
export const keptUnder = (origin: string): string => origin.slice(origin.indexOf(':') + 1);

/** A short code in words: `disabled-destination` gives `disabled destination`. */
export const codeWords = (code: string): string => code.toLowerCase().replaceAll(/[-_]/g, ' ');

const fieldNames: Readonly<Record<string, string>> = {
  systemKind: 'Kind',
  channelKind: 'Kind',
  engineRef: 'Name in the engine',
  isActive: 'Running',
  active: 'Running',
  isComplete: 'The file shows all of it',
  isSelf: 'The file is about it',
  isUnresolved: 'Only an address is known',
  at: 'Place',
  parts: 'Columns or fields',
};

/** A field in words: `baseUrl` gives `Base url`. */
export const fieldWords = (field: string): string =>
  fieldNames[field] ??
  sentenceCase(field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()).replace(/^(Fhir|Uscdi|Drs)\b/, (word) =>
    word.toUpperCase(),
  );

/** What a field was and is, or of a list what is gone and added, in words. */
export const differenceOf = (before: string, after: string): string => {
  if (before === '') return after;
  return after === '' ? `${before} is gone` : `${before}, then ${after}`;
};

const targetNames: Readonly<Record<string, string>> = {
  name: 'name',
  vendor: 'vendor',
  product: 'product',
  version: 'version',
  kind: 'kind',
  organization: 'organization that runs it',
  custodian: 'who looks after it',
  lifecycle: 'in use or retired',
  description: 'description',
  identifier: 'address or identifier',
  hosting: 'where it is hosted',
  classes: 'data',
  from: 'sending system',
  to: 'receiving system',
  protocol: 'protocol or format',
  trigger: 'what sets it off',
  schedule: 'how often',
  engineRef: 'name in the engine',
  active: 'whether it runs',
  filter: 'what is left out',
  direction: 'direction',
};

/** What a column can be taken for, in words: `flow.engineRef` gives `flow: name in the engine`. */
export const targetWords = (target: string): string => {
  const [of = '', what = ''] = target.split('.', 2);
  return `${codeWords(of)}: ${targetNames[what] ?? codeWords(what)}`;
};

/** The length of a file: `812 bytes`, `1.4 MB`. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${(bytes / size).toFixed(1)} ${unit}`;
};

/** The kind of an import of a capability statement, which has fields of its own. */
export const capabilityKind = 'capability-statement';

/** The page that lists what an import saw beside what is declared; undefined for a capability statement, which is taken in at once. */
export const reconcileHref = (kind: string, run: string): string | undefined =>
  kind === capabilityKind ? undefined : `/reconcile?run=${encodeURIComponent(run)}`;

/** The kind of an import of a list, whose columns somebody may map. */
export const listKind = 'spreadsheet';
