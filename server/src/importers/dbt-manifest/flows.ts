import type { FlowFact } from '../facts/facts.ts';
import { withoutRepeats } from '../signs/dataset-signs.ts';
import type { TableSigns } from '../signs/table-signs.ts';
import { some } from '../tables/in-words.ts';
import { systemOf, type Home } from './home.ts';
import type { DbtNode } from './nodes.ts';

/** Returns a flow for each database the warehouse takes tables from. It carries what those tables are taken to hold. */
export const flowsInto = (
  nodes: readonly DbtNode[],
  signs: ReadonlyMap<string, TableSigns | undefined>,
  home: Home,
): readonly FlowFact[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const taken = new Map<string, { readonly pointer: string; readonly tables: Set<DbtNode> }>();
  for (const node of nodes)
    for (const id of node.from) {
      const source = byId.get(id);
      if (source === undefined) continue;
      const from = systemOf(source, home);
      if (from === 'warehouse') continue;
      const known = taken.get(from) ?? { pointer: node.pointer, tables: new Set<DbtNode>() };
      known.tables.add(source);
      taken.set(from, known);
    }
  return [...taken].map(([from, { pointer, tables }]) => {
    const [first] = tables;
    return {
      key: `${from}>warehouse`,
      scope: home.scope,
      name: `${first?.database ?? ''} to ${home.name}`,
      pointer,
      description: `Takes ${some(
        [...tables].map(({ name }) => name),
        20,
      )}.`.slice(0, 900),
      from,
      to: 'warehouse',
      trigger: 'dbt run',
      carries: withoutRepeats(
        [...tables].flatMap(({ id, name }) =>
          (signs.get(id)?.classes ?? []).map((sign) => ({
            ...sign,
            reason: `it takes ${name}: ${sign.reason}`.slice(0, 300),
          })),
        ),
      ),
      isComplete: false,
      certainty: 'LIKELY',
    };
  });
};
