import type { NoteFact } from '../facts/facts.ts';
import { asObject, field, textField } from '../json-value.ts';
import { redact, redactAddress } from '../redact.ts';
import { some } from '../tables/in-words.ts';
import { idsOf, type DbtNode } from './nodes.ts';

/** Returns what each table is made of, as notes on the system it is in. */
export const lineageNotes = (
  nodes: readonly DbtNode[],
  scope: string,
  systemOf: (node: DbtNode) => string,
): readonly NoteFact[] => {
  const names = namesOf(nodes);
  return nodes
    .filter(({ from, isSource }) => from.length > 0 && !isSource)
    .map((node) => ({
      key: `lineage/${node.id}`.slice(0, 300),
      scope,
      name: `${node.name} is made`,
      pointer: node.pointer,
      description: `From ${some(node.from.map(names), 20)}`,
      code: 'lineage',
      about: { kind: 'SYSTEM', key: systemOf(node) },
    }));
};

/** How many exposures are kept. */
const mostExposures = 5_000;

/** Returns who uses what comes out of the warehouse: dashboards, analyses, applications. */
export const exposureNotes = (manifest: unknown, nodes: readonly DbtNode[], scope: string): readonly NoteFact[] => {
  const names = namesOf(nodes);
  return Object.entries(asObject(field(manifest, 'exposures')))
    .slice(0, mostExposures)
    .map(([id, value]) => {
      const used = idsOf(field(value, 'depends_on')).map(names);
      const url = textField(value, 'url');
      const owner = textField(field(value, 'owner'), 'name');
      return {
        key: `exposure/${id}`.slice(0, 300),
        scope,
        name: `${redact(textField(value, 'label') ?? textField(value, 'name') ?? id)} uses it`,
        pointer: `$.exposures["${id.slice(0, 120)}"]`,
        description: [
          textField(value, 'type') ?? '',
          redact(textField(value, 'description') ?? ''),
          used.length === 0 ? '' : `Uses ${some(used, 12)}`,
          owner === undefined ? '' : `Owner: ${redact(owner)}`,
          url === undefined ? '' : `At ${redactAddress(url)}`,
        ]
          .filter((each) => each !== '')
          .join('. '),
        code: 'exposure',
        about: { kind: 'SYSTEM', key: 'warehouse' },
      };
    });
};

const namesOf = (nodes: readonly DbtNode[]): ((id: string) => string) => {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};
