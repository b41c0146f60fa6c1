import type { Mark } from '../catalogue/entry.ts';
import type { CalendarDate } from '../model/entity.ts';

/**
 * What the graph can say of a condition by itself. NOT_MET from a fact stands against any answer; see `facts.ts` for each.
 */
export const factCodes = [
  'DETERMINED_PER_PATIENT',
  'NARROWER_THAN_EVERYTHING',
  'AUDIENCE_PATIENT',
  'AUDIENCE_PROXY',
  'AUDIENCE_OTHER',
  'AUDIENCE_NOT_INDIVIDUAL',
  'CHANNEL_NOT_FHIR',
  'LAW_CITED',
  'FEE_ON_ELECTRONIC_ACCESS',
] as const;
export type FactCode = (typeof factCodes)[number];

/**
 * When the document behind a condition must exist. `PRACTICE_START`: before the practice began or at the time. `BUSINESS_DAYS`:
 * at most `days` business days after the date of the evidence of condition `after` (day 1 is the business day that follows it).
 */
export type Clock =
  | { readonly kind: 'PRACTICE_START' }
  | { readonly kind: 'BUSINESS_DAYS'; readonly days: number; readonly after: string };

/** One condition. `condition` is its id in a claim's answers: its paragraph, e.g. `171.204(b)`, `#word` added where one paragraph has several. */
export interface Leaf {
  readonly kind: 'LEAF';
  readonly condition: string;
  readonly cite: readonly string[];
  readonly question: string;
  /** Whether the condition counts as evidenced only with a document. */
  readonly document: boolean;
  readonly clock?: Clock;
  readonly fact?: FactCode;
  /** What to hold as evidence, in words. */
  readonly evidence?: string;
  readonly mark: readonly Mark[];
  readonly unverified: boolean;
  readonly note?: string;
}

/** `ALL` every part, `ANY` at least one, `NONE` no part. An answer to a group's own `condition` counts for its leaves that have none. */
export interface Group {
  readonly kind: 'ALL' | 'ANY' | 'NONE';
  readonly condition?: string;
  readonly title?: string;
  readonly parts: readonly Condition[];
}

/** `needs` counts only where `when` is met. */
export interface IfNode {
  readonly kind: 'IF';
  readonly when: Condition;
  readonly needs: Condition;
}

export type Condition = Leaf | Group | IfNode;

/** One exception, or part of one that can be claimed by itself. `legalReview`: it never yields COVERED by itself. */
export interface PackException {
  readonly id: string;
  readonly cite: readonly string[];
  readonly usableBy: readonly string[];
  readonly whoMayRely?: string;
  readonly legalReview: boolean;
  readonly conditions: Condition;
}

/**
 * The conditions of 45 CFR part 171 as they stood on a date. `thresholds` are the questions before any exception: actor, EHI,
 * required by law, interference (45 CFR 171.102, 171.103). An overlay (`overlays` set) replaces whole exceptions of that pack
 * and `removes` others; it is off unless asked for.
 */
export interface RulePack {
  readonly id: string;
  readonly title: string;
  readonly version: CalendarDate;
  readonly status: 'IN_FORCE' | 'PROPOSED';
  readonly effectiveFrom?: CalendarDate;
  readonly overlays?: string;
  readonly removes: readonly string[];
  readonly note: string;
  readonly thresholds: readonly Leaf[];
  readonly exceptions: readonly PackException[];
}
