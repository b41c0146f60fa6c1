import type { ConceptName } from '../../domain/model/concepts.ts';
import type { Id, Instant } from '../../domain/model/entity.ts';

/** A place on a picture, in the picture's own units. `picture` names it: pages that show the same one give it the same name. */
export interface PointerPlace {
  readonly picture: string;
  readonly x: number;
  readonly y: number;
}

/** One browser's page in a room, as it last told. Nothing of it is kept. */
export interface Participant {
  /** The page's own id. */
  readonly client: string;
  readonly name: string;
  /** Path and search of the page. */
  readonly address: string;
  readonly title?: string;
  readonly selection: readonly string[];
  readonly editing?: { readonly concept: ConceptName; readonly id: Id; readonly since: Instant };
  /** Since when it presents; absent: it does not. */
  readonly presentingSince?: Instant;
  readonly spotlight: readonly string[];
  readonly step?: string;
  /** The page that this one follows. */
  readonly following?: string;
  readonly pointer?: PointerPlace;
  readonly since: Instant;
}

/** What one page tells. What is absent stays as it was; null takes it away. */
export interface Signal {
  readonly client: string;
  readonly name?: string | null;
  readonly address?: string | null;
  readonly title?: string | null;
  readonly selection?: readonly string[] | null;
  readonly editing?: { readonly concept: ConceptName; readonly id: Id } | null;
  readonly presenting?: boolean | null;
  readonly spotlight?: readonly string[] | null;
  readonly step?: string | null;
  readonly following?: string | null;
  readonly pointer?: PointerPlace | null;
  readonly leaving?: boolean | null;
}

/** What is new in a room for one who looks on; `whole`: it is everybody who is there. */
export interface RoomEvent {
  readonly whole: boolean;
  readonly changed: readonly Participant[];
  readonly moved: readonly { readonly client: string; readonly pointer?: PointerPlace }[];
  readonly left: readonly string[];
}

/** A room or the server has all it takes, or a page tells more than it may. Nothing of it was taken over. */
export interface RoomLimit {
  readonly type: 'RoomLimit';
  readonly message: string;
}

/** The page is not in the room (any more), and its signal does not say enough to come in. */
export interface ParticipantUnknown {
  readonly type: 'ParticipantUnknown';
  readonly client: string;
}
