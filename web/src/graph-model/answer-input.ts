import type { KindNames } from './catalogue-words.ts';

/**
 * The part of a trace answer that the picture is made from. These are the shapes the API's generated types fit into, so that this folder
 * and its tests need neither the API nor its documents.
 */
export type Outcome = 'RELEASED' | 'LIMITED' | 'WITHHELD' | 'NOT_OFFERED' | 'UNREACHED' | 'UNKNOWN' | 'PARTIAL';
export type ReachState = 'CLEAR' | 'LIMITED' | 'STOPPED' | 'BEHIND';
export type SystemLane = 'ORIGIN' | 'INTEGRATION' | 'COPY';
export type StartKind = 'ORIGIN' | 'HOLDER' | 'UNEXPLAINED_COPY';
export type PathStatus = 'RELEASED' | 'LIMITED' | 'STOPPED';

/** Something with an identity and a name people use. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** How far the class gets, for one audience. */
export interface ReachInput {
  readonly audience: string;
  readonly state: ReachState;
}

/** A system on the trace. */
export interface SystemInput {
  readonly system: Named & { readonly kind: string; readonly vendor?: string | null; readonly product?: string | null };
  readonly lane: SystemLane;
  readonly role?: string | null;
  readonly undeclared: boolean;
  readonly start?: StartKind | null;
  readonly stranded: boolean;
  readonly reach: readonly ReachInput[];
  readonly restrictions: readonly string[];
}

/** A flow on the trace. */
export interface FlowInput {
  readonly flow: Named & {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly protocol?: string | null;
  };
  readonly reach: readonly ReachInput[];
  readonly restrictions: readonly string[];
}

/** A channel on the trace. */
export interface ChannelInput {
  readonly channel: Named & {
    readonly kind: string;
    readonly standards: readonly string[];
    readonly system: { readonly id: string };
  };
  readonly offer: 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';
  readonly reachable: boolean;
  readonly outcomes: readonly { readonly audience: string; readonly outcome: Outcome }[];
  readonly restrictions: readonly string[];
}

/** A restriction on the trace. `verdict` is absent where the evaluator has not judged it. */
export interface RestrictionInput {
  readonly restriction: Named & { readonly effect: string };
  readonly place: 'MET' | 'BEHIND';
  readonly audiences: readonly string[];
  readonly documentation: string;
  readonly verdict?: string | null;
  readonly cite?: readonly string[];
}

/** One answer of a trace, and the audiences it speaks of. */
export interface AnswerInput {
  readonly audiences: readonly Named[];
  /** Catalogue names of kinds; their codes are shown where they are absent. */
  readonly kindNames?: KindNames;
  readonly systems: readonly SystemInput[];
  readonly flows: readonly FlowInput[];
  readonly channels: readonly ChannelInput[];
  readonly restrictions: readonly RestrictionInput[];
}
