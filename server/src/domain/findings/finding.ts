import type { Catalogues } from '../catalogue/index.ts';
import { compareIds, type CalendarDate, type Id } from '../model/entity.ts';
import type { Reconciliation } from '../reconcile/index.ts';
import type { TraceAnswer, TraceIndex } from '../trace/index.ts';

export const findingLevels = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** How soon a finding wants attention. */
export type FindingLevel = (typeof findingLevels)[number];

/** The concepts a finding can name. */
export type EntityKind =
  'dataClass' | 'system' | 'flow' | 'channel' | 'audience' | 'restriction' | 'claim' | 'observation';

/** A thing of the inventory that a finding is about. */
export interface FoundEntity {
  readonly kind: EntityKind;
  readonly id: Id;
}

/** What a rule found. `id` is made of the rule and the things: the same facts give the same id. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly level: FindingLevel;
  /** By kind, then id. */
  readonly entities: readonly FoundEntity[];
  /** One sentence. */
  readonly explanation: string;
}

/** What rules look at. `classes`: the record set's classes with the answer of a trace, parts left out. */
export interface FindingContext {
  readonly index: TraceIndex;
  readonly catalogues: Catalogues;
  readonly asOf: CalendarDate;
  readonly answers: readonly TraceAnswer[];
  /** What flows deliver where nobody lists it, class by class. */
  readonly undeclared: readonly Found[];
  /** What imports saw beside the inventory, worked out when it is first asked for. */
  readonly reconciliation: () => Reconciliation;
}

/** One thing a rule found, before it has an identity. `key` makes the identity where the things named do not: a class at a place. */
export interface Found {
  readonly key?: string;
  readonly entities: readonly FoundEntity[];
  readonly explanation: string;
}

/** A versioned rule: `version` grows when what it finds changes. */
export interface FindingRule {
  readonly id: string;
  readonly version: number;
  readonly level: FindingLevel;
  readonly title: string;
  readonly find: (context: FindingContext) => readonly Found[];
}

/** The finding of a rule. Pure. */
export const toFinding = (rule: FindingRule, { key, entities, explanation }: Found): Finding => {
  const sorted = entities.toSorted((a, b) => compareIds(a.kind, b.kind) || compareIds(a.id, b.id));
  return {
    id: `${rule.id}@${key ?? sorted.map(({ kind, id }) => `${kind}=${id}`).join('&')}`,
    rule: rule.id,
    ruleVersion: rule.version,
    level: rule.level,
    entities: sorted,
    explanation,
  };
};

/** Shorthand for a thing a finding names. */
export const about = (kind: EntityKind, id: Id): FoundEntity => ({ kind, id });
