import type { Emphasis, LaneId, NodeKind, ViewMark } from '../graph-model/trace-view.ts';
import type { Sizes } from './layout/sizes.ts';
import type { Tone } from '../graph-model/tone.ts';

/** A place of the picture, in pixels at zoom 1, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its centre. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The band of a lane with its header. */
export interface SceneLane extends Box {
  readonly id: LaneId;
  readonly title: string;
}

/**
 * A box with its text already broken into lines: `title` is one or two, `detail` none, one, or two where
 * it names a restriction (`detailTone` then).
 */
export interface SceneNode extends Box {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: readonly string[];
  readonly detail: readonly string[];
  readonly detailTone: Tone | undefined;
  readonly tone: Tone;
  readonly glyph: boolean;
  readonly marked: boolean;
  readonly emphasis: Emphasis;
}

/**
 * A line from `start` to `end`. Between them it is the quadratic B-spline of `controls`: it passes through the middle of each two
 * neighbours, which is how the canvas draws a curve with several control points.
 */
export interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly start: Point;
  readonly controls: readonly Point[];
  readonly end: Point;
  readonly tone: Tone;
  readonly tip: 'arrow' | 'bar' | 'none';
  readonly weight: 'thin' | 'normal' | 'strong';
  readonly label: string;
  readonly emphasis: Emphasis;
}

/** A restriction on a line, or the number of flows a line stands for: a small plate on the line. */
export interface SceneBadge extends Box {
  readonly id: string;
  readonly edge: string;
  readonly mark: ViewMark | undefined;
  readonly lines: readonly string[];
  readonly emphasis: Emphasis;
}

/** The label of a line, put where it covers nothing. */
export interface SceneLabel extends Box {
  readonly id: string;
  readonly edge: string;
  readonly lines: readonly string[];
}

/** Everything that is drawn, in places. The canvas and the exported files are drawn from this and nothing else. */
export interface Scene {
  readonly sizes: Sizes;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly SceneLane[];
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly badges: readonly SceneBadge[];
  readonly labels: readonly SceneLabel[];
}
