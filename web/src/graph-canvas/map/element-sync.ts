import type { Core, ElementDefinition } from 'cytoscape';
import type { MapElement } from './map-elements.ts';

/** How long elements are changed before the page gets its turn, in milliseconds, and how many are at first and at most: no task becomes long, however large the picture. */
const sliceTime = 40;
const slices = { first: 80, least: 20, most: 400 };

/** What elements are marked as: selected; told about, with their words; near to what is selected; quieter, because they are not. */
export const markKinds = ['selected', 'told', 'near', 'quiet'] as const;
export type Marks = Readonly<Record<(typeof markKinds)[number], ReadonlySet<string>>>;

const none: ReadonlySet<string> = new Set();
/** Nothing marked. */
export const noMarks: Marks = { selected: none, told: none, near: none, quiet: none };

/** Brings the canvas to what is wanted, a slice at a time. Rejects never; a later call takes over from an earlier one. */
export interface ElementSync {
  readonly draw: (wanted: readonly MapElement[]) => Promise<boolean>;
  /** Marks elements instead of those that were. */
  readonly mark: (marks: Marks) => void;
}

/** The sync of one canvas. `draw` answers whether it got to the end. */
export const createElementSync = (cy: Core): ElementSync => {
  const known = new Map<string, MapElement>();
  let marks = noMarks;
  let run = 0;
  const classesOf = ({ id, classes }: MapElement): string =>
    [classes, ...markKinds.filter((kind) => marks[kind].has(id))].join(' ');
  const remove = (id: string): void => {
    cy.getElementById(id).remove();
    known.delete(id);
  };
  const put = (element: MapElement): void => {
    const before = known.get(element.id);
    known.set(element.id, element);
    if (before === undefined) {
      cy.add(definitionOf(element, classesOf(element)));
      return;
    }
    const drawn = cy.getElementById(element.id);
    if (!isSameLook(before, element)) {
      // Data that only the one before had may stay: its classes said that it counts.
      drawn.data(element.data);
      drawn.classes(classesOf(element));
    }
    if (element.position !== undefined && !isThere(cy, element)) drawn.position({ ...element.position });
  };
  return {
    draw: async (wanted) => {
      run += 1;
      const mine = run;
      const ids = new Set(wanted.map((element) => element.id));
      // Lines go first: with their box they would go unseen.
      const gone = [...known.values()]
        .filter((element) => !ids.has(element.id))
        .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
      const changes: (() => void)[] = gone.map((element) => () => remove(element.id));
      for (const element of wanted) {
        const before = known.get(element.id);
        if (before !== undefined && isSameLook(before, element) && isThere(cy, element)) continue;
        changes.push(() => put(element));
      }
      let size = slices.first;
      for (let at = 0; at < changes.length;) {
        if (cy.destroyed() || mine !== run) return false;
        const start = performance.now();
        const end = at + Math.round(size);
        cy.batch(() => changes.slice(at, end).forEach((change) => change()));
        at = end;
        const wanted = (size * sliceTime) / Math.max(1, performance.now() - start);
        size = Math.min(slices.most, Math.max(slices.least, Math.min(wanted, size * 2)));
        if (at < changes.length) await nextTurn();
      }
      return !cy.destroyed() && mine === run;
    },
    mark: (next) => {
      const before = marks;
      marks = next;
      cy.batch(() => {
        for (const kind of markKinds) {
          for (const id of before[kind]) if (!marks[kind].has(id)) cy.getElementById(id).removeClass(kind);
          for (const id of marks[kind]) if (!before[kind].has(id)) cy.getElementById(id).addClass(kind);
        }
      });
    },
  };
};

/** Whether two elements look the same, wherever they stand. */
const isSameLook = (a: MapElement, b: MapElement): boolean => {
  if (a === b) return true;
  if (a.classes !== b.classes) return false;
  const keys = Object.keys(a.data);
  return keys.length === Object.keys(b.data).length && keys.every((key) => isSameValue(a.data[key], b.data[key]));
};

const isSameValue = (a: MapElement['data'][string] | undefined, b: MapElement['data'][string] | undefined): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, index) => each === b[index]));

/** Whether a box stands where it should; lines always do. */
const isThere = (cy: Core, { id, position }: MapElement): boolean => {
  if (position === undefined) return true;
  const now = cy.getElementById(id).position();
  return now.x === position.x && now.y === position.y;
};

const definitionOf = (element: MapElement, classes: string): ElementDefinition => ({
  group: element.group,
  data: { ...element.data, id: element.id },
  ...(element.position === undefined ? {} : { position: { ...element.position } }),
  classes,
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
