import type { WorkshopItem } from '../model/concepts.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';

/** Returns what was said in a workshop, in the order in which it was said. Worked out once for all workshops while no item changes. */
export const itemsOf = (items: ReadonlyMap<Id, WorkshopItem>, workshop: Id): readonly WorkshopItem[] =>
  itemsByWorkshop(items).get(workshop) ?? [];

const itemsByWorkshop = oncePer((items: ReadonlyMap<Id, WorkshopItem>): ReadonlyMap<Id, readonly WorkshopItem[]> => {
  const groups = new Map<Id, WorkshopItem[]>();
  const inOrder = [...items.values()].sort((a, b) => compareIds(a.createdAt, b.createdAt) || compareIds(a.id, b.id));
  for (const item of inOrder) {
    const group = groups.get(item.workshop);
    if (group === undefined) groups.set(item.workshop, [item]);
    else group.push(item);
  }
  return groups;
});
