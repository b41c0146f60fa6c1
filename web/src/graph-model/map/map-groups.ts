import { tones, worstTone } from '../tone.ts';
import { counted, listed } from '../words.ts';
import { joinSentences } from '../describe.ts';
import type { Emphasis } from '../trace-view.ts';
import { marksInShort, marksWords, sumOfMarks } from './map-marks.ts';
import type { MapBox, MapLine, MapSign, MapView } from './map-view.ts';
import { restrictionWords } from './map-words.ts';

/** What things are grouped by. */
export const groupings = ['organization', 'vendor', 'zone', 'custodian'] as const;
export type Grouping = (typeof groupings)[number];

/** What a grouping is called, and the group of things that nothing is recorded of. */
export const groupingWords: Readonly<Record<Grouping, { readonly title: string; readonly nobody: string }>> = {
  organization: { title: 'organization', nobody: 'No organization recorded' },
  vendor: { title: 'vendor', nobody: 'No vendor recorded' },
  zone: { title: 'zone', nobody: 'No zone recorded' },
  custodian: { title: 'custodian', nobody: 'No custodian recorded' },
};

/** One group of a view with the view ids in it. */
export interface MapGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The group that a box belongs to; a box of a folded group belongs to none. */
export const groupOf = (box: MapBox, by: Grouping): { readonly id: string; readonly name: string } | undefined => {
  const { thing } = box;
  if (thing === undefined) return undefined;
  const organization = thing.organization ?? undefined;
  const [key, name] =
    by === 'organization' ? [organization?.id, organization?.name] : [thing[by] ?? undefined, thing[by] ?? undefined];
  return { id: `group:${by}:${key ?? ''}`, name: name ?? groupingWords[by].nobody };
};

