import type { LaneId } from '../../graph-model/trace-view.ts';

/** The measures of a picture, in pixels at zoom 1. `type` is the size of its words, `leastZoom` how small it may be made. */
export interface Sizes {
  readonly type: number;
  readonly leastZoom: number;
  readonly nodeWidth: Readonly<Record<LaneId, number>>;
  readonly mostLines: number;
  readonly textInset: number;
  /** How much further in the text of a pill begins. */
  readonly pillInset: number;
  readonly line: number;
  readonly slack: number;
  readonly nodePadding: number;
  readonly portStep: number;
  readonly nodeGap: number;
  readonly laneHeader: number;
  readonly lanePadding: number;
  readonly glyph: number;
  readonly badgeWidth: number;
  readonly badgeGlyph: number;
  readonly badgePadding: number;
  readonly labelWidths: readonly number[];
  readonly gapBare: number;
  readonly gapPerLine: number;
  readonly gapMost: number;
  readonly gapBeside: number;
  readonly gapBesideCount: number;
  readonly loopStep: number;
}

/** For a desk. */
export const sizes: Sizes = {
  type: 13,
  leastZoom: 0.15,
  nodeWidth: { ORIGIN: 172, INTEGRATION: 172, COPY: 172, CHANNEL: 216, AUDIENCE: 150 },
  mostLines: 3,
  textInset: 12,
  pillInset: 6,
  line: 16,
  // Faces are a little wider at some zooms than when they were measured.
  slack: 5,
  nodePadding: 8,
  portStep: 8,
  nodeGap: 13,
  laneHeader: 40,
  lanePadding: 14,
  glyph: 22,
  badgeWidth: 132,
  badgeGlyph: 18,
  badgePadding: 5,
  labelWidths: [150, 96],
  gapBare: 60,
  gapPerLine: 3,
  gapMost: 120,
  gapBeside: 36,
  gapBesideCount: 34,
  loopStep: 12,
};

/** For a projector: words at 1.4 times the size and never smaller, the boxes with them, the gaps between them no wider than they must be. */
export const projectorSizes: Sizes = {
  ...sizes,
  type: 18.2,
  leastZoom: 1,
  nodeWidth: { ORIGIN: 228, INTEGRATION: 228, COPY: 228, CHANNEL: 272, AUDIENCE: 190 },
  textInset: 13,
  pillInset: 9,
  line: 22,
  slack: 7,
  nodePadding: 9,
  portStep: 9,
  nodeGap: 15,
  laneHeader: 46,
  glyph: 30,
  badgeWidth: 172,
  badgeGlyph: 24,
  badgePadding: 6,
  labelWidths: [200, 130],
  gapBare: 56,
  gapMost: 104,
  gapBeside: 28,
  gapBesideCount: 26,
};
