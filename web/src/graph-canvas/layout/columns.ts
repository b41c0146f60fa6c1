import type { Plan } from './plan.ts';

/** From where to where something reaches, left to right. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/**
 * The columns of the picture: where each begins, and per gap (the one right of the column with that number) the band its plates stand in, if it has
 * any. `bandOf` takes a layer: twice the column for a lane, one more for the gap right of it.
 */
export interface Columns {
  readonly width: number;
  readonly left: readonly number[];
  readonly loopLeft: readonly number[];
  readonly badgeBand: readonly (Band | undefined)[];
  readonly bandOf: (layer: number) => Band | undefined;
}

/** Columns wide enough for what stands and runs between them. Pure and total. */
export const columnsOf = (plan: Plan): Columns => {
  const { sizes } = plan;
  const left: number[] = [];
  const loopLeft: number[] = [];
  const badgeBand: (Band | undefined)[] = [];
  let x = sizes.lanePadding;
  plan.lanes.forEach((lane, column) => {
    left.push(x);
    x += sizes.nodeWidth[lane];
    loopLeft.push(x);
    const last = column === plan.lanes.length - 1;
    const loops = plan.edges.filter(
      (edge) => plan.columnOf.get(edge.source) === column && plan.columnOf.get(edge.target) === column,
    ).length;
    const loopRoom = loops === 0 ? 0 : Math.min(loops, 6) * sizes.loopStep + 10;
    const plates = plan.badges.filter((badge) => badge.gap === column);
    const crossing = plan.edges.filter((edge) => crosses(plan, edge.source, edge.target, column)).length;
    if (plates.length === 0) {
      badgeBand.push(undefined);
      const room = Math.min(sizes.gapMost, sizes.gapBare + crossing * sizes.gapPerLine);
      x += last ? loopRoom : loopRoom + room;
      return;
    }
    const widest = Math.max(...plates.map((badge) => badge.width));
    const beside = plates.some((badge) => badge.marked) ? sizes.gapBeside : sizes.gapBesideCount;
    const start = x + loopRoom + beside;
    badgeBand.push({ left: start, right: start + widest });
    x = start + widest + (last ? 0 : beside + Math.min(24, crossing));
  });
  return {
    width: x + sizes.lanePadding,
    left,
    loopLeft,
    badgeBand,
    bandOf: (layer) => {
      if (layer % 2 === 1) return badgeBand[(layer - 1) / 2];
      const start = left[layer / 2];
      const lane = plan.lanes[layer / 2];
      return start === undefined || lane === undefined
        ? undefined
        : { left: start, right: start + sizes.nodeWidth[lane] };
    },
  };
};

const crosses = (plan: Plan, source: string, target: string, gap: number): boolean => {
  const a = plan.columnOf.get(source) ?? 0;
  const b = plan.columnOf.get(target) ?? 0;
  return Math.min(a, b) <= gap && gap < Math.max(a, b);
};
