import { noFacts, type ArtefactFacts, type FlowFact, type NoteFact, type SystemFact } from '../facts/facts.ts';
import type { ReadOptions } from '../importer.ts';
import { cleanText, field, items, textField, type Located } from '../json-value.ts';
import { redact } from '../redact.ts';
import { signsOfLabel, type WordMatcher } from '../signs/class-signs.ts';

/** One shape of a diagram, whichever version drew it. */
interface Cell {
  readonly id: string;
  readonly kind: 'store' | 'process' | 'actor' | 'flow' | 'other';
  readonly name: string;
  readonly pointer: string;
  readonly data: unknown;
  readonly from?: string;
  readonly to?: string;
}

/** How many shapes that are not joined are told of one by one. */
const mostWarnings = 100;

/**
 * Returns the facts of a threat model: its stores, processes and actors are systems, its flows are flows. Trust boundaries, threats and
 * mitigations are left out: they are about dangers, not about where data is. Pure.
 */
export const readDiagrams = (model: unknown, matcher: WordMatcher, { origin }: ReadOptions): ArtefactFacts => {
  const title = textField(field(model, 'summary'), 'title') ?? 'threat model';
  const name = origin ?? title;
  const scope = `model:${name}`;
  const diagrams = items({ value: field(model, 'detail'), pointer: '$.detail' }, 'diagrams');
  const cells = diagrams.flatMap(cellsOf);
  const warnings: string[] = [];
  const nodes = new Map(
    cells.filter(({ kind }) => kind !== 'flow' && kind !== 'other').map((cell) => [cell.id, cell] as const),
  );
  const systems = [...nodes.values()].map((cell) => toSystem(cell, scope));
  const flows = new Map<string, FlowFact>();
  for (const cell of cells) {
    if (cell.kind !== 'flow') continue;
    const [from, to] = [nodes.get(cell.from ?? ''), nodes.get(cell.to ?? '')];
    if (from === undefined || to === undefined) {
      warnings.push(
        `The flow "${cell.name}" at ${cell.pointer} is not joined to a shape at both ends, and is left out. Join it in the drawing.`,
      );
      continue;
    }
    const flow = toFlow(cell, from, to, scope, matcher);
    if (from === to || flows.has(flow.key)) continue;
    flows.set(flow.key, flow);
    if (field(cell.data, 'isBidirectional') === true)
      flows.set(`${flow.key}/back`, {
        ...flow,
        key: `${flow.key}/back`,
        name: `${flow.name} (back)`,
        from: flow.to,
        to: flow.from,
      });
  }
  const notes = cells.flatMap((cell) => noteOf(cell, scope, flows));
  return {
    kind: 'threat-dragon',
    title: `Threat model "${title}", ${diagrams.length} ${diagrams.length === 1 ? 'diagram' : 'diagrams'}`,
    grade: 'DOCUMENTED',
    origin: name,
    describes: { diagrams: diagrams.length, version: textField(model, 'version') ?? '1' },
    ...noFacts,
    covers: [scope],
    systems,
    flows: [...flows.values()],
    notes,
    warnings: warnings.slice(0, mostWarnings),
  };
};

/** Version 1 keeps the cells one level deeper, under names of its drawing library. */
const cellsOf = (diagram: Located): readonly Cell[] => {
  const own = items(diagram, 'cells');
  const inner = { value: field(diagram.value, 'diagramJson'), pointer: `${diagram.pointer}.diagramJson` };
  return (own.length > 0 ? own : items(inner, 'cells')).map(({ value, pointer }) => {
    const data = field(value, 'data') ?? value;
    const said = textField(value, 'type') ?? textField(data, 'type') ?? textField(value, 'shape') ?? '';
    const label = textField(data, 'name') ?? textField(field(field(value, 'attrs'), 'text'), 'text') ?? labelOf(value);
    const [from, to] = [endOf(field(value, 'source')), endOf(field(value, 'target'))];
    return {
      id: textField(value, 'id') ?? pointer,
      kind: kindOf(said),
      name: redact(label ?? 'unnamed'),
      pointer,
      data,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  });
};

const kindOf = (said: string): Cell['kind'] => {
  const word = said.toLowerCase().replace(/^tm\./, '');
  return word === 'store' || word === 'process' || word === 'actor' || word === 'flow' ? word : 'other';
};

/** Version 1 writes the name of a flow into a list of labels. */
const labelOf = (value: unknown): string | undefined => {
  const labels = field(value, 'labels');
  const [first] = Array.isArray(labels) ? (labels as readonly unknown[]) : [labels];
  return cleanText(field(field(field(first, 'attrs'), 'text'), 'text') ?? first);
};

const endOf = (end: unknown): string | undefined => textField(end, 'cell') ?? textField(end, 'id');

/** What is written about a shape; some write a password in it. */
const textOf = (data: unknown): string | undefined => {
  const text = textField(data, 'description');
  return text === undefined ? undefined : redact(text);
};

const toSystem = ({ id, name, pointer, data, kind }: Cell, scope: string): SystemFact => {
  const description = textOf(data);
  return {
    key: id,
    scope,
    name,
    pointer,
    ...(description === undefined ? {} : { description }),
    isSelf: false,
    isUnresolved: false,
    identifiers: [],
    // An actor is often a person: whether it is a system is for who knows.
    certainty: kind === 'actor' ? 'POSSIBLE' : 'LIKELY',
  };
};

const toFlow = (cell: Cell, from: Cell, to: Cell, scope: string, matcher: WordMatcher): FlowFact => {
  const protocol = textField(cell.data, 'protocol');
  const description = textOf(cell.data);
  const isOut = field(cell.data, 'outOfScope') === true;
  return {
    key: cell.id,
    scope,
    name: cell.name === 'unnamed' ? `${from.name} to ${to.name}` : cell.name,
    pointer: cell.pointer,
    ...(description === undefined ? {} : { description }),
    from: from.id,
    to: to.id,
    ...(protocol === undefined ? {} : { protocol }),
    carries:
      matcher.signsIn(`${cell.name} ${description ?? ''}`).length === 0
        ? []
        : signsOfLabel(matcher, `${cell.name} ${description ?? ''}`.trim(), cell.pointer),
    isComplete: false,
    certainty: isOut ? 'POSSIBLE' : 'LIKELY',
  };
};

const words: Readonly<Record<string, string>> = {
  isPublicNetwork: 'it crosses a public network',
  storesCredentials: 'it stores credentials',
  isALog: 'it is a log',
};

const noteOf = (cell: Cell, scope: string, flows: ReadonlyMap<string, FlowFact>): readonly NoteFact[] => {
  if (cell.kind === 'other') return [];
  const said = Object.entries(words).flatMap(([name, text]) => (field(cell.data, name) === true ? [text] : []));
  const open =
    cell.kind === 'flow' && field(cell.data, 'isEncrypted') === false ? ['it is not said to be encrypted'] : [];
  const text = [...open, ...said].join('; ');
  if (text === '' || (cell.kind === 'flow' && !flows.has(cell.id))) return [];
  const about = { kind: cell.kind === 'flow' ? 'FLOW' : 'SYSTEM', key: cell.id } as const;
  return [
    {
      key: `note:${cell.id}`,
      scope,
      name: cell.name,
      pointer: cell.pointer,
      description: text,
      code: 'protection',
      about,
    },
  ];
};
