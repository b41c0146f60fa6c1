import type { FlowFact, NoteFact, SystemFact } from '../facts/facts.ts';
import { redactAddress } from '../redact.ts';
import type { WordMatcher } from '../signs/class-signs.ts';
import { carriedByLabel, protocolOfLabel } from '../signs/label-signs.ts';
import { some } from '../tables/in-words.ts';
import type { Cell } from './cells.ts';
import type { DiagramPage } from './open-pages.ts';
import { shapesOf, type PageShapes } from './page-shapes.ts';

/** What one page shows. */
export interface PageFacts {
  readonly systems: readonly SystemFact[];
  readonly flows: readonly FlowFact[];
  readonly notes: readonly NoteFact[];
  readonly warnings: readonly string[];
}

/** How many arrows that end nowhere are told of one by one. */
const mostLoose = 20;

/** Returns the scope of a page: each is complete in itself. */
export const scopeOf = ({ name }: Pick<DiagramPage, 'name'>): string => `page:${name}`;

/** Returns the facts of a page: boxes as systems, arrows as flows, texts as notes. Pure. */
export const pageFacts = (page: DiagramPage, matcher: WordMatcher): PageFacts => {
  const shapes = shapesOf(page.cells);
  const context: Context = { scope: scopeOf(page), where: ({ line }) => `page ${page.name}, line ${line}`, matcher };
  const flows: FlowFact[] = [];
  const people: NoteFact[] = [];
  const loose: string[] = [];
  for (const arrow of shapes.arrows) {
    const label = shapes.labelOf(arrow);
    const [from, to] = [shapes.endAt(arrow.source), shapes.endAt(arrow.target)];
    if (from === undefined || to === undefined)
      loose.push(
        `The arrow${label === '' ? '' : ` "${label.slice(0, 80)}"`} at ${context.where(arrow)} is not joined to a named box at both ends, and is left out. Join it in the drawing.`,
      );
    else if (shapes.persons.has(from.id) || shapes.persons.has(to.id))
      people.push(...personNotes(arrow, { from, to, label }, shapes, context));
    else flows.push(...toFlows(arrow, { from, to, label }, context));
  }
  return {
    systems: [...shapes.systems.values()].map((cell) => toSystem(cell, shapes, context)),
    flows,
    notes: [...people, ...shapes.remarks.map((cell) => toRemark(cell, context))],
    warnings: [
      ...loose.slice(0, mostLoose),
      ...(loose.length > mostLoose
        ? [`${loose.length - mostLoose} more arrows on page ${page.name} are not joined at both ends.`]
        : []),
      ...(shapes.hidden > 0
        ? [`${shapes.hidden} shapes and lines on page ${page.name} are hidden, and are left out.`]
        : []),
      ...(shapes.relations > 0
        ? [`${shapes.relations} lines on page ${page.name} join tables of a data model: they are taken for no flow.`]
        : []),
    ],
  };
};

interface Context {
  readonly scope: string;
  readonly where: (cell: Cell) => string;
  readonly matcher: WordMatcher;
}

interface Joined {
  readonly from: Cell;
  readonly to: Cell;
  readonly label: string;
}

/** A box on another page with the same label is the same box. */
const keyOf = ({ label }: Cell): string => `box:${label.toLowerCase()}`;

const address =
  /^(?:(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?|[a-z][a-z0-9+.-]{1,20}:\/\/\S{3,190}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,6}:\d{2,5})$/i;

const toSystem = (cell: Cell, shapes: PageShapes, { scope, where }: Context): SystemFact => {
  const { properties, label, style } = cell;
  const [zones, rows] = [shapes.zonesOf(cell), shapes.rowsOf(cell)];
  const words = [
    zones.length === 0 ? '' : `In ${zones.join(', in ')}`,
    rows.length === 0 ? '' : `Lists ${some(rows, 12)}`,
    /shape=(?:cylinder|datastore)|database|data_?store/i.test(style) ? 'Drawn as a database' : '',
  ].filter((each) => each !== '');
  const isAddress = address.test(label);
  return {
    key: keyOf(cell),
    scope,
    name: isAddress ? redactAddress(label) : label,
    pointer: where(cell),
    ...(words.length === 0 ? {} : { description: words.join('. ').slice(0, 600) }),
    isSelf: false,
    isUnresolved: isAddress,
    ...one('vendor', properties['vendor']),
    ...one('version', properties['version']),
    ...one('custodian', properties['owner'] ?? properties['custodian']),
    identifiers: isAddress ? [redactAddress(label)] : [],
    // A box nothing goes to or comes from may be a heading or a legend.
    certainty: shapes.hasArrow(cell) ? 'LIKELY' : 'POSSIBLE',
  };
};

const one = <K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined || value === '' ? {} : ({ [name]: value } as Record<K, string>);

const toRemark = (cell: Cell, { scope, where }: Context): NoteFact => ({
  key: `${scope}/${cell.id}`.slice(0, 300),
  scope,
  name: cell.label,
  pointer: where(cell),
  code: 'remark',
});

/** A person at one end: who uses a system is worth a note, and is no flow between systems. */
const personNotes = (
  arrow: Cell,
  { from, to, label }: Joined,
  { persons }: PageShapes,
  { scope, where }: Context,
): readonly NoteFact[] => {
  const [person, other] = persons.has(from.id) ? [from, to] : [to, from];
  if (persons.has(other.id)) return [];
  return [
    {
      key: `person:${person.label.toLowerCase()}>${keyOf(other)}`.slice(0, 300),
      scope,
      name: `${person.label} uses ${other.label}`,
      pointer: where(arrow),
      ...(label === '' ? {} : { description: label }),
      code: 'person',
      about: { kind: 'SYSTEM', key: keyOf(other) },
    },
  ];
};

const toFlows = (arrow: Cell, { from, to, label }: Joined, { scope, where, matcher }: Context): readonly FlowFact[] => {
  // An arrow from a box to itself, or between two drawings of one, moves nothing from system to system.
  if (keyOf(from) === keyOf(to)) return [];
  const pointer = where(arrow);
  const protocol = protocolOfLabel(label);
  const atStart = /startArrow=(?!none)\w/.test(arrow.style);
  const atEnd = !/endArrow=none/.test(arrow.style);
  const hasHead = atStart || atEnd;
  const flow = (start: Cell, end: Cell): FlowFact => ({
    key: `${keyOf(start)}>${keyOf(end)}>${label.toLowerCase()}`,
    scope,
    name: label === '' ? `${start.label} to ${end.label}` : label,
    pointer,
    ...(hasHead ? {} : { description: 'The line has no arrowhead: which way it goes is not drawn.' }),
    from: keyOf(start),
    to: keyOf(end),
    ...(protocol === undefined ? {} : { protocol }),
    carries: label === '' ? [] : carriedByLabel(matcher, label, pointer),
    isComplete: false,
    certainty: hasHead ? 'LIKELY' : 'POSSIBLE',
  });
  if (atStart && !atEnd) return [flow(to, from)];
  return atStart ? [flow(from, to), flow(to, from)] : [flow(from, to)];
};
