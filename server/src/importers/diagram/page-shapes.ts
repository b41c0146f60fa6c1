import type { Cell } from './cells.ts';

/** What the shapes of a page are taken for. */
export interface PageShapes {
  /** Boxes that are systems, by the id of their cell. */
  readonly systems: ReadonlyMap<string, Cell>;
  /** People, by the id of their cell. */
  readonly persons: ReadonlyMap<string, Cell>;
  readonly remarks: readonly Cell[];
  readonly arrows: readonly Cell[];
  /** The labels of an arrow, its own and those that are cells of their own. */
  readonly labelOf: (arrow: Cell) => string;
  /** The named shapes a cell is in, from the inside out. */
  readonly zonesOf: (cell: Cell) => readonly string[];
  /** What a box lists in rows. */
  readonly rowsOf: (cell: Cell) => readonly string[];
  /** The system or person an arrow ends at; it may end at a part of one. */
  readonly endAt: (id: string) => Cell | undefined;
  readonly hasArrow: (cell: Cell) => boolean;
  /** How many shapes and lines are hidden, and how many lines join tables of a data model. */
  readonly hidden: number;
  readonly relations: number;
}

const isList = ({ style }: Cell): boolean =>
  /shape=(?:table|tableRow)\b|childLayout=(?:stack|table)Layout/i.test(style);
const isLane = ({ style }: Cell): boolean => /swimlane/i.test(style);
const isText = ({ style }: Cell): boolean => /(?:^|;)text(?:;|$)/.test(style);
const isNote = ({ style }: Cell): boolean => /shape=(?:note|callout|comment)|mxgraph\.\w{1,20}\.note/i.test(style);
const isPicture = ({ style }: Cell): boolean => /(?:^|;)(?:shape=)?image[;=]/.test(style);
const isPerson = ({ style }: Cell): boolean =>
  /umlActor|shape=(?:actor|mxgraph\.bpmn\.user_task)|mxgraph\.[\w.]{1,40}\.(?:users?|person|people)\b|c4\.person/i.test(
    style,
  );

/** Arrowheads of data models: one, many. */
const isRelation = ({ style }: Cell): boolean => /(?:start|end)Arrow=ER/i.test(style);

/** Returns what the cells of a page are. A shape around others is a zone unless an arrow ends at it; a text without an arrow is a remark. */
export const shapesOf = (all: readonly Cell[]): PageShapes => {
  const everything = new Map(all.map((cell) => [cell.id, cell]));
  const isShown = (cell: Cell): boolean => upwards(cell, everything).every(({ isVisible }) => isVisible);
  const cells = all.filter(isShown);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const edges = cells.filter(({ isEdge }) => isEdge);
  const arrows = edges.filter((edge) => !isRelation(edge));
  const ends = new Set(arrows.flatMap(({ source, target }) => [source, target]));
  const isEdgeLabel = ({ style, parent }: Cell): boolean =>
    /edgeLabel/i.test(style) || byId.get(parent)?.isEdge === true;
  const isRow = (cell: Cell): boolean => {
    const parent = byId.get(cell.parent);
    return parent !== undefined && isList(parent) && !isLane(cell);
  };
  const vertices = cells.filter((cell) => cell.isVertex && !isEdgeLabel(cell));
  const inside = new Set(vertices.filter((cell) => !isRow(cell)).map(({ parent }) => parent));
  const boxes = vertices.filter((cell) => cell.label !== '' && !isRow(cell));
  const persons = boxes.filter((cell) => isPerson(cell));
  const isSystem = (cell: Cell): boolean =>
    !isPerson(cell) &&
    !isNote(cell) &&
    (ends.has(cell.id) || (!inside.has(cell.id) && !isText(cell) && !isPicture(cell)));
  const systems = new Map(boxes.filter(isSystem).map((cell) => [cell.id, cell]));
  const people = new Map(persons.map((cell) => [cell.id, cell]));
  const labels = grouped(cells.filter((cell) => cell.label !== '' && byId.get(cell.parent)?.isEdge === true));
  const rows = grouped(vertices.filter((cell) => cell.label !== '' && isRow(cell)));
  return {
    systems,
    persons: people,
    remarks: boxes.filter((cell) => !isSystem(cell) && !people.has(cell.id) && !inside.has(cell.id)),
    arrows,
    labelOf: (arrow) =>
      [arrow.label, ...(labels.get(arrow.id) ?? []).map(({ label }) => label)]
        .filter((label) => label !== '')
        .join(', ')
        .slice(0, 300),
    zonesOf: (cell) =>
      upwards(cell, byId)
        .slice(1)
        .map(({ label }) => label)
        .filter((label) => label !== ''),
    rowsOf: (cell) => (rows.get(cell.id) ?? []).map(({ label }) => label),
    endAt: (id) => {
      const start = byId.get(id);
      return start === undefined
        ? undefined
        : upwards(start, byId).find((cell) => systems.has(cell.id) || people.has(cell.id));
    },
    hasArrow: ({ id }) => ends.has(id),
    hidden: all.length - cells.length,
    relations: edges.length - arrows.length,
  };
};

/** A cell and what it is in, from the inside out. Broken files have rings. */
const upwards = (cell: Cell, byId: ReadonlyMap<string, Cell>): readonly Cell[] => {
  const path: Cell[] = [];
  for (let at: Cell | undefined = cell; at !== undefined && path.length < 50; at = byId.get(at.parent)) {
    if (path.includes(at)) break;
    path.push(at);
  }
  return path;
};

const grouped = (cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> => {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.parent);
    if (group === undefined) groups.set(cell.parent, [cell]);
    else group.push(cell);
  }
  return groups;
};
