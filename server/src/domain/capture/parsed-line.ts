import type { Effect } from '../model/concepts.ts';

/** How a flow goes, as said; `via` names a system it passes through, which a line of its own has to say. */
export interface SaidHow {
  readonly protocol?: string;
  readonly schedule?: string;
  readonly trigger?: string;
  readonly via?: string;
  readonly rest?: string;
}

/** What a line says, names as written. `rest` is what is said besides. */
export type ParsedLine =
  | ({ readonly kind: 'FLOW'; readonly from: readonly string[]; readonly to: readonly string[] } & SaidHow &
      SaidClasses)
  | ({
      readonly kind: 'HOLDING';
      readonly holder: string;
      readonly isOrigin: boolean;
      readonly rest?: string;
    } & SaidClasses)
  | ({
      readonly kind: 'RELEASE';
      readonly channel: string;
      readonly audiences: readonly string[];
      readonly rest?: string;
    } & SaidClasses)
  | ({
      readonly kind: 'RESTRICTION';
      readonly place: string;
      readonly effect: Extract<Effect, 'WITHHOLDS' | 'FILTERS' | 'DELAYS'>;
      readonly audiences: readonly string[];
      /** `72 hours`, or `until` and what ends it. */
      readonly duration?: string;
      readonly reason?: string;
      readonly rest?: string;
    } & SaidClasses)
  | NotUnderstood;

interface SaidClasses {
  readonly classes: readonly string[];
}

/** A line that says nothing that can be written, and why not: a sentence, with a line that would work. */
export interface NotUnderstood {
  readonly kind: 'NONE';
  readonly why: string;
}

/** What a reader of lines asks about names: of the inventory, of systems alone, of audiences. */
export interface KnownNames {
  readonly isName: (text: string) => boolean;
  readonly isSystem: (text: string) => boolean;
  readonly isAudience: (text: string) => boolean;
}
