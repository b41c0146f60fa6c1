import { worstTone, type Tone } from '../tone.ts';
import { counted } from '../words.ts';
import { groupOf, type Grouping } from './map-groups.ts';
import { mapLanes, type MapBox, type MapLine, type MapSign, type MapView } from './map-view.ts';
import { hiddenWords, mapLaneTitles, mapToneWords } from './map-words.ts';

/**
 * One row of the map's outline. `target` is what Enter selects (a view id), if anything; `otherEnd` is the box at the other end of a line; `group` is
 * the group that opening or closing the row opens or folds in the picture; `sign` is what the overlay says of a box.
 */
export interface MapRow {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly parent: string | undefined;
  readonly name: string;
  readonly status: string;
  readonly sign: MapSign | undefined;
  readonly tone: Tone;
  readonly marked: boolean;
  readonly onWay: boolean;
  readonly sentence: string;
  readonly target: string | undefined;
  readonly otherEnd: string | undefined;
  readonly group: string | undefined;
  readonly expanded: boolean | undefined;
  readonly position: number;
  readonly siblings: number;
}

/** What of the outline is open: heads that are folded away here only, boxes whose lines are shown, and words that rows must have. */
export interface OutlineState {
  readonly closed: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly find: string;
}

interface Head {
  readonly id: string;
  readonly title: string;
  readonly folded: MapBox | undefined;
  readonly boxes: readonly MapBox[];
}

/** The rows that are open, top to bottom: groups, or lanes where nothing is grouped; their things; the lines of those. Pure and total. */
export const mapOutline = (view: MapView, by: Grouping | undefined, state: OutlineState): readonly MapRow[] => {
  const find = state.find.trim().toLocaleLowerCase();
  const matches = (box: MapBox): boolean => find === '' || box.name.toLocaleLowerCase().includes(find);
  const heads = (by === undefined ? laneHeads(view) : groupHeads(view, by))
    .map((head) => ({ ...head, boxes: head.boxes.filter(matches) }))
    .filter((head) => head.boxes.length > 0 || (head.folded !== undefined && matches(head.folded)));
  const linesOf = state.opened.size === 0 ? new Map<string, MapLine[]>() : linesByBox(view.lines);
  const degree = degrees(view.lines);
  const nameById = new Map(view.boxes.map((box) => [box.id, box.name]));
  return heads.flatMap((head, index): readonly MapRow[] => {
    const row = headRow(head, state, by !== undefined, index + 1, heads.length);
    if (row.expanded !== true) return [row];
    return [
      row,
      ...head.boxes.flatMap((box, place): readonly MapRow[] => {
        const opened = state.opened.has(box.id);
        const own = boxRow(
          box,
          head.id,
          (degree.get(box.id) ?? 0) === 0 ? undefined : opened,
          place + 1,
          head.boxes.length,
        );
        const lines = opened ? (linesOf.get(box.id) ?? []) : [];
        return [own, ...lines.map((line, at) => lineRow(line, box, nameById, at + 1, lines.length))];
      }),
    ];
  });
};

const laneHeads = (view: MapView): readonly Head[] =>
  mapLanes
    .map((lane) => ({
      id: `lane:${lane}`,
      title: mapLaneTitles[lane] ?? lane,
      folded: undefined,
      boxes: view.boxes.filter((box) => box.lane === lane),
    }))
    .filter((head) => head.boxes.length > 0);

const groupHeads = (view: MapView, by: Grouping): readonly Head[] => {
  const heads = new Map<string, { id: string; title: string; folded: MapBox | undefined; boxes: MapBox[] }>();
  for (const box of view.boxes) {
    const group = box.kind === 'group' ? { id: box.id, name: box.name } : groupOf(box, by);
    if (group === undefined) continue;
    const head = heads.get(group.id) ?? { id: group.id, title: group.name, folded: undefined, boxes: [] };
    heads.set(group.id, head);
    if (box.kind === 'group') head.folded = box;
    else head.boxes.push(box);
  }
  return [...heads.values()].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
};

const headRow = (head: Head, state: OutlineState, grouped: boolean, position: number, siblings: number): MapRow => {
  const { folded, boxes } = head;
  const things = folded === undefined ? boxes.length : folded.members.length;
  const marked = folded === undefined ? boxes.filter((box) => box.marked > 0).length : folded.marked;
  const some = marked === 0 ? '' : `, ${marked} marked`;
  return {
    id: folded === undefined ? `head:${head.id}` : head.id,
    level: 1,
    parent: undefined,
    name: head.title,
    status: `${counted(things, 'thing')}${some}`,
    sign: folded?.sign,
    tone: folded?.tone ?? worstTone(boxes.map((box) => box.tone)),
    marked: folded?.tone === 'undocumented',
    onWay: folded?.emphasis === 'path',
    sentence: folded?.sentence ?? `${head.title}: ${counted(things, 'thing')}${some}.`,
    target: folded?.id,
    otherEnd: undefined,
    group: grouped ? head.id : undefined,
    expanded: folded === undefined ? state.find.trim() !== '' || !state.closed.has(`head:${head.id}`) : false,
    position,
    siblings,
  };
};

const boxRow = (
  box: MapBox,
  head: string,
  expanded: boolean | undefined,
  position: number,
  siblings: number,
): MapRow => ({
  id: box.id,
  level: 2,
  parent: `head:${head}`,
  name: box.name,
  status: [box.sign?.words ?? (box.restrictions === 0 ? '' : mapToneWords(box.tone)), hiddenWords(box.hidden) ?? '']
    .filter((words) => words !== '')
    .join(' · '),
  sign: box.sign,
  tone: box.tone,
  marked: box.tone === 'undocumented',
  onWay: box.emphasis === 'path',
  sentence: box.sentence,
  target: box.id,
  otherEnd: undefined,
  group: undefined,
  expanded,
  position,
  siblings,
});

const lineRow = (
  line: MapLine,
  box: MapBox,
  nameById: ReadonlyMap<string, string>,
  position: number,
  siblings: number,
): MapRow => {
  const out = line.source === box.id;
  const other = out ? line.target : line.source;
  return {
    id: `${box.id}>${line.id}`,
    level: 3,
    parent: box.id,
    name: `${out ? 'to' : 'from'} ${nameById.get(other) ?? other}`,
    status: [line.label, line.restrictions === 0 ? '' : mapToneWords(line.tone)]
      .filter((words) => words !== '')
      .join(' · '),
    sign: line.sign,
    tone: line.tone,
    marked: line.tone === 'undocumented',
    onWay: line.emphasis === 'path',
    sentence: line.sentence,
    target: line.id,
    otherEnd: other,
    group: undefined,
    expanded: undefined,
    position,
    siblings,
  };
};

/** The lines at each box: those that leave it, then those that arrive. */
const linesByBox = (lines: readonly MapLine[]): Map<string, MapLine[]> => {
  const found = new Map<string, MapLine[]>();
  const add = (id: string, line: MapLine): void => {
    const known = found.get(id);
    if (known === undefined) found.set(id, [line]);
    else known.push(line);
  };
  for (const line of lines) add(line.source, line);
  for (const line of lines) if (line.target !== line.source) add(line.target, line);
  return found;
};

const degrees = (lines: readonly MapLine[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { source, target } of lines) {
    found.set(source, (found.get(source) ?? 0) + 1);
    found.set(target, (found.get(target) ?? 0) + 1);
  }
  return found;
};
