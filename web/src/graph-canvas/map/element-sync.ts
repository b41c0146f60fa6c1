import type { Core, ElementDefinition } from 'cytoscape';
import type { MapElement } from './map-elements.ts';

/** How many elements are changed before the page gets its turn: no task becomes long, however large the picture. */
const slice = 160;

/** Brings the canvas to what is wanted, a slice at a time. Rejects never; a later call takes over from an earlier one. */
export interface ElementSync {
  readonly draw: (wanted: readonly MapElement[]) => Promise<boolean>;
}

interface Known {
  readonly element: MapElement;
  readonly look: string;
}

const lookOf = (element: MapElement): string => `${element.classes}|${JSON.stringify(element.data)}`;

/** The sync of one canvas. `draw` answers whether it got to the end. */
export const createElementSync = (cy: Core): ElementSync => {
  const known = new Map<string, Known>();
  let run = 0;
  const remove = (id: string): void => {
    cy.getElementById(id).remove();
    known.delete(id);
  };
  const put = (element: MapElement, look: string): void => {
    const before = known.get(element.id);
    if (before === undefined) {
      cy.add(definitionOf(element));
    } else {
      const drawn = cy.getElementById(element.id);
      if (before.look !== look) {
        // What only one of the two has, must not stay behind.
        drawn.removeData().data(element.data);
        drawn.classes(element.classes);
      }
      const { position } = element;
      const at = before.element.position;
      if (position !== undefined) {
        const now = drawn.position();
        if (at?.x !== position.x || at.y !== position.y || now.x !== position.x || now.y !== position.y)
          drawn.position({ ...position });
      }
    }
    known.set(element.id, { element, look });
  };
  return {
    draw: async (wanted) => {
      run += 1;
      const mine = run;
      const ids = new Set(wanted.map((element) => element.id));
      // Lines go first: with their box they would go unseen.
      const gone = [...known.values()]
        .map(({ element }) => element)
        .filter((element) => !ids.has(element.id))
        .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
      const changes: (() => void)[] = gone.map((element) => () => remove(element.id));
      for (const element of wanted) {
        const look = lookOf(element);
        const before = known.get(element.id);
        if (before !== undefined && before.look === look && isThere(cy, element)) continue;
        changes.push(() => put(element, look));
      }
      for (let at = 0; at < changes.length; at += slice) {
        if (cy.destroyed() || mine !== run) return false;
        cy.batch(() => changes.slice(at, at + slice).forEach((change) => change()));
        if (at + slice < changes.length) await nextTurn();
      }
      return !cy.destroyed() && mine === run;
    },
  };
};

/** Whether a box stands where it should; lines always do. */
const isThere = (cy: Core, { id, position }: MapElement): boolean => {
  if (position === undefined) return true;
  const now = cy.getElementById(id).position();
  return now.x === position.x && now.y === position.y;
};

const definitionOf = (element: MapElement): ElementDefinition => ({
  group: element.group,
  data: { ...element.data, id: element.id },
  ...(element.position === undefined ? {} : { position: { ...element.position } }),
  classes: element.classes,
  grabbable: element.owner === undefined,
});

/** After the next frame is drawn, or after a moment where the page is not seen and draws none. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 60);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
