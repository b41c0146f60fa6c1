import { worstTone, type Tone } from '../tone.ts';
import { counted } from '../words.ts';
import { groupOf, type Grouping } from './map-groups.ts';
import { marksInShort, marksWords, sumOfMarks } from './map-marks.ts';
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

/** What the outline knows beside what is drawn: everything with nothing folded, and each group as the box it folds into. */
export interface OutlineThings {
  readonly full: MapView;
  readonly groupBoxes: readonly MapBox[];
}

/** A group or lane: `group` is the box it folds into, undefined of a lane; `boxes` are its things that can be shown as rows. */
interface Head {
  readonly id: string;
  readonly title: string;
  readonly group: MapBox | undefined;
  readonly folded: boolean;
  readonly boxes: readonly MapBox[];
}

/** Whether words are in the name, id, kind or vendor of a thing; all are in those of anything when they are none. */
export const isFound = (box: MapBox, words: string): boolean => {
  const find = words.trim().toLocaleLowerCase();
  const { name, detail, thing } = box;
  // The detail is the kind, where the name does not say that.
  const kind = detail === thing?.organization?.name ? '' : detail;
  return (
    find === '' ||
    [name, thing?.id, thing?.kind, kind, thing?.vendor].some((text) => text?.toLocaleLowerCase().includes(find))
  );
};

/** The row that Enter in the find field selects: the first thing found, or a group that is called so. */
export const firstFound = (rows: readonly MapRow[]): MapRow | undefined =>
  rows.find((row) => row.level === 2) ?? rows.find((row) => row.target !== undefined);

/**
 * The rows that are open, top to bottom: groups, or lanes where nothing is grouped; their things; the lines of those. What is looked for is found in folded groups
 * too. Pure and total.
 */
export const mapOutline = (
  view: MapView,
  by: Grouping | undefined,
  state: OutlineState,
  things: OutlineThings = { full: view, groupBoxes: [] },
): readonly MapRow[] => {
  const finding = state.find.trim() !== '';
  const heads = (by === undefined ? laneHeads(view) : groupHeads(view, by, things, finding))
    .map((head) => ({ ...head, boxes: head.boxes.filter((box) => isFound(box, state.find)) }))
    .filter((head) => head.boxes.length > 0 || (head.group !== undefined && isNamed(head.group, state.find)));
  const linesOf = state.opened.size === 0 ? new Map<string, MapLine[]>() : linesByBox(view.lines);
  const degree = degrees(view.lines);
  const nameById = new Map(view.boxes.map((box) => [box.id, box.name]));
  return heads.flatMap((head, index): readonly MapRow[] => {
    const row = headRow(head, state, index + 1, heads.length);
    if (row.expanded !== true) return [row];
    return [
      row,
      ...head.boxes.flatMap((box, place): readonly MapRow[] => {
        const opened = state.opened.has(box.id);
        const linked = !head.folded && (degree.get(box.id) ?? 0) > 0;
        const own = boxRow(box, row.id, linked ? opened : undefined, place + 1, head.boxes.length);
        const lines = opened && linked ? (linesOf.get(box.id) ?? []) : [];
        return [own, ...lines.map((line, at) => lineRow(line, box, nameById, at + 1, lines.length))];
      }),
    ];
  });
};

const isNamed = (group: MapBox, find: string): boolean =>
  group.name.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase());

const laneHeads = (view: MapView): readonly Head[] =>
  mapLanes
    .map((lane) => ({
      id: `head:lane:${lane}`,
      title: `Lane: ${mapLaneTitles[lane] ?? lane}`,
      group: undefined,
      folded: false,
      boxes: view.boxes.filter((box) => box.lane === lane),
    }))
    .filter((head) => head.boxes.length > 0);

const groupHeads = (view: MapView, by: Grouping, things: OutlineThings, finding: boolean): readonly Head[] => {
  const heads = new Map<
    string,
    { id: string; title: string; group: MapBox | undefined; folded: boolean; boxes: MapBox[] }
  >();
  const groupById = new Map(things.groupBoxes.map((box) => [box.id, box]));
  const thingById = new Map(finding ? things.full.boxes.map((box) => [box.id, box]) : []);
  for (const box of view.boxes) {
    const group = box.kind === 'group' ? { id: box.id, name: box.name } : groupOf(box, by);
    if (group === undefined) continue;
    const folded = box.kind === 'group';
    const known = groupById.get(group.id) ?? (folded ? box : undefined);
    const head = heads.get(group.id) ?? { id: group.id, title: group.name, group: known, folded, boxes: [] };
    heads.set(group.id, head);
    if (folded) head.boxes.push(...box.members.flatMap((id) => thingById.get(id) ?? []));
    else head.boxes.push(box);
  }
  return [...heads.values()].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
};

const headRow = (head: Head, state: OutlineState, position: number, siblings: number): MapRow => {
  const { group, folded, boxes } = head;
  const marks = group?.marks ?? sumOfMarks(boxes);
  const things = counted(group?.members.length ?? boxes.length, 'thing');
  const finding = state.find.trim() !== '';
  return {
    id: head.id,
    level: 1,
    parent: undefined,
    name: head.title,
    status: [marksInShort(marks), things].filter((words) => words !== undefined).join(' · '),
    sign: folded ? group?.sign : undefined,
    tone: group?.tone ?? worstTone(boxes.map((box) => box.tone)),
    marked: folded && group?.tone === 'undocumented',
    onWay: folded && group?.emphasis === 'path',
    sentence:
      group?.sentence ??
      `${head.title}: ${[things, marksWords(marks)].filter((words) => words !== undefined).join(', ')}.`,
    target: group?.id,
    otherEnd: undefined,
    group: group?.id,
    expanded: folded ? finding && boxes.length > 0 : finding || !state.closed.has(head.id),
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
  parent: head,
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
