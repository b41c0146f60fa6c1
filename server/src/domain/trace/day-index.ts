import type { AccessChannel, Flow, System } from '../model/concepts.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import { createShape, withChannels, type ClassShape } from './class-shape.ts';
import { createDayParts, holdRoles, patchDayParts, type DayEdits, type DayParts, type Structure } from './day-parts.ts';
import { numberOfId, type Edit } from './edits.ts';

/**
 * What of an inventory counts on one day. A system that has ended is still there, and holds nothing: a flow or channel that was not ended
 * with it still leads there, dates speak for themselves.
 */
export interface DayIndex {
  /** The shape of the part that bears on a class, given with everything above it. */
  readonly shapeOf: (lineage: readonly Id[]) => ClassShape;
}

/** How many days of one revision are kept, and how many systems, flows and channels the kept shapes of one day have together. */
const daysKept = 4;
const mostKept = 2_000_000;

const daysByStructure = new WeakMap<Structure, Map<CalendarDate, Day>>();

/** The day of an index, made when first asked for. Linear in the inventory then, unless it was carried over from an earlier revision. */
export const dayOf = ({ structure }: { readonly structure: Structure }, asOf: CalendarDate): DayIndex => {
  const days = daysByStructure.get(structure) ?? new Map<CalendarDate, Day>();
  daysByStructure.set(structure, days);
  const day = days.get(asOf) ?? withShapes(createDayParts(structure, asOf));
  days.delete(asOf);
  days.set(asOf, day);
  const [oldest] = days.keys();
  if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
  return day;
};

/** What differs from the structure before; `undefined` where that is not known. */
export type StructureEdits = readonly [
  systems: readonly Edit<System>[] | undefined,
  flows: readonly Edit<Flow>[] | undefined,
  channels: readonly Edit<AccessChannel>[] | undefined,
];

/**
 * The structure of the next revision: the one before where nothing of it was edited. Its days are carried over from those of the one before,
 * with every shape that the edits leave alone, where the edits are known.
 */
export const nextStructure = (
  before: Structure | undefined,
  after: Structure,
  [systems, flows, channels]: StructureEdits,
): Structure => {
  if (before === undefined) return after;
  if (before.systems === after.systems && before.flows === after.flows && before.channels === after.channels)
    return before;
  const days = daysByStructure.get(before);
  if (days === undefined || systems === undefined || flows === undefined || channels === undefined) return after;
  // A system that comes or goes may be what a flow or channel was waiting for: those are looked at again.
  const moved = new Set(
    systems.flatMap(({ before: was, after: is }) => (was === undefined || is === undefined ? [(is ?? was)?.id] : [])),
  );
  const touching = <T extends Flow | AccessChannel>(
    all: readonly T[],
    edited: readonly Edit<T>[],
    ends: (one: T) => readonly Id[],
  ) => {
    if (moved.size === 0) return edited;
    const known = new Set(edited.map((edit) => (edit.after ?? edit.before)?.id));
    return [
      ...edited,
      ...all
        .filter((one) => !known.has(one.id) && ends(one).some((id) => moved.has(id)))
        .map((one): Edit<T> => ({ before: one, after: one })),
    ];
  };
  const edits = {
    systems,
    flows: touching(after.flows, flows, ({ from, to }) => [from, to]),
    channels: touching(after.channels, channels, ({ system }) => [system]),
  };
  daysByStructure.set(after, new Map([...days].map(([asOf, day]) => [asOf, patchDay(day, asOf, edits)])));
  return after;
};

interface KeptShape {
  readonly lineage: readonly Id[];
  readonly shape: ClassShape;
}

interface Day extends DayIndex {
  readonly parts: DayParts;
  readonly shapes: ReadonlyMap<string, KeptShape>;
  /** Shapes of a day before, of which nothing but the channels differs; none that is among `shapes`. */
  readonly others: ReadonlyMap<string, KeptShape>;
}

/** The day after edits, with the shapes that they leave alone. */
const patchDay = ({ parts, shapes, others }: Day, asOf: CalendarDate, edits: DayEdits): Day => {
  const next = patchDayParts(parts, asOf, edits);
  const changed = edits.systems.flatMap(({ before, after }) => (after ?? before)?.id ?? []);
  const isSame = ([, { lineage, shape }]: readonly [string, KeptShape]): boolean =>
    lineage.every(
      (id) =>
        parts.flows.get(id) === next.flows.get(id) &&
        holdRoles.every((role) => parts.holders[role].get(id) === next.holders[role].get(id)),
    ) && !changed.some((id) => numberOfId(shape.systems, id) !== -1);
  const kept = [...shapes].filter(isSame);
  const keptOthers = [...others].filter(isSame);
  return parts.channels === next.channels
    ? withShapes(next, kept, keptOthers)
    : withShapes(next, [], [...kept, ...keptOthers]);
};

type KeptShapes = Iterable<readonly [string, KeptShape]>;

const withShapes = (parts: DayParts, known: KeptShapes = [], knownOthers: KeptShapes = []): Day => {
  const shapes = new Map(known);
  const others = new Map(knownOthers);
  let size = 0;
  for (const { shape } of shapes.values()) size += sizeOf(shape);
  return {
    parts,
    shapes,
    others,
    shapeOf: (lineage) => {
      const key = lineage.join('\n');
      const there = shapes.get(key);
      if (there !== undefined) return there.shape;
      const other = others.get(key);
      others.delete(key);
      const shape = (other && withChannels(other.shape, parts, lineage)) ?? createShape(parts, lineage);
      shapes.set(key, { lineage, shape });
      size += sizeOf(shape);
      for (const [old, { shape: oldest }] of shapes) {
        if (size <= mostKept || old === key) break;
        shapes.delete(old);
        size -= sizeOf(oldest);
      }
      return shape;
    },
  };
};

const sizeOf = ({ systems, flows, channels }: ClassShape): number => systems.length + flows.length + channels.length;
