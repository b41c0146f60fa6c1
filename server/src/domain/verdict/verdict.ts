import type { CalendarDate, Id, Instant } from '../model/entity.ts';

/** What a restriction comes to. It says what is recorded and what a text asks; counsel decides. */
export const verdictIds = [
  'UNPROTECTED',
  'COVERABLE_EVIDENCE_MISSING',
  'LEGAL_REVIEW',
  'COVERED',
  'NO_INTERFERENCE',
  'REQUIRED_BY_LAW',
  'OUT_OF_SCOPE_NOT_EHI',
  'OUT_OF_SCOPE_NOT_ACTOR',
] as const;
/** In order: a later one leaves less to mend, and of several grounds the latest counts. */
export type VerdictId = (typeof verdictIds)[number];

/** NONE: no claim recorded. LATE: some evidence came after the practice began, where the text wants it before or at the time. */
export type DocumentationState = 'NONE' | 'INCOMPLETE' | 'LATE' | 'COMPLETE';

/** Met, not met, or not known. */
export type Truth = 'MET' | 'NOT_MET' | 'UNKNOWN';

/** A document behind a condition. `late`: dated or recorded after the practice began, or after its time ran out. */
export interface EvidenceSeen {
  readonly evidence: Id;
  readonly dated?: CalendarDate;
  readonly recordedAt: Instant;
  readonly late: boolean;
}

/** One condition with its state. `by`: what decided it. `missing`: what would still have to be there, in words. */
export interface ConditionState {
  readonly condition: string;
  readonly cite: readonly string[];
  readonly question: string;
  /** What is said: the answer, or what the graph shows. */
  readonly answer: Truth;
  /** What counts once documents and clocks are looked at. */
  readonly evidenced: Truth;
  readonly by: 'FACT' | 'ANSWER' | 'NOBODY';
  readonly late: boolean;
  readonly deadline?: CalendarDate;
  readonly evidence: readonly EvidenceSeen[];
  readonly missing?: string;
  readonly unverified: boolean;
}

/** One thing that is still to be done. `wanted`: how the condition has to come out; absent for the approval of the whole. */
export interface ReachStep {
  readonly kind: 'ANSWER' | 'EVIDENCE' | 'APPROVAL';
  readonly condition?: string;
  readonly wanted?: 'MET' | 'NOT_MET';
  readonly words: string;
}

/**
 * What it would take for a claim to come to a better verdict: the fewest steps, `[]` where it is there. Not possible where what is
 * answered or recorded rules it out; `against`: the conditions that do.
 */
export interface VerdictReach {
  readonly verdict: VerdictId;
  readonly isPossible: boolean;
  readonly steps: readonly ReachStep[];
  readonly against: readonly string[];
}

/** How one claim was judged for one audience: the conditions in the order of the pack. `toReach`: from the nearest verdict to the best. */
export interface GroundJudged {
  readonly claim: Id;
  readonly ground: string;
  readonly verdict: VerdictId;
  readonly documentation: Exclude<DocumentationState, 'NONE'>;
  readonly conditions: readonly ConditionState[];
  readonly cite: readonly string[];
  readonly unverified: boolean;
  readonly reason: string;
  readonly toReach: readonly VerdictReach[];
}

/** The judgement of a part of a restriction: classes and audiences that share it; `[]`: every one that no other part names. */
export interface VerdictPart {
  readonly classes: readonly Id[];
  readonly audiences: readonly Id[];
  readonly verdict: VerdictId;
  readonly documentation: DocumentationState;
  readonly sentence: string;
  /** What supports the verdict first; absent where no claim bears on this part. */
  readonly grounds: readonly GroundJudged[];
  readonly missing: readonly string[];
}

/** The judgement of a restriction as of a day. `verdict` and `documentation` are the worst of its parts. */
export interface Verdict {
  readonly restriction: Id;
  readonly asOf: CalendarDate;
  readonly rulePack: string;
  readonly rulePackVersion: CalendarDate;
  readonly verdict: VerdictId;
  readonly documentation: DocumentationState;
  readonly sentence: string;
  readonly parts: readonly VerdictPart[];
}
