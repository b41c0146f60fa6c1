/** The measures of the picture, in pixels at zoom 1. */
export const sizes = {
  nodeWidth: { ORIGIN: 172, INTEGRATION: 172, COPY: 172, CHANNEL: 216, AUDIENCE: 150 },
  mostLines: 3,
  textInset: 12,
  line: 16,
  // Faces are a little wider at some zooms than when they were measured.
  slack: 5,
  nodePadding: 8,
  portStep: 8,
  nodeGap: 13,
  laneHeader: 40,
  lanePadding: 14,
  badgeWidth: 132,
  badgeGlyph: 18,
  badgePadding: 5,
  gapBare: 60,
  gapPerLine: 3,
  gapMost: 120,
  gapBeside: 36,
  gapBesideCount: 34,
  loopStep: 12,
} as const;
