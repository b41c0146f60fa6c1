import type { FindingsQuery } from '../gql/graphql.ts';
import { hrefOf } from './href-of.ts';

/** Where a witness is looked at, and what the link says. */
export interface WitnessLink {
  readonly href: string;
  readonly words: string;
}

type Witness = NonNullable<FindingsQuery['findings']['nodes'][number]['witness']>;

const kindOf = { SYSTEM: 'system', FLOW: 'flow', ACCESS_CHANNEL: 'channel' } as const;

/** The links of a witness, the one to what shows it first: the trace with the path or place selected, the restriction's page, a record. Pure. */
export const witnessLinks = (witness: Witness, asOf: string | undefined): readonly WitnessLink[] => {
  const { dataClass, restriction, thing } = witness;
  const found: WitnessLink[] = [];
  if (dataClass) {
    const search = new URLSearchParams({ class: dataClass });
    if (witness.audience) search.set('audience', witness.audience);
    if (asOf !== undefined) search.set('asOf', asOf);
    const selected = selectionOf(witness);
    if (selected !== undefined) search.set('sel', selected);
    if (witness.path) search.set('path', witness.path);
    found.push({ href: `/trace?${search.toString()}`, words: witness.path ? 'See the path' : 'See it in the trace' });
  }
  if (restriction)
    found.push({ href: `/restriction?id=${encodeURIComponent(restriction)}`, words: 'Open the restriction' });
  const record = thing ? recordOf(thing) : undefined;
  if (record !== undefined) found.push(record);
  return found;
};

const selectionOf = ({ restriction, thing }: Witness): string | undefined => {
  if (restriction) return `restriction:${restriction}`;
  const kind = thing === null || thing === undefined ? undefined : kindOf[thing.concept as keyof typeof kindOf];
  return kind === undefined || !thing ? undefined : `${kind}:${thing.id}`;
};

const recordOf = ({ concept, id, name }: NonNullable<Witness['thing']>): WitnessLink | undefined => {
  if (concept === 'OBSERVATION')
    return {
      href: `/reconcile?status=ANY&decision=ANY&text=${encodeURIComponent(name)}`,
      words: 'See what was observed',
    };
  const href = hrefOf(concept, id);
  return href === undefined ? undefined : { href, words: 'Open the record' };
};
