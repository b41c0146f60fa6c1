import type { Catalogues } from '../catalogue/index.ts';
import { isLiveOn, type CalendarDate, type Id, type Revision } from '../model/entity.ts';
import {
  channelOutcomes,
  channelOutcomesRemembered,
  compareIds,
  type HeldOutcome,
  type Outcome,
  type RestrictionJudge,
  type TraceIndex,
} from '../trace/index.ts';
import { worstBasis, type CoverageBasis } from './basis.ts';
import { familyOf, type CoverageFamily } from './family.ts';

/** What comes of one class on one channel for one audience. */
export interface CoverageCell {
  readonly outcome: Outcome;
  /** Whether something of it, the whole or a part, is released, limited or not. PARTIAL alone does not say: parts may differ in why they are not. */
  readonly someReleased: boolean;
  /** How well what holds the class back there is documented, the worst of it; absent where nothing is held back. */
  readonly basis?: CoverageBasis;
  /** What holds it back there, by id. */
  readonly restrictions: readonly Id[];
}

/** A channel as one audience meets it. */
export interface CoverageColumn {
  readonly channel: Id;
  readonly audience: Id;
  readonly family?: CoverageFamily;
}

/** One class; its cells in the order of the columns. */
export interface CoverageRow {
  readonly dataClass: Id;
  readonly cells: readonly CoverageCell[];
}

/**
 * What is released, limited and held back: every live class of the level CLASS, by id, on every live channel for each audience it is for, the
 * channels in the order of their kinds in the catalogue, then by id.
 */
export interface Coverage {
  readonly asOf: CalendarDate;
  readonly revision: Revision;
  readonly columns: readonly CoverageColumn[];
  readonly rows: readonly CoverageRow[];
  /** Live channels for which nobody recorded an audience, by id: no cell speaks of them. */
  readonly forNobody: readonly Id[];
}

/** What a coverage is read from. */
export interface CoverageQuestion {
  readonly index: TraceIndex;
  readonly catalogues: Pick<Catalogues, 'channels'>;
  readonly asOf: CalendarDate;
  readonly judge: RestrictionJudge;
  /**
   * What `judge` says of a restriction follows from this; the same object for as long as that is so. Then rows that nothing bears on are taken over from an earlier
   * revision; without it each is worked out.
   */
  readonly verdictOf?: (restriction: Id) => object;
}

/** The coverage as of a day. Each cell is what the trace of its class says of its channel and audience. Pure and total. */
export const coverageOf = ({ index, catalogues, asOf, judge, verdictOf }: CoverageQuestion): Coverage => {
  const placeOfKind = new Map(catalogues.channels.map(({ id }, place) => [id, place]));
  const live = index.channels
    .filter((channel) => isLiveOn(channel, asOf) && index.graph.System.has(channel.system))
    .map((channel) => ({ channel, place: placeOfKind.get(channel.kind) ?? placeOfKind.size }))
    .sort((a, b) => a.place - b.place || compareIds(a.channel.id, b.channel.id))
    .map(({ channel }) => channel);
  const columns = live.flatMap(({ id, kind, audiences }): readonly CoverageColumn[] => {
    const family = familyOf(catalogues, kind);
    return [...new Set(audiences)]
      .sort(compareIds)
      .map((audience) => ({ channel: id, audience, ...(family === undefined ? {} : { family }) }));
  });
  const keys = columns.map(keyOf);
  const cellsOf = rowMaker(keys);
  const rows = index.classes
    .filter((each) => isLiveOn(each, asOf))
    .map(({ id }): CoverageRow => ({
      dataClass: id,
      cells: cellsOf(
        verdictOf === undefined
          ? channelOutcomes(index, id, { asOf, judge })
          : channelOutcomesRemembered(index, id, { asOf, judge, verdictOf }),
      ),
    }));
  const forNobody = live.filter(({ audiences }) => audiences.length === 0).map(({ id }) => id);
  return { asOf, revision: index.graph.revision, columns, rows, forNobody: forNobody.sort(compareIds) };
};

const keyOf = ({ channel, audience }: { readonly channel: Id; readonly audience: Id }): string =>
  `${channel}\n${audience}`;

/** Cells by the outcomes they tell of, and the columns they are in. */
const knownCells = new WeakMap<
  readonly HeldOutcome[],
  { readonly columns: string; readonly cells: CoverageRow['cells'] }
>();

/** Returns what puts the outcomes of a class into columns, by their keys; what was put so before is given again. */
const rowMaker = (keys: readonly string[]): ((outcomes: readonly HeldOutcome[]) => CoverageRow['cells']) => {
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  const columns = keys.join('\n\n');
  return (outcomes) => {
    const known = knownCells.get(outcomes);
    if (known?.columns === columns) return known.cells;
    const cells: CoverageCell[] = keys.map(() => plain.UNKNOWN);
    for (const found of outcomes) {
      const place = placeOf.get(keyOf(found));
      if (place !== undefined) cells[place] = cellOf(found);
    }
    knownCells.set(outcomes, { columns, cells });
    return cells;
  };
};

const cellOf = ({ outcome, someReleased, heldBackBy }: HeldOutcome): CoverageCell => {
  if (heldBackBy.length === 0) return outcome === 'PARTIAL' && someReleased ? plainPartRelease : plain[outcome];
  const basis = worstBasis(heldBackBy.flatMap(({ judged }) => judged));
  return {
    outcome,
    someReleased,
    ...(basis === undefined ? {} : { basis }),
    restrictions: heldBackBy.map(({ restriction }) => restriction),
  };
};

const bare = (outcome: Outcome, someReleased = false): CoverageCell => ({ outcome, someReleased, restrictions: [] });

/** Cells of which there is nothing more to say: one of each, however large the inventory. */
const plain: Readonly<Record<Outcome, CoverageCell>> = {
  RELEASED: bare('RELEASED', true),
  LIMITED: bare('LIMITED', true),
  WITHHELD: bare('WITHHELD'),
  NOT_OFFERED: bare('NOT_OFFERED'),
  UNREACHED: bare('UNREACHED'),
  UNKNOWN: bare('UNKNOWN'),
  PARTIAL: bare('PARTIAL'),
};

const plainPartRelease = bare('PARTIAL', true);
