import type { Id } from '../model/entity.ts';
import type { NameMatch } from './name-match.ts';

/** What a name is in a line. */
export type NameRole = 'from' | 'to' | 'class' | 'holder' | 'channel' | 'audience';

/**
 * A name of a line with what it may stand for. `isCertain`: by the rule of `isNameCertain`, whatever was chosen. `newKind`: the kind it is added with
 * where it would be new.
 */
export interface ProposedName {
  readonly words: string;
  readonly concept: 'System' | 'DataClass' | 'AccessChannel' | 'Audience';
  readonly role: NameRole;
  readonly matches: readonly NameMatch[];
  readonly isCertain: boolean;
  readonly newKind?: Id;
  readonly isKindGuessed: boolean;
}

/** One change as the API takes it (`ChangeInput`): a creation, or an update with the revision that was seen. */
export type ProposedChange = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a line was understood as, and what would be written for it. `certain`: it was, and each name is certain or was chosen. */
export interface Proposal {
  readonly line: string;
  readonly understood: boolean;
  readonly certain: boolean;
  readonly sentence: string;
  readonly kind?: 'FLOW' | 'HOLDING' | 'RELEASE' | 'RESTRICTION';
  readonly names: readonly ProposedName[];
  readonly protocol?: string;
  readonly schedule?: string;
  readonly rest?: string;
  readonly changes: readonly ProposedChange[];
  readonly already: boolean;
}
