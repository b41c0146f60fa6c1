/**
 * An element of an architecture model. `path` is its full identifier; `system` the path of the system it is or is in. `part`: a piece of
 * a system. `other`: something that is no system, person or part, such as a device drawn for context.
 */
export interface ModelElement {
  readonly kind: 'person' | 'system' | 'part' | 'other';
  /** What the file calls its kind: `container`, `component`, `webapp`. */
  readonly word: string;
  readonly path: string;
  readonly name: string;
  readonly system: string | undefined;
  /** The groups it is in, from the outside in. */
  readonly groups: readonly string[];
  readonly line: number;
  description: string;
  technology: string;
  tags: string;
  /** Who answers for it. */
  custodian: string;
}

/** A relationship between two elements, by their paths, as it is drawn. */
export interface ModelRelation {
  readonly from: string;
  readonly to: string;
  readonly description: string;
  readonly technology: string;
  readonly line: number;
}

/** A relationship as it is written: by identifiers, which are looked up from the element it is written in. */
export interface WrittenRelation extends ModelRelation {
  readonly within: string;
}

/** What a file names on a line. */
export interface NamedAt {
  readonly name: string;
  readonly line: number;
}

/** An architecture model as a file describes it, whatever language it is written in. */
export interface ArchitectureModel {
  readonly name: string;
  readonly elements: ReadonlyMap<string, ModelElement>;
  readonly relations: readonly ModelRelation[];
}

/** How many elements and relationships of a model are kept. */
export const mostElements = 50_000;
export const mostRelations = 200_000;

/** How deep elements may be in each other, and how long one identifier may be. */
const deepest = 20;
const longestId = 200;

/** The elements of a model while it is read. */
export interface ElementIndex {
  readonly elements: ReadonlyMap<string, ModelElement>;
  /** The path of an element with this identifier in another; `undefined` if it is too deep. */
  readonly pathIn: (parent: Pick<ModelElement, 'path'> | undefined, id: string) => string | undefined;
  /** Keeps an element and returns it, or the one that has its path already; `undefined` when there are too many. */
  readonly add: (element: ModelElement) => ModelElement | undefined;
  /** An identifier is looked up from where it is written outwards, then whole, then by its end alone if that is one element only. */
  readonly find: (written: string, within: string) => ModelElement | undefined;
}

/** Returns an index without elements. */
export const createElementIndex = (): ElementIndex => {
  const elements = new Map<string, ModelElement>();
  const byEnd = new Map<string, ModelElement | null>();
  const endOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
  return {
    elements,
    pathIn: (parent, id) => {
      const own = id.slice(0, longestId);
      if (parent === undefined) return own;
      return parent.path.split('.', deepest).length < deepest ? `${parent.path}.${own}` : undefined;
    },
    add: (element) => {
      const known = elements.get(element.path);
      if (known !== undefined || elements.size >= mostElements) return known;
      elements.set(element.path, element);
      const end = endOf(element.path);
      byEnd.set(end, byEnd.has(end) ? null : element);
      return element;
    },
    find: (written, within) => {
      const name = written.slice(0, longestId * deepest);
      for (let at = within; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
        const found = elements.get(`${at}.${name}`);
        if (found !== undefined) return found;
      }
      const exact = elements.get(name);
      if (exact !== undefined) return exact;
      const last = byEnd.get(endOf(name)) ?? undefined;
      return last?.path.endsWith(`.${name}`) === true ? last : undefined;
    },
  };
};

/** Returns relationships by the paths of their ends, and the identifiers of those whose ends are not in the model. */
export const resolveRelations = (
  written: readonly WrittenRelation[],
  index: ElementIndex,
): { readonly relations: readonly ModelRelation[]; readonly unknown: readonly NamedAt[] } => {
  const relations: ModelRelation[] = [];
  const unknown: NamedAt[] = [];
  for (const { within, ...each } of written) {
    const [start, end] = [index.find(each.from, within), index.find(each.to, within)];
    if (start === undefined || end === undefined)
      unknown.push({ name: start === undefined ? each.from : each.to, line: each.line });
    else relations.push({ ...each, from: start.path, to: end.path });
  }
  return { relations, unknown };
};
