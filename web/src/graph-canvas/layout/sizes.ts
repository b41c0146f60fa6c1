/** The measures of the picture, in pixels at zoom 1. */
export const sizes = {
  nodeWidth: 172,
  textInset: 12,
  line: 16,
  // Faces are a little wider at some zooms than when they were measured.
  slack: 5,
  nodePadding: 8,
  portStep: 9,
  nodeGap: 18,
  laneHeader: 40,
  lanePadding: 14,
  badgeWidth: 140,
  badgeGlyph: 18,
  badgePadding: 5,
  gapBare: 64,
  gapPerLine: 3,
  gapMost: 150,
  gapBeside: 38,
  loopStep: 12,
} as const;
