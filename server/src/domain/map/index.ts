export { drawMap } from './draw-map.ts';
export type { ThingRef } from './map-day.ts';
export {
  mostHops,
  mostThings,
  notThereWords,
  type MapDirection,
  type MapError,
  type MapQuestion,
  type NotThereThatDay,
} from './map-question.ts';
export type { MapCompleteness } from './completeness.ts';
export type { MapEdge, MapFlow, MapNode, MapPicture } from './picture.ts';
export type { JudgeWhole } from './standing.ts';
export { findWays, type Way, type WayPage, type WayQuestion, type WayStep } from './ways.ts';
