import { noFacts, type ArtefactFacts, type HoldingFact, type SystemFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { field, textField } from '../json-value.ts';
import { datasetSigns } from '../signs/dataset-signs.ts';
import type { TableSigns } from '../signs/table-signs.ts';
import { counted, some } from '../tables/in-words.ts';
import { flowsInto } from './flows.ts';
import { systemOf, type Home } from './home.ts';
import { exposureNotes, lineageNotes } from './notes.ts';
import { nodesOf, type DbtNode } from './nodes.ts';

/** Returns the facts of a manifest: the warehouse with its tables, the databases it takes from, and who uses it. No code is kept. Pure. */
export const readManifest = (manifest: unknown, { vocabulary, options }: Reading): ArtefactFacts => {
  const { nodes, left } = nodesOf(manifest);
  const metadata = field(manifest, 'metadata');
  const project = textField(metadata, 'project_name') ?? packageOf(nodes) ?? 'dbt';
  const origin = options.origin ?? project;
  const scope = `dbt:${origin}`;
  const home: Home = {
    scope,
    name: options.systemName ?? `${project} warehouse`,
    own: mostUsed(nodes.filter(({ isSource }) => !isSource).map(({ database }) => database)),
    databases: new Set(nodes.filter(({ isSource }) => !isSource).map(({ database }) => database)),
  };
  const all = datasetSigns(
    nodes.map(({ name, description, columns, pointer }) => ({
      name,
      ...(description === '' ? {} : { comment: description }),
      columns,
      pointer,
    })),
    vocabulary,
  );
  const signs = new Map(nodes.map(({ id }, index) => [id, all[index]] as const));
  const tables = nodes.filter(({ materialized }) => materialized !== 'ephemeral');
  const version = textField(metadata, 'dbt_version');
  const adapter = textField(metadata, 'adapter_type');
  const date = textField(metadata, 'generated_at');
  const exposures = exposureNotes(manifest, nodes, scope);
  return {
    ...noFacts,
    kind: 'dbt',
    title: `dbt project ${project}, ${counted(tables.length, 'table')}`,
    grade: 'DOCUMENTED',
    origin,
    ...(date === undefined ? {} : { date: date.slice(0, 30) }),
    describes: {
      project,
      tables: tables.length,
      sources: nodes.filter(({ isSource }) => isSource).length,
      exposures: exposures.length,
      ...(version === undefined ? {} : { version }),
      ...(adapter === undefined ? {} : { adapter }),
    },
    covers: left === 0 ? [scope] : [],
    systems: systemsOf(nodes, home, adapter),
    flows: flowsInto(nodes, signs, home),
    holdings: tables.map((node) => toHolding(node, signs.get(node.id), home)),
    notes: [...lineageNotes(nodes, scope, (node) => systemOf(node, home)), ...exposures],
    cannotTell: [
      {
        subject: 'code of models',
        reason: 'which rows and columns a model leaves out is in its code, which is not read',
        candidates: [],
      },
      ...fillersUnknown(nodes, home).map((source) => ({
        subject: `source ${source}`,
        reason: `the tables of the source "${source}" are in the warehouse itself; which system they come from is not said`,
        candidates: [],
      })),
    ],
    warnings: [
      ...(options.systemName === undefined
        ? [`The manifest does not name the warehouse: it is called "${home.name}" here. Say which system it is.`]
        : []),
      ...(left === 0 ? [] : [`${left} tables or columns were too many and are left out.`]),
    ],
  };
};

const systemsOf = (nodes: readonly DbtNode[], home: Home, adapter: string | undefined): readonly SystemFact[] => {
  const { scope, name, databases } = home;
  const named = [...databases].filter((each) => each !== '');
  const warehouse: SystemFact = {
    key: 'warehouse',
    scope,
    name,
    pointer: '$.nodes',
    description: `What dbt builds${named.length === 0 ? '' : ` in ${some(named, 4)}`}.`,
    isSelf: true,
    isUnresolved: false,
    kind: 'SYS-EDW',
    ...(adapter === undefined ? {} : { product: adapter }),
    identifiers: [],
    certainty: 'CERTAIN',
  };
  const others = new Map<string, SystemFact>();
  for (const node of nodes) {
    const key = systemOf(node, home);
    if (key === 'warehouse' || others.has(key)) continue;
    others.set(key, {
      key,
      scope,
      name: node.database,
      pointer: node.pointer,
      description: `A database that the project takes from${node.source === '' ? '' : `, as source "${node.source}"`}.`,
      isSelf: false,
      isUnresolved: false,
      identifiers: [],
      certainty: 'LIKELY',
    });
  }
  return [warehouse, ...others.values()];
};

const toHolding = (node: DbtNode, signs: TableSigns | undefined, home: Home): HoldingFact => {
  const { id, pointer, description, materialized, columns, isSource, loader } = node;
  const words = [
    description,
    loader === '' ? '' : `Loaded by ${loader}`,
    isSource ? '' : 'Built by dbt',
    signs?.remark ?? '',
  ].filter((each) => each !== '');
  const database = systemOf(node, home) === 'warehouse' && node.database !== home.own ? node.database : '';
  return {
    key: id,
    scope: home.scope,
    name: [database, node.schema, node.name].filter((each) => each !== '').join('.'),
    pointer,
    description: words.map((each) => (/[.!?…]$/.test(each) ? each : `${each}.`)).join(' '),
    system: systemOf(node, home),
    format: materialized === '' ? 'table' : materialized.slice(0, 40),
    parts: columns.map((column, index) => ({ ...column, classes: signs?.columns[index] ?? [] })),
    classes: signs?.classes ?? [],
  };
};

const fillersUnknown = (nodes: readonly DbtNode[], home: Home): readonly string[] =>
  [
    ...new Set(
      nodes
        .filter((node) => node.isSource && node.source !== '' && systemOf(node, home) === 'warehouse')
        .map(({ source }) => source.slice(0, 100)),
    ),
  ].slice(0, 100);

/** The package most nodes belong to: installed packages bring some of their own. */
const packageOf = (nodes: readonly DbtNode[]): string | undefined =>
  mostUsed(nodes.filter(({ isSource }) => !isSource).flatMap(({ id }) => id.split('.')[1] ?? [])) || undefined;

const mostUsed = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};
