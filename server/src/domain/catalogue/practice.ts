import { flag, listOf, oneOf, oneOrMore, record, text, type Decoder } from './decode.ts';
import { citation, date, entryOptional, entryRequired, type Entry } from './entry.ts';

/** An exception worth testing for a practice; `at` narrows it to a paragraph (a citation). */
export interface PlausibleException {
  readonly exception: string;
  readonly at?: string;
}

export const statutoryHooks = ['A', 'B', 'Ci', 'Cii'] as const;
/** A paragraph of 42 USC 300jj-52(a)(2) that lists practices. */
export type StatutoryHook = (typeof statutoryHooks)[number];

/** A kind of practice that may interfere. `exceptions` are worth testing, never presumed; `[]` when none is known to fit. */
export interface PracticeEntry extends Entry {
  readonly description: string;
  readonly example: string;
  readonly hooks: readonly StatutoryHook[];
  readonly exceptions: readonly PlausibleException[];
  readonly exceptionNote?: string;
}

export const overlayEffects = ['FORBIDS', 'CONDITIONS', 'PERMITS', 'EXCLUDED'] as const;
/** What law says about sharing a tagged class; EXCLUDED means that it is not EHI. */
export type OverlayEffect = (typeof overlayEffects)[number];

const overlayVerdicts = ['REQUIRED_BY_LAW', 'LEGAL_REVIEW', 'OUT_OF_SCOPE_NOT_EHI'] as const;

/** One effect of an overlay. `audiences` and `purposes` empty: every one. `verdict` is where the facts lead if they hold. */
export interface OverlayRule {
  readonly effect: OverlayEffect;
  readonly audiences: readonly string[];
  readonly purposes: readonly string[];
  readonly exceptions: readonly string[];
  readonly verdict?: (typeof overlayVerdicts)[number];
  readonly text: string;
  readonly cite: readonly string[];
}

/** A special category of EHI. `stateLaw`: the law differs by state and has to be supplied. `effects` is never empty. */
export interface OverlayEntry extends Entry {
  readonly regime: string;
  readonly stateLaw: boolean;
  readonly trigger: string;
  readonly effects: readonly OverlayRule[];
}

export const stateLawEffects = ['FORBIDS', 'CONDITIONS', 'PERMITS'] as const;
/** What a state law says about sharing what it names. */
export type StateLawEffect = (typeof stateLawEffects)[number];

/**
 * A law of a state. `law`: the words by which a claim cites it. What it names: classes with one of `overlays`, and those that stand for one
 * of `classes` (reference codes). `audiences` and `purposes` empty: every one. It holds from `effective` up to, not including, `ended`.
 */
export interface StateLawEntry extends Entry {
  readonly law: string;
  readonly effect: StateLawEffect;
  readonly overlays: readonly string[];
  readonly classes: readonly string[];
  readonly audiences: readonly string[];
  readonly purposes: readonly string[];
  readonly text: string;
  readonly effective?: string;
  readonly ended?: string;
}

const decodePlausible: Decoder<PlausibleException> = (value, path, report) => {
  if (typeof value === 'string') return { exception: value };
  return record({ exception: text }, { at: citation })(value, path, report);
};

/** Decodes an entry of practices.yaml; an exception may be written as its id alone. */
export const decodePractice: Decoder<PracticeEntry> = record(
  {
    ...entryRequired,
    description: text,
    example: text,
    hooks: listOf(oneOf(statutoryHooks)),
    exceptions: listOf(decodePlausible),
  },
  { ...entryOptional, exceptionNote: text },
);

const decodeOverlayRule = record(
  {
    effect: oneOf(overlayEffects),
    audiences: listOf(text),
    purposes: listOf(text),
    exceptions: listOf(text),
    text,
    cite: oneOrMore(citation),
  },
  { verdict: oneOf(overlayVerdicts) },
);

const someOverlayRules: Decoder<readonly OverlayRule[]> = (value, path, report) => {
  const rules = listOf(decodeOverlayRule)(value, path, report);
  return rules?.length === 0 ? void report(path, 'expected at least one effect') : rules;
};

/** Decodes an entry of state-laws.yaml. */
export const decodeStateLaw: Decoder<StateLawEntry> = record(
  {
    ...entryRequired,
    law: text,
    effect: oneOf(stateLawEffects),
    overlays: listOf(text),
    classes: listOf(text),
    audiences: listOf(text),
    purposes: listOf(text),
    text,
  },
  { ...entryOptional, effective: date, ended: date },
);

/** Decodes an entry of overlays.yaml. */
export const decodeOverlay: Decoder<OverlayEntry> = record(
  { ...entryRequired, regime: text, stateLaw: flag, trigger: text, effects: someOverlayRules },
  entryOptional,
);
