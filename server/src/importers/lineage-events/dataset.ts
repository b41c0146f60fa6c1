import { asObject, cleanText, field, items, textField, type Located } from '../json-value.ts';
import { redact, redactAddress } from '../redact.ts';
import {
  columnComment,
  mostColumnsOfTable,
  nameText,
  typeText,
  type DescribedColumn,
} from '../tables/described-table.ts';

/** A dataset as events describe it, one after the other. */
export interface Dataset {
  readonly key: string;
  /** Its namespace, cleaned; `unknown` for none. */
  readonly system: string;
  readonly name: string;
  readonly pointer: string;
  description: string;
  fields: readonly DescribedColumn[];
  /** Other names, and who answers for it, in words. */
  readonly remarks: Set<string>;
  /** Where it can be reached. */
  readonly addresses: Set<string>;
  isDropped: boolean;
}

/** What a dataset without a namespace is said to be in. */
export const unknownSystem = 'unknown';

/** Test recordings stand for a value with `${…}` or `{{ … }}`: nobody knows it. */
export const isPlaceholder = (text: string): boolean => /^\s*(?:\$\{|\{\{)/.test(text);

/** Returns the names of a dataset or of one that is referred to, cleaned; `undefined` when it has no name or only a placeholder for one. */
export const nameOf = (value: unknown): Pick<Dataset, 'key' | 'system' | 'name'> | undefined => {
  const said = textField(value, 'name');
  if (said === undefined || isPlaceholder(said)) return undefined;
  const system = namespaceOf(textField(value, 'namespace'));
  const name = datasetName(said);
  return { key: `${system} ${name}`, system, name };
};

/** Returns a dataset that nothing is known of but its names. */
export const emptyDataset = (names: Pick<Dataset, 'key' | 'system' | 'name'>, pointer: string): Dataset => ({
  ...names,
  pointer,
  description: '',
  fields: [],
  remarks: new Set(),
  addresses: new Set(),
  isDropped: false,
});

/** Adds what an event says of a dataset to it (mutates it). Values, samples and counts are not read. */
export const describeDataset = (dataset: Dataset, { value, pointer }: Located): void => {
  const facets = field(value, 'facets');
  dataset.description ||= redact(textField(field(facets, 'documentation'), 'description') ?? '');
  const fields = fieldsOf({ value: field(facets, 'schema'), pointer }, '', 0);
  if (fields.length > dataset.fields.length) dataset.fields = fields.slice(0, mostColumnsOfTable);
  const uri = textField(field(facets, 'dataSource'), 'uri');
  // What ends with the dataset itself is no address of what it is in.
  if (uri !== undefined && uri.includes('://') && !isPlaceholder(uri) && dataset.addresses.size < 20)
    dataset.addresses.add(redactAddress(uri).slice(0, 200));
  for (const { value: link } of items({ value: field(facets, 'symlinks'), pointer }, 'identifiers').slice(0, 5)) {
    const other = nameOf(link);
    if (other !== undefined && other.key !== dataset.key)
      addTo(dataset.remarks, `Also known as ${other.name} in ${other.system}`);
  }
  for (const { value: owner } of items({ value: field(facets, 'ownership'), pointer }, 'owners').slice(0, 5)) {
    const name = textField(owner, 'name');
    if (name !== undefined && !isPlaceholder(name)) addTo(dataset.remarks, `Owner: ${redact(name)}`);
  }
  const change = textField(field(facets, 'lifecycleStateChange'), 'lifecycleStateChange');
  if (change !== undefined) dataset.isDropped = change.toUpperCase() === 'DROP';
};

/** Returns which field of which dataset each column of an output is made of, in the order of the file. */
export const columnSources = (value: unknown): ReadonlyMap<string, readonly string[]> => {
  const fields = asObject(field(field(field(value, 'facets'), 'columnLineage'), 'fields'));
  return new Map(
    Object.entries(fields)
      .slice(0, mostColumnsOfTable)
      .flatMap(([name, lineage]) => {
        const column = nameText(name);
        const from = items({ value: lineage, pointer: '' }, 'inputFields')
          .slice(0, 50)
          .flatMap(({ value: input }) => {
            const [source, part] = [nameOf(input), nameText(field(input, 'field'))];
            return source === undefined || part === undefined ? [] : [columnKey(source.key, part)];
          });
        return column === undefined ? [] : [[column, [...new Set(from)]] as const];
      }),
  );
};

/** Returns what a column of a dataset is known by, among those of all datasets. */
export const columnKey = (dataset: string, column: string): string => `${dataset}\n${column.toLowerCase()}`;

const addTo = (set: Set<string>, text: string): void => {
  if (set.size < 12) set.add(text.slice(0, 300));
};

const namespaceOf = (namespace: string | undefined): string => {
  if (namespace === undefined || isPlaceholder(namespace)) return unknownSystem;
  const cleaned = redactAddress(namespace).replace(/\/+$/, '') || namespace;
  return cleaned.includes('://') ? cleaned.toLowerCase() : cleaned;
};

/** Paths hold days, numbers and keys of what is in them, `patient=123`: they are left out, and so all parts of a dataset are one. */
const datasetName = (name: string): string => {
  const cleaned = name.includes('://') ? redactAddress(name) : redact(name.replace(/[?#].*$/s, ''));
  if (!cleaned.includes('/')) return cleaned;
  return cleaned.replace(/=[^/]{1,300}/g, '=*').replace(/\d{4}-\d{2}(?:-\d{2})?|\d{5,40}/g, '*');
};

/** Fields nest; a field in another is called by both names. */
const fieldsOf = (within: Located, prefix: string, depth: number): readonly DescribedColumn[] =>
  depth > 8
    ? []
    : items(within, 'fields')
        .slice(0, mostColumnsOfTable)
        .flatMap((each) => {
          const own = nameText(field(each.value, 'name'));
          if (own === undefined || isPlaceholder(own)) return [];
          const name = `${prefix}${own}`.slice(0, 200);
          const [type, comment] = [
            typeText(field(each.value, 'type')),
            columnComment(field(each.value, 'description')),
          ];
          return [
            { name, ...(type === undefined ? {} : { type }), ...(comment === undefined ? {} : { comment }) },
            ...fieldsOf(each, `${name}.`, depth + 1),
          ];
        });

/** Returns the name of a job with its namespace, cleaned; placeholders are left out. */
export const jobName = (job: unknown): string =>
  [cleanText(field(job, 'namespace')), cleanText(field(job, 'name'))]
    .filter((each) => each !== undefined && !isPlaceholder(each))
    .map((each) => (each?.includes('://') === true ? redactAddress(each) : redact(each ?? '')))
    .join('.')
    .slice(0, 300) || 'a job without a name';
