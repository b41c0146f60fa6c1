import type { RestrictionTarget } from '../domain/model/concepts.ts';
import type { Id } from '../domain/model/entity.ts';
import type { ObservedFilter, ReconciledItem } from '../domain/reconcile/index.ts';
import { stamp, type Acceptance } from './acceptance.ts';

const practiceOf: Readonly<Record<ObservedFilter['nature'], string>> = {
  RULE: 'PT-FILTER-SILENT',
  SCRIPT: 'PT-FILTER-SILENT',
  PROJECTION: 'PT-FILTER-SILENT',
  DISABLED: 'PT-DISABLE',
  MISSING: 'PT-CHANNEL-GAP',
  SCOPE: 'PT-CHANNEL-GAP',
};

/** What was seen to hold back, and where. */
export interface SeenRestriction {
  readonly name: string;
  readonly nature: ObservedFilter['nature'];
  readonly effect: ObservedFilter['effect'];
  readonly appliesTo: RestrictionTarget;
  readonly limits: readonly Id[];
}

/** Puts a restriction that was seen into the draft (mutates it) and returns its id. Nobody has said what it rests on: that is asked next, as its missing documentation. */
export const putRestriction = (
  context: Acceptance,
  item: ReconciledItem,
  { name, nature, effect, appliesTo, limits }: SeenRestriction,
): Id => {
  const { draft } = context;
  const id = draft.newId('Restriction', name);
  const { detail, pointer } = item.observation;
  draft.put('Restriction', {
    id,
    name,
    description: [detail, `Seen at ${pointer}.`].filter((text) => text !== undefined).join(' '),
    practice: practiceOf[nature],
    effect,
    basis: 'UNKNOWN',
    automated: true,
    appliesTo,
    limits,
    audiences: [],
    purposes: [],
    ...stamp(context, item),
  });
  return id;
};
