import type { ConceptName, Concepts } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import { compareIds, isLiveOn } from '../../domain/model/entity.ts';
import { sortKeyOf } from '../documents/sort-key.ts';
import type { ListFilter, ListPage, ListRequest } from '../port.ts';

/** Returns one page of a listing, as the databases give it: sorted by name (case ignored) or time, then by id; `total` is of all that fit. Pure. */
export const listIn = <C extends ConceptName>(
  graph: EhiGraph,
  { concept, filter, sort, descending, first, after }: ListRequest & { readonly concept: C },
): ListPage<C> => {
  const things = [...(graph[concept] as ReadonlyMap<string, Concepts[C]>).values()];
  const rows = things
    .filter((thing) => fits(thing, filter))
    .map((thing): Row<C> => ({ thing, value: sort === 'NAME' ? sortKeyOf(thing.name) : thing.updatedAt }))
    .toSorted((a, b) => compare(a, b.value, b.thing.id) * (descending ? -1 : 1));
  const from = after === undefined ? undefined : sort === 'NAME' ? sortKeyOf(after.value) : after.value;
  const rest =
    after === undefined || from === undefined
      ? rows
      : rows.filter((row) => compare(row, from, after.id) * (descending ? -1 : 1) > 0);
  const size = Math.max(first, 0);
  return {
    items: rest.slice(0, size).map(({ thing }) => thing),
    total: rows.length,
    hasMore: rest.length > size,
  };
};

interface Row<C extends ConceptName> {
  readonly thing: Concepts[C];
  readonly value: string;
}

const compare = <C extends ConceptName>({ thing, value }: Row<C>, otherValue: string, otherId: string): number =>
  compareIds(value, otherValue) || compareIds(thing.id, otherId);

const fits = (thing: Concepts[ConceptName], { text, equals = {}, liveOn }: ListFilter): boolean => {
  const fields = new Map<string, unknown>(Object.entries(thing));
  return (
    (text === undefined || hasText(thing, text.toLowerCase())) &&
    (liveOn === undefined || isLiveOn(thing, liveOn)) &&
    Object.entries(equals).every(([field, value]) => fields.get(field) === value)
  );
};

/** Whether a text in lower case is in the name, the id or the description. */
export const hasText = (
  { name, id, description = '' }: { readonly name: string; readonly id: string; readonly description?: string },
  text: string,
): boolean => [name, id, description].some((each) => each.toLowerCase().includes(text));
