import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type HoldingFact,
  type NoteFact,
  type PartFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { asObject, cleanText, field, textField } from '../json-value.ts';
import { createWordMatcher, type WordMatcher } from '../signs/class-signs.ts';

/** What of a manifest holds data; tests, analyses and operations do not. */
const holders = new Set(['model', 'seed', 'snapshot', 'source']);

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly database: string;
  readonly schema: string;
  readonly description: string;
  readonly columns: readonly PartFact[];
  readonly from: readonly string[];
  readonly pointer: string;
}

/** Returns the facts of a manifest: the warehouse with its tables, the databases it takes from, and who uses it. No code is kept. Pure. */
export const readManifest = (manifest: unknown, { vocabulary, options }: Reading): ArtefactFacts => {
  const matcher = createWordMatcher(vocabulary);
  const nodes = [...nodesOf(manifest, 'nodes'), ...nodesOf(manifest, 'sources')];
  const project = projectOf(nodes) ?? 'dbt';
  const name = options.systemName ?? `${project} warehouse`;
  const own = mostUsed(nodes.filter(({ kind }) => kind !== 'source').map(({ database }) => database));
  const scope = `dbt:${options.origin ?? project}`;
  const keyOf = (database: string): string =>
    database === own || database === '' ? 'warehouse' : `database:${database}`;
  const systems = new Map<string, SystemFact>([['warehouse', system('warehouse', name, scope, 'SYS-EDW', true)]]);
  for (const { database } of nodes) {
    const key = keyOf(database);
    if (!systems.has(key)) systems.set(key, system(key, database, scope, undefined, false));
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const flows = new Map<string, FlowFact>();
  const notes: NoteFact[] = [];
  for (const node of nodes)
    for (const id of node.from) {
      const source = byId.get(id);
      if (source === undefined) continue;
      const [from, to] = [keyOf(source.database), keyOf(node.database)];
      if (from !== to)
        addFlow(
          flows,
          { key: `${from}>${to}`, from, to, scope, name: `${source.database} to ${name}`, pointer: node.pointer },
          signsOf(matcher, `${source.name} . ${source.description}`, source.pointer),
        );
    }
  for (const node of nodes)
    if (node.from.length > 0 && node.kind !== 'source')
      notes.push({
        key: `lineage/${node.id}`,
        scope,
        name: `${node.name} is made`,
        pointer: node.pointer,
        description: `From ${node.from
          .map((id) => byId.get(id)?.name ?? id)
          .slice(0, 30)
          .join(', ')}`,
        code: 'lineage',
        about: { kind: 'SYSTEM', key: keyOf(node.database) },
      });
  notes.push(...exposuresOf(manifest, scope));
  const version = textField(field(manifest, 'metadata'), 'dbt_version');
  const date = textField(field(manifest, 'metadata'), 'generated_at');
  return {
    kind: 'dbt',
    title: `dbt project ${project}, ${nodes.length} tables`,
    grade: 'DOCUMENTED',
    origin: options.origin ?? project,
    ...(date === undefined ? {} : { date: date.slice(0, 30) }),
    describes: { project, tables: nodes.length, ...(version === undefined ? {} : { version }) },
    ...noFacts,
    covers: [scope],
    systems: [...systems.values()],
    flows: [...flows.values()],
    holdings: nodes.map((node): HoldingFact => ({
      key: node.id,
      scope,
      name: [node.schema, node.name].filter((each) => each !== '').join('.'),
      pointer: node.pointer,
      ...(node.description === '' ? {} : { description: node.description }),
      system: keyOf(node.database),
      parts: node.columns,
      classes: signsOf(matcher, `${node.name} . ${node.description}`, node.pointer),
    })),
    notes,
    warnings:
      options.systemName === undefined
        ? [`The manifest does not name the warehouse: it is called "${name}" here. Say which system it is.`]
        : [],
  };
};

const nodesOf = (manifest: unknown, list: 'nodes' | 'sources'): readonly Node[] =>
  Object.entries(asObject(field(manifest, list))).flatMap(([id, value]) => {
    const kind = textField(value, 'resource_type') ?? '';
    if (!holders.has(kind)) return [];
    const from = field(field(value, 'depends_on'), 'nodes');
    return [
      {
        id: id.slice(0, 300),
        kind,
        name: textField(value, 'alias') ?? textField(value, 'identifier') ?? textField(value, 'name') ?? id,
        database: textField(value, 'database') ?? '',
        schema: textField(value, 'schema') ?? '',
        description: textField(value, 'description') ?? '',
        columns: columnsOf(field(value, 'columns')),
        from: Array.isArray(from) ? from.flatMap((each: unknown) => cleanText(each) ?? []) : [],
        pointer: `$.${list}["${id.slice(0, 120)}"]`,
      },
    ];
  });

const columnsOf = (columns: unknown): readonly PartFact[] =>
  Object.entries(asObject(columns))
    .slice(0, 2_000)
    .map(([name, value]) => {
      const type = textField(value, 'data_type');
      const comment = textField(value, 'description');
      return {
        name: name.slice(0, 200),
        ...(type === undefined ? {} : { type }),
        ...(comment === undefined ? {} : { comment: comment.slice(0, 200) }),
        classes: [],
      };
    });

const projectOf = (nodes: readonly Node[]): string | undefined => nodes.flatMap(({ id }) => id.split('.')[1] ?? [])[0];

const mostUsed = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const system = (key: string, name: string, scope: string, kind: string | undefined, isSelf: boolean): SystemFact => ({
  key,
  scope,
  name,
  pointer: '$.nodes',
  isSelf,
  isUnresolved: false,
  ...(kind === undefined ? {} : { kind }),
  identifiers: [],
  certainty: isSelf ? 'CERTAIN' : 'LIKELY',
});

type Moved = Pick<FlowFact, 'key' | 'from' | 'to' | 'scope' | 'name' | 'pointer'>;

const addFlow = (flows: Map<string, FlowFact>, flow: Moved, signs: readonly ClassSign[]): void => {
  const known = flows.get(flow.key);
  const carries = [...(known?.carries ?? []), ...signs];
  flows.set(flow.key, {
    ...flow,
    pointer: known?.pointer ?? flow.pointer,
    trigger: 'dbt run',
    carries: carries.filter(
      ({ classes }, at) => carries.findIndex((each) => each.classes.join() === classes.join()) === at,
    ),
    isComplete: false,
    certainty: 'LIKELY',
  });
};

const signsOf = (matcher: WordMatcher, text: string, pointer: string): readonly ClassSign[] =>
  matcher.signsIn(text).map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in its name or description`,
    pointer,
  }));

/** Who uses what comes out of it: dashboards, analyses, applications. */
const exposuresOf = (manifest: unknown, scope: string): readonly NoteFact[] =>
  Object.entries(asObject(field(manifest, 'exposures'))).map(([id, value]) => ({
    key: `exposure/${id.slice(0, 200)}`,
    scope,
    name: `${textField(value, 'label') ?? textField(value, 'name') ?? id} uses it`,
    pointer: `$.exposures["${id.slice(0, 120)}"]`,
    description: [textField(value, 'type'), textField(value, 'description')]
      .filter((each) => each !== undefined)
      .join(': '),
    code: 'exposure',
    about: { kind: 'SYSTEM', key: 'warehouse' },
  }));
