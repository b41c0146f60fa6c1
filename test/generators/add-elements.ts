import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { Size } from './size.ts';

/** How much of all columns is in the tables of one class, the hub of the dictionary. */
const inHub = 0.4;

/**
 * Adds the columns of a dictionary as elements of classes (changes the draft): the lengths of the tables are log-normal, one class has two
 * fifths of them. One interface in a hundred names some elements, and a few restrictions limit one.
 */
export const addElements = (draft: Draft, { elements, tables }: Size, random: Random): void => {
  if (elements === 0) return;
  const classes = draft.classes.map(({ id }) => id);
  const made: { readonly id: string; readonly partOf: string }[] = [];
  for (let table = 1; made.length < elements; table += 1) {
    const partOf = random.chance(inHub) ? (classes[0] ?? '') : (classes[random.zipf(classes.length)] ?? '');
    const left = elements - made.length;
    const fair = Math.max(1, Math.ceil(left / Math.max(1, tables - table + 1)));
    const columns = Math.min(left, Math.max(1, Math.round(random.logNormal(fair * 0.75, 0.8))));
    for (let column = 1; column <= columns; column += 1)
      made.push({ id: `TABLE_${String(table).padStart(5, '0')}.C${column}`, partOf });
  }
  for (const { id, partOf } of made)
    draft.classes.push({
      id,
      name: id,
      level: 'ELEMENT',
      partOf,
      drsStatus: 'YES',
      fhirResources: [],
      overlays: [],
    });
  const naming = random.some(draft.flows, Math.ceil(draft.flows.length / 100));
  for (const flow of naming)
    for (let draw = 0; draw < 3; draw += 1) {
      const { id, partOf } = random.pick(made);
      // What the class of it gets by, it gets by already.
      if (flow.from.has.has(partOf) && !flow.carries.has(partOf)) flow.carries.add(id);
    }
  for (const restriction of random.some(draft.restrictions, 10)) {
    const at = draft.restrictions.indexOf(restriction);
    draft.restrictions[at] = { ...restriction, limits: [random.pick(made).id] };
  }
};
