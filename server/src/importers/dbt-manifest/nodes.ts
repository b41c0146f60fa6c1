import { asObject, cleanText, field, textField } from '../json-value.ts';
import { redact, redactAddress } from '../redact.ts';
import {
  columnComment,
  mostColumns,
  mostColumnsOfTable,
  mostTables,
  nameText,
  typeText,
  type DescribedColumn,
} from '../tables/described-table.ts';

/** A node of a manifest that holds data: a model, seed or snapshot of the project, or a source it takes from. */
export interface DbtNode {
  readonly id: string;
  readonly isSource: boolean;
  /** The name of its source, for a source. */
  readonly source: string;
  readonly name: string;
  readonly database: string;
  readonly schema: string;
  readonly description: string;
  /** `table`, `view`, `incremental`; `ephemeral` for a part of other models that is no table. */
  readonly materialized: string;
  /** What fills a source, where the manifest says so. */
  readonly loader: string;
  readonly columns: readonly DescribedColumn[];
  /** Ids of the nodes it is made of. */
  readonly from: readonly string[];
  readonly pointer: string;
}

/** What of a manifest holds data; tests, analyses and operations do not. */
const holders = new Set(['model', 'seed', 'snapshot', 'source']);

/** Returns the nodes of a manifest that hold data in its order, and how many tables or columns were too many. Their code is not read. */
export const nodesOf = (manifest: unknown): { readonly nodes: readonly DbtNode[]; readonly left: number } => {
  const all = (['nodes', 'sources'] as const).flatMap((list) =>
    Object.entries(asObject(field(manifest, list)))
      .filter(([, value]) => holders.has(textField(value, 'resource_type') ?? ''))
      .map(([id, value]) => ({ id, value, list })),
  );
  let [columns, left] = [0, Math.max(0, all.length - mostTables)];
  const nodes = all.slice(0, mostTables).map(({ id, value, list }) => {
    const own = columnsOf(field(value, 'columns'));
    const kept = own.slice(0, Math.max(0, mostColumns - columns));
    columns += kept.length;
    left += own.length - kept.length;
    return toNode(id, value, list, kept);
  });
  return { nodes, left };
};

const toNode = (
  id: string,
  value: unknown,
  list: 'nodes' | 'sources',
  columns: readonly DescribedColumn[],
): DbtNode => {
  const text = (name: string): string => textField(value, name) ?? '';
  const location = textField(field(value, 'external'), 'location');
  return {
    id: id.slice(0, 300),
    isSource: text('resource_type') === 'source',
    source: redact(text('source_name')),
    name: nameText(text('identifier') || text('alias') || text('name')) ?? id.slice(0, 128),
    database: nameText(text('database')) ?? '',
    schema: nameText(text('schema')) ?? '',
    description: [
      redact(text('description')),
      location === undefined ? '' : `Read from ${redactAddress(location)}`,
      tagsOf(value),
    ]
      .filter((each) => each !== '')
      .join('. '),
    materialized: textField(field(value, 'config'), 'materialized') ?? '',
    loader: redact(text('loader')),
    columns,
    from: idsOf(field(value, 'depends_on')),
    pointer: `$.${list}["${id.slice(0, 120)}"]`,
  };
};

/** Returns the ids a node or exposure depends on. */
export const idsOf = (dependsOn: unknown): readonly string[] => {
  const nodes = field(dependsOn, 'nodes');
  return Array.isArray(nodes) ? nodes.slice(0, 2_000).flatMap((each: unknown) => cleanText(each) ?? []) : [];
};

/** Projects mark what is sensitive by tags: `pii`, `phi`. */
const tagsOf = (value: unknown): string => {
  const tags = field(value, 'tags');
  const names = Array.isArray(tags)
    ? tags.slice(0, 20).flatMap((each: unknown) => cleanText(each)?.slice(0, 60) ?? [])
    : [];
  return names.length === 0 ? '' : `Tags: ${redact(names.join(', '))}`;
};

const columnsOf = (columns: unknown): readonly DescribedColumn[] =>
  Object.entries(asObject(columns))
    .slice(0, mostColumnsOfTable)
    .flatMap(([key, value]) => {
      const name = nameText(field(value, 'name')) ?? nameText(key);
      if (name === undefined) return [];
      const [type, comment] = [typeText(field(value, 'data_type')), columnComment(field(value, 'description'))];
      return [{ name, ...(type === undefined ? {} : { type }), ...(comment === undefined ? {} : { comment }) }];
    });
