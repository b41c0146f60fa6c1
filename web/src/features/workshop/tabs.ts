import type { WorkshopItemKind } from '../../gql/graphql.ts';
import { itemKinds } from './item-kinds.ts';

/** The lists of a workshop's screen: everything, one of each kind, what changed, and the minutes. */
export interface TabWords {
  readonly id: string;
  readonly title: string;
  /** The kind of what it lists; undefined where it lists every kind, or something else. */
  readonly kind?: WorkshopItemKind;
}

/** The tabs in their order. */
export const tabs: readonly TabWords[] = [
  { id: 'all', title: 'All' },
  ...itemKinds.map(({ kind, many }) => ({ id: kind.toLowerCase(), title: many, kind })),
  { id: 'changed', title: 'Changes' },
  { id: 'unknown-over-time', title: 'Burn-down' },
  { id: 'minutes', title: 'Minutes' },
];

/** The tab an address names; the first where it names none. Pure and total. */
export const tabOf = (url: URL): TabWords =>
  tabs.find(({ id }) => id === url.searchParams.get('tab')) ?? (tabs[0] as TabWords);
