import type { CalendarDate, Grade, Id, Instant, Revision } from '../model/entity.ts';
import type { Lane } from '../trace/index.ts';
import type { DocumentationState } from '../verdict/index.ts';
import type { MapCompleteness } from './completeness.ts';
import type { Line, ThingRef } from './map-day.ts';
import type { Standing } from './standing.ts';

/** Whether something bears on the class asked about, or on a part of it only; absent where none was asked about. */
export interface OfClass {
  readonly ofClass?: boolean;
  readonly ofPart?: boolean;
}

/** A system or channel of a picture. What is absent is not recorded, or not of a channel. */
export interface MapNode extends ThingRef, Standing, OfClass {
  readonly name: string;
  readonly kind: string;
  readonly lane: Lane | 'CHANNEL';
  /** Who runs it; of a channel: who runs its system. */
  readonly organization?: Id;
  readonly vendor?: string;
  readonly zone?: string;
  readonly custodian?: string;
  readonly live: boolean;
  readonly grade: Grade;
  readonly updatedAt: Instant;
  readonly revision: Revision;
  /** How many classes it holds or releases. */
  readonly classes: number;
  /** How many neighbours it gets something from, or that get something from it, are not in the picture. */
  readonly hiddenIn: number;
  readonly hiddenOut: number;
  /** How many of those neighbours, or the lines to them, are marked. */
  readonly hiddenMarked: number;
}

/** A flow within a line. */
export interface MapFlow {
  readonly id: Id;
  readonly name: string;
  readonly protocol?: string;
  readonly classes: number;
  readonly grade: Grade;
  readonly updatedAt: Instant;
  readonly revision: Revision;
  readonly status?: DocumentationState;
}

/** What runs from one thing of a picture to another, or to itself. */
export interface MapEdge extends Standing, OfClass {
  readonly id: string;
  readonly kind: Line['kind'];
  readonly from: ThingRef;
  readonly to: ThingRef;
  readonly flows: readonly MapFlow[];
}

/** Systems and channels and what runs between them. */
export interface MapPicture {
  readonly asOf: CalendarDate;
  readonly revision: Revision;
  /** Systems first, each kind by id. */
  readonly nodes: readonly MapNode[];
  /** By their ends, in the order of the nodes. */
  readonly edges: readonly MapEdge[];
  readonly completeness: MapCompleteness;
}