/** The groups of a view that is not folded, the largest first, then by name. */
export const groupsOf = (view: MapView, by: Grouping): readonly MapGroup[] => {
  const found = new Map<string, { id: string; name: string; members: string[] }>();
  for (const box of view.boxes) {
    const group = groupOf(box, by);
    if (group === undefined) continue;
    const known = found.get(group.id);
    if (known === undefined) found.set(group.id, { ...group, members: [box.id] });
    else known.members.push(box.id);
  }
  return [...found.values()].sort(
    (a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
};

/**
 * The view with every group that is not in `open` folded into one box: it has the worst status inside, counts what it stands for, and has the lines of all
 * of it, merged by their other end. Lines within a folded group are inside it. Groups of one thing stay that thing.
 */
export const foldGroups = (view: MapView, by: Grouping, open: ReadonlySet<string>): MapView => {
  const folded = groupsOf(view, by).filter((group) => group.members.length > 1 && !open.has(group.id));
  const groupByMember = new Map(folded.flatMap((group) => group.members.map((member) => [member, group.id] as const)));
  if (groupByMember.size === 0) return view;
  const boxById = new Map(view.boxes.map((box) => [box.id, box]));
  const inside = new Map<string, MapLine[]>();
  for (const line of view.lines) {
    const group = groupByMember.get(line.source);
    if (group === undefined || group !== groupByMember.get(line.target)) continue;
    const lines = inside.get(group);
    if (lines === undefined) inside.set(group, [line]);
    else lines.push(line);
  }
  const nameById = new Map([
    ...view.boxes.map((box) => [box.id, box.name] as const),
    ...folded.map((group) => [group.id, group.name] as const),
  ]);
  return {
    boxes: [
      ...view.boxes.filter((box) => !groupByMember.has(box.id)),
      ...folded.map((group) =>
        groupBox(
          group,
          group.members.flatMap((id) => boxById.get(id) ?? []),
          inside.get(group.id) ?? [],
        ),
      ),
    ],
    lines: mergeLines(view.lines, groupByMember, nameById),
  };
};

const groupBox = (group: MapGroup, members: readonly MapBox[], inside: readonly MapLine[]): MapBox => {
  const everything = [...members, ...inside];
  const tone = worstTone(everything.map((each) => each.tone));
  const restrictions = sum(everything, (each) => each.restrictions);
  const marked = sum(everything, (each) => each.marked);
  const marks = sumOfMarks(everything);
  const names = members.slice(0, 5).map((box) => box.name);
  const more = members.length - names.length;
  return {
    id: group.id,
    kind: 'group',
    lane: busiestLane(members),
    name: group.name,
    detail: [`${members.length} things`, marksInShort(marks) ?? ''].filter((words) => words !== '').join(', '),
    tone,
    restrictions,
    marked,
    marks,
    hidden: {
      in: sum(members, (box) => box.hidden.in),
      out: sum(members, (box) => box.hidden.out),
      marked: sum(members, (box) => box.hidden.marked),
    },
    sign: worstSign(members.flatMap((box) => box.sign ?? [])),
    sentence: joinSentences(
      `${group.name}: ${counted(members.length, 'thing')} together, ${listed(more === 0 ? names : [...names, `${more} more`])}`,
      restrictions === 0 ? 'no restriction recorded inside' : `inside ${restrictionWords(tone, restrictions, marked)}`,
      marksWords(marks) ?? '',
      inside.length === 0 ? '' : `${counted(inside.length, 'line')} within it`,
    ),
    members: group.members,
    emphasis: loudest(members),
    thing: undefined,
  };
};

const mergeLines = (
  lines: readonly MapLine[],
  groupByMember: ReadonlyMap<string, string>,
  nameById: ReadonlyMap<string, string>,
): readonly MapLine[] => {
  const kept: MapLine[] = [];
  const bundles = new Map<string, { source: string; target: string; lines: MapLine[] }>();
  for (const line of lines) {
    const source = groupByMember.get(line.source) ?? line.source;
    const target = groupByMember.get(line.target) ?? line.target;
    if (source === target) continue;
    if (source === line.source && target === line.target) {
      kept.push(line);
      continue;
    }
    const id = `bundle:${source}>${target}`;
    const known = bundles.get(id);
    if (known === undefined) bundles.set(id, { source, target, lines: [line] });
    else known.lines.push(line);
  }
  return [
    ...kept,
    ...[...bundles].map(([id, { source, target, lines: merged }]): MapLine => {
      const tone = worstTone(merged.map((line) => line.tone));
      const restrictions = sum(merged, (line) => line.restrictions);
      const marked = sum(merged, (line) => line.marked);
      const flows = merged.flatMap((line) => line.flows);
      const label = flows.length === 0 ? counted(merged.length, 'channel') : counted(flows.length, 'flow');
      return {
        id,
        kind: 'bundle',
        source,
        target,
        tone,
        restrictions,
        marked,
        marks: sumOfMarks(merged),
        label,
        ofPart: merged.some((line) => line.ofPart !== undefined)
          ? merged.some((line) => line.ofPart === true)
          : undefined,
        ofClass: merged.some((line) => line.ofClass !== undefined)
          ? merged.some((line) => line.ofClass === true)
          : undefined,
        sign: worstSign(merged.flatMap((line) => line.sign ?? [])),
        sentence: joinSentences(
          `From ${nameById.get(source) ?? source} to ${nameById.get(target) ?? target}: ${label} drawn as one line`,
          restrictionWords(tone, restrictions, marked),
        ),
        flows,
        members: merged.flatMap((line) => line.members),
        emphasis: loudest(merged),
      };
    }),
  ];
};

/** The sign that is told of several: the worst. Signs of one rank that differ are told as one that says so. */
const worstSign = (signs: readonly MapSign[]): MapSign | undefined => {
  const [first] = signs;
  if (first === undefined) return undefined;
  if (first.shape.startsWith('letter:')) {
    return signs.every((sign) => sign.shape === first.shape)
      ? first
      : { shape: 'letter:…', words: 'several owners', rank: tones.length };
  }
  return signs.reduce((worst, sign) => (sign.rank < worst.rank ? sign : worst), first);
};

const loudest = (all: readonly { readonly emphasis: Emphasis }[]): Emphasis =>
  (['path', 'normal'] as const).find((wanted) => all.some(({ emphasis }) => emphasis === wanted)) ?? 'dim';

const busiestLane = (members: readonly MapBox[]): MapBox['lane'] => {
  const counts = new Map<MapBox['lane'], number>();
  for (const box of members) counts.set(box.lane, (counts.get(box.lane) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'COPY';
};

const sum = <T>(all: readonly T[], of: (each: T) => number): number => all.reduce((total, each) => total + of(each), 0);
