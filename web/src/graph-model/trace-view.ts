import type { Tone } from './tone.ts';

/** The columns of the picture, left to right. */
export const lanes = ['ORIGIN', 'INTEGRATION', 'COPY', 'CHANNEL', 'AUDIENCE'] as const;
export type LaneId = (typeof lanes)[number];

/** The headers of the columns. */
export const laneTitles: Readonly<Record<LaneId, string>> = {
  ORIGIN: 'Origin',
  INTEGRATION: 'Integration',
  COPY: 'Holds a copy',
  CHANNEL: 'Access channels',
  AUDIENCE: 'Audiences',
};

export type NodeKind = 'system' | 'channel' | 'audience' | 'group';
export type EdgeKind = 'flow' | 'serves' | 'outcome';

/** How loud something is: `path` is on the chosen path, `dim` is off it, `normal` when no path is chosen. */
export type Emphasis = 'normal' | 'path' | 'dim';

/**
 * A box of the picture. `id` is `<kind>:<inventory id>`, unique in the view; `lead` says how it stands and `sentence` says all of it aloud, restrictions included; `marked` means a restriction
 * on it has no documented exception; `detail` is the second line and `briefer` what may stand there instead where it does not fit, longest first; `detailTone` is the tone of the restriction that `detail` names, absent where it names none; `members` are the ids a group stands for
 * (empty otherwise).
 */
export interface ViewNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly lane: LaneId;
  readonly name: string;
  readonly detail: string;
  readonly briefer: readonly string[];
  readonly detailTone: Tone | undefined;
  readonly tone: Tone;
  readonly glyph: boolean;
  readonly marked: boolean;
  readonly status: string;
  readonly lead: string;
  readonly sentence: string;
  readonly restrictions: readonly string[];
  readonly members: readonly string[];
  readonly emphasis: Emphasis;
}

/** A restriction that sits on an edge: drawn as a glyph and a short text on it. */
export interface ViewMark {
  readonly restriction: string;
  readonly tone: Tone;
  readonly text: string;
}

/**
 * A line of the picture. `end` is an arrow where the class passes, a bar where it is stopped, nothing where it never comes;
 * `members` are the flows it stands for, more than one when parallel flows are drawn as one.
 */
export interface ViewEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  readonly tone: Tone;
  readonly end: 'arrow' | 'bar' | 'none';
  readonly label: string;
  readonly status: string;
  readonly lead: string;
  readonly sentence: string;
  readonly marks: readonly ViewMark[];
  readonly restrictions: readonly string[];
  readonly members: readonly string[];
  readonly emphasis: Emphasis;
}

/** The picture of one answer, without colours, pixels or handlers. Nodes are by lane, then as the answer orders them. */
export interface TraceView {
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
}

/** The view-model id of a thing of the inventory. */
export const viewId = (kind: NodeKind | 'flow', id: string): string => `${kind}:${id}`;

/** The inventory id within a view-model id. */
export const inventoryId = (id: string): string => id.slice(id.indexOf(':') + 1);

/** The tone of what a channel does for an audience, as the view draws it; `fallback` where the view draws no line for it. */
export const outcomeToneIn = (view: TraceView, channel: string, audience: string, fallback: Tone): Tone =>
  view.edges.find((edge) => edge.id === `outcome:${channel}:${audience}`)?.tone ?? fallback;
