/**
 * The answer of the API's `map` that the picture is made from. These are the shapes the generated types fit into, so that this folder and its
 * tests need neither the API nor its documents.
 */
export type MapConcept = 'SYSTEM' | 'ACCESS_CHANNEL';

/** A system or a channel by its concept (`SYSTEM` or `ACCESS_CHANNEL`) and id. */
export interface MapThing {
  readonly concept: string;
  readonly id: string;
}

/** How the restrictions on something stand, the worst of them; null where there are none. */
export interface MapStanding {
  readonly status?: string | null;
  readonly verdict?: string | null;
  readonly restrictions: number;
  /** How many of them are not completely documented, or unprotected. */
  readonly marked: number;
  /** Whether it holds, carries or releases the class asked about; null when none was. */
  readonly ofClass?: boolean | null;
  /** Whether it holds, carries or releases only a part of that class; null when none was asked about. */
  readonly ofPart?: boolean | null;
}

/** A system or a channel with what the picture says of it. */
export interface MapThingInput extends MapThing, MapStanding {
  readonly name: string;
  readonly kind: string;
  readonly lane: string;
  readonly organization?: { readonly id: string; readonly name: string } | null;
  readonly vendor?: string | null;
  readonly zone?: string | null;
  readonly custodian?: string | null;
  readonly grade: string;
  readonly updatedAt: string;
  readonly revision: number;
  /** False of a thing that has ended and that something live still names. */
  readonly live: boolean;
  readonly classes: number;
  readonly hiddenIn: number;
  readonly hiddenOut: number;
  readonly hiddenMarked: number;
}

/** A flow within a line. */
export interface MapFlowInput {
  readonly id: string;
  readonly name: string;
  readonly protocol?: string | null;
  readonly classes: number;
  readonly grade: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly status?: string | null;
}

/** What runs from one thing to another. */
export interface MapLineInput extends MapStanding {
  readonly id: string;
  readonly kind: 'FLOW' | 'SERVES';
  readonly from: MapThing;
  readonly to: MapThing;
  readonly flows: readonly MapFlowInput[];
}

/** One answer: things and lines as of a day. */
export interface MapPictureInput {
  readonly asOf: string;
  readonly nodes: readonly MapThingInput[];
  readonly edges: readonly MapLineInput[];
}

/** The id that a thing has in the view: `system:<id>` or `channel:<id>`, as the trace has it. */
export const mapId = ({ concept, id }: MapThing): string => `${concept === 'SYSTEM' ? 'system' : 'channel'}:${id}`;

/** The thing that a view id names; undefined for groups and lines. */
export const thingOf = (viewId: string): (MapThing & { readonly concept: MapConcept }) | undefined => {
  const at = viewId.indexOf(':');
  const kind = viewId.slice(0, at);
  const id = viewId.slice(at + 1);
  if (id === '') return undefined;
  if (kind === 'system') return { concept: 'SYSTEM', id };
  return kind === 'channel' ? { concept: 'ACCESS_CHANNEL', id } : undefined;
};
