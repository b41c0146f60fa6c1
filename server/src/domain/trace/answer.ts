import type { HoldRole } from '../model/concepts.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import type { CalendarDate, Id, Revision } from '../model/entity.ts';

/** What comes of a class on a channel for an audience; design.md 4.1 item 4. PARTIAL only where parts of a class differ. */
export type Outcome = 'RELEASED' | 'LIMITED' | 'WITHHELD' | 'NOT_OFFERED' | 'UNREACHED' | 'UNKNOWN' | 'PARTIAL';

/** Why a system is a start. */
export type StartKind = 'ORIGIN' | 'HOLDER' | 'UNEXPLAINED_COPY';

/** How far a class gets at one place for one audience. STOPPED: it is there and goes no further; BEHIND: it would be there if nothing were held back. */
export type ReachState = 'CLEAR' | 'LIMITED' | 'STOPPED' | 'BEHIND';

/** Whether a claim is recorded for a restriction as of the day asked. */
export type Documentation = 'NONE' | 'RECORDED';

/** How a path ends. */
export type PathStatus = 'RELEASED' | 'LIMITED' | 'STOPPED';

export interface TraceStart {
  readonly system: Id;
  readonly kind: StartKind;
}

export interface ChannelOutcome {
  readonly channel: Id;
  readonly audience: Id;
  readonly outcome: Outcome;
}

export interface AudienceReach {
  readonly audience: Id;
  readonly state: ReachState;
}

/** A column of the picture: where a system stands between origin and channels. */
export type Lane = 'ORIGIN' | 'INTEGRATION' | 'COPY';

export interface TracedSystem {
  readonly system: Id;
  readonly lane: Lane;
  readonly role?: HoldRole;
  readonly undeclared: boolean;
  readonly start?: StartKind;
  readonly stranded: boolean;
  readonly reach: readonly AudienceReach[];
  readonly restrictions: readonly Id[];
}

export interface TracedFlow {
  readonly flow: Id;
  readonly reach: readonly AudienceReach[];
  readonly restrictions: readonly Id[];
}

export interface TracedChannel {
  readonly channel: Id;
  readonly offer: 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';
  readonly reachable: boolean;
  readonly outcomes: readonly { readonly audience: Id; readonly outcome: Outcome }[];
  readonly restrictions: readonly Id[];
}

export interface PathStep {
  readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL';
  readonly id: Id;
  readonly name: string;
}

/** One path, no system twice. `id` is also its cursor. `restrictions`: those met on the way for this audience, in order. */
export interface TracePath {
  readonly id: string;
  readonly audience: Id;
  readonly status: PathStatus;
  readonly steps: readonly PathStep[];
  readonly restrictions: readonly Id[];
  readonly sentence: string;
}

export interface TracedRestriction {
  readonly restriction: Id;
  readonly place: 'MET' | 'BEHIND';
  readonly audiences: readonly Id[];
  readonly documentation: Documentation;
  /** Present where the question came with a judge. */
  readonly judged?: RestrictionJudged;
  readonly witness: TracePath;
}

/** A number of paths; `exact` false reads "at least". */
export interface PathCount {
  readonly value: number;
  readonly exact: boolean;
}

/** `release` includes `limited`; `undocumented` counts release and restricted paths that meet a restriction with no claim. */
export interface AudiencePathCounts {
  readonly audience: Id;
  readonly release: PathCount;
  readonly limited: PathCount;
  readonly restricted: PathCount;
  readonly undocumented: PathCount;
}

/**
 * The answer for one part of a class, or for several parts that share it. Lists are sorted by id unless said otherwise. The sentence, and the
 * lists of systems, flows, restrictions, stranded systems and path counts are worked out when they are first read (for more than 31
 * audiences, most of them at once).
 */
export interface TraceAnswer {
  readonly id: Id;
  /** The parts this is the answer for, `id` first. */
  readonly parts: readonly Id[];
  readonly isRest: boolean;
  readonly sentence: string;
  readonly starts: readonly TraceStart[];
  readonly originUnknown: boolean;
  /** By channel, then audience. */
  readonly outcomes: readonly ChannelOutcome[];
  readonly systems: readonly TracedSystem[];
  readonly flows: readonly TracedFlow[];
  readonly channels: readonly TracedChannel[];
  /** Met first, then behind; by id within each. */
  readonly restrictions: readonly TracedRestriction[];
  readonly stranded: readonly Id[];
  readonly pathCounts: readonly AudiencePathCounts[];
}

/** What is exact and what is not; `notes` say in words what was cut. The sets are always exact. */
export interface Completeness {
  readonly sets: true;
  readonly pathCounts: boolean;
  readonly notes: readonly string[];
}

/** The answer to a question. `outcomes` speak for all parts together. */
export interface Trace {
  readonly dataClass: Id;
  readonly asOf: CalendarDate;
  readonly revision: Revision;
  readonly audiences: readonly Id[];
  readonly sentence: string;
  readonly outcomes: readonly ChannelOutcome[];
  readonly answers: readonly TraceAnswer[];
  readonly completeness: Completeness;
}
