import type { ReconciledKeysQuery, ReconciliationQuery } from '../../gql/graphql.ts';
import { listed } from '../../graph-model/words.ts';

/** Something an import saw, as the API gives it for a row. */
export type ItemData = ReconciliationQuery['reconciliation']['nodes'][number];

/** What is declared and was looked for in vain. */
export type DeclaredOnlyData = ReconciliationQuery['reconciliation']['declaredOnly'][number];

/** How many of one kind and status there are. */
export type CountData = ReconciliationQuery['reconciliation']['counts'][number];

/** What it takes to decide about something: which, as it was seen. */
export type Choice = ReconciledKeysQuery['reconciliation']['nodes'][number];

/** Where something was seen: `"engine.xml" at line 12`. */
export const whereSeen = ({ observation }: ItemData): string => `"${observation.run.file}" at ${observation.pointer}`;

/** One sign with all the classes it can mean. */
export interface ClassSigns {
  readonly key: string;
  readonly words: string;
}

/** The signs of classes in words, one for each reason: `Laboratory or Imaging: likely, because it says result`. Pure. */
export const classSigns = ({ classes }: Pick<ItemData, 'classes'>): readonly ClassSigns[] =>
  grouped(classes).map((group) => {
    const [first] = group;
    const names = group.map(({ name, inInventory }) =>
      name === '' ? 'no class that is known' : inInventory ? name : `${name} (not in the inventory yet)`,
    );
    const certainty = (first?.certainty ?? '').toLowerCase();
    const because = first?.reason ? `, because ${first.reason}` : '';
    return { key: `${first?.reason} ${first?.pointer}`, words: `${names.join(' or ')}: ${certainty}${because}` };
  });

/** Whether a person has to say which classes are meant before it can be taken in: the file does not tell. Pure. */
export const wantsClasses = ({
  fact,
  status,
  match,
  classes,
}: Pick<ItemData, 'fact' | 'status' | 'match' | 'classes'>): boolean => {
  if (fact === 'HOLDING') return status === 'UNMAPPED' || status === 'AMBIGUOUS';
  if (fact !== 'FILTER' || match) return false;
  return !grouped(classes).some((group) => group.length === 1 && group[0]?.certainty !== 'POSSIBLE' && group[0]?.id);
};

/** Whether one click is enough to accept it: nothing has to be chosen, and nothing that is declared is written over. Pure. */
export const isReadyToAccept = (item: ItemData): boolean =>
  item.observation.decision === null || item.observation.decision === undefined
    ? (item.status === 'OBSERVED_ONLY' || item.status === 'MATCHED') && !wantsClasses(item)
    : false;

/** What stands in the place of a thing of the inventory where none certainly stands for what was seen. Pure. */
export const nothingWords = ({ fact, status, about }: Pick<ItemData, 'fact' | 'status' | 'about'>): string => {
  if (status === 'AMBIGUOUS') return 'It could be one of several:';
  if (fact === 'HOLDING')
    return status === 'UNMAPPED' ? 'No data class is known for it.' : `${about} is not declared to hold it.`;
  return fact === 'FILTER' ? 'No restriction stands for it.' : 'Nothing certainly stands for it.';
};

/** The name of one of several, with its id where another is called the same. Pure. */
export const nameAmong = (
  { id, name }: { readonly id: string; readonly name: string },
  all: readonly { readonly id: string; readonly name: string }[],
): string => (all.some((each) => each.id !== id && each.name === name) ? `${name} (${id})` : name);

/** Why something is meant: `because both have the address 10.1.1.10:6661`; empty for no reason. Pure. */
export const becauseOf = (reasons: readonly string[]): string =>
  reasons.length === 0 ? '' : `because ${listed(reasons)}`;

const grouped = (classes: ItemData['classes']): readonly ItemData['classes'][] => {
  const groups = new Map<string, ItemData['classes'][number][]>();
  for (const each of classes) {
    const key = JSON.stringify([each.reason, each.pointer]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
};
