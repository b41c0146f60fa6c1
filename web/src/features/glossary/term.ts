import type { Tone } from '../../graph-model/tone.ts';

/** A word of this product in plain words. `cite` is its ground in law, where it has one; `see` are terms that belong to it. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly also?: readonly string[];
  readonly means: string;
  readonly cite?: readonly string[];
  readonly tone?: Tone;
  readonly see?: readonly string[];
}

/** Terms that belong together. */
export interface TermGroup {
  readonly title: string;
  readonly terms: readonly Term[];
}
