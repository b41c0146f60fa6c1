import { listOf, oneOf, oneOrMore, record, text, type Decoder } from './decode.ts';
import { citation, date, entryOptional, entryRequired, type Entry } from './entry.ts';

/** A rule that made or would change part 171. Dates are calendar dates; a proposed rule has no `effective`. */
export interface RuleEntry extends Entry {
  readonly published: string;
  readonly effective?: string;
  readonly applicable?: string;
  readonly withdrawn?: string;
  readonly commentsClosed?: string;
  readonly status: 'IN_FORCE' | 'PROPOSED' | 'WITHDRAWN';
  readonly effect: string;
}

/** A kind of actor, 45 CFR 171.102, with its knowledge standard, 45 CFR 171.103(b), and what may follow. */
export interface ActorEntry extends Entry {
  readonly description: string;
  readonly knowledge: 'KNOWS_UNREASONABLE' | 'KNOWS_OR_SHOULD_KNOW';
  readonly knowledgeText: string;
  readonly consequence: 'DISINCENTIVE' | 'CIVIL_MONEY_PENALTY';
  readonly consequenceText: string;
  readonly consequenceCite: readonly string[];
}

/** A branch of the designated record set, 45 CFR 164.501. */
export interface DrsBranchEntry extends Entry {
  readonly description: string;
  readonly keptBy: string;
}

/**
 * A codified exception of 45 CFR part 171, or (`partOf`) a part of one that can be claimed by itself. `group` is the
 * subpart. `effectiveFrom` is the date from which it can be relied on; `rule` and `amendedBy` are ids of rules.
 */
export interface ExceptionEntry extends Entry {
  readonly description: string;
  readonly group: 'B' | 'C' | 'D';
  readonly partOf?: string;
  readonly formerName?: string;
  readonly rule: string;
  readonly amendedBy: readonly string[];
  readonly effectiveFrom: string;
  readonly usableBy: readonly string[];
}

/** Decodes an entry of rules.yaml. */
export const decodeRule: Decoder<RuleEntry> = record(
  { ...entryRequired, published: date, status: oneOf(['IN_FORCE', 'PROPOSED', 'WITHDRAWN']), effect: text },
  { ...entryOptional, effective: date, applicable: date, withdrawn: date, commentsClosed: date },
);

/** Decodes an entry of actors.yaml. */
export const decodeActor: Decoder<ActorEntry> = record(
  {
    ...entryRequired,
    description: text,
    knowledge: oneOf(['KNOWS_UNREASONABLE', 'KNOWS_OR_SHOULD_KNOW']),
    knowledgeText: text,
    consequence: oneOf(['DISINCENTIVE', 'CIVIL_MONEY_PENALTY']),
    consequenceText: text,
    consequenceCite: oneOrMore(citation),
  },
  entryOptional,
);

/** Decodes an entry of drs-branches.yaml. */
export const decodeDrsBranch: Decoder<DrsBranchEntry> = record(
  { ...entryRequired, description: text, keptBy: text },
  entryOptional,
);

/** Decodes an entry of exceptions.yaml. */
export const decodeException: Decoder<ExceptionEntry> = record(
  {
    ...entryRequired,
    description: text,
    group: oneOf(['B', 'C', 'D']),
    rule: text,
    amendedBy: listOf(text),
    effectiveFrom: date,
    usableBy: listOf(text),
  },
  { ...entryOptional, partOf: text, formerName: text },
);
