import type { ModelElement } from '../architecture/model.ts';

/** A kind of elements that a specification declares. */
export interface DeclaredKind {
  shape: string;
  technology: string;
}

/** What is written of an element before it is known what it is: the language has no kinds of its own. */
export interface WrittenElement extends Omit<ModelElement, 'kind' | 'system' | 'groups' | 'name'> {
  readonly parent: WrittenElement | undefined;
  name: string;
}

const person = /actor|person|people|user|customer|human|role|staff|patient/i;
const group =
  /zone|domain|group|landscape|enterprise|organi[sz]ation|department|context|boundary|environment|region|cloud|network|area|team|folder|namespace/i;
const system = /system/i;

/**
 * Returns what elements are, parents before children. A person by its kind or shape; a group where its kind says so, or where there is a
 * system in it; else the outermost is the system, and what is in it are its parts.
 */
export const withMeaning = (
  written: ReadonlyMap<string, WrittenElement>,
  kinds: ReadonlyMap<string, DeclaredKind>,
): ReadonlyMap<string, ModelElement> => {
  const holdsSystem = new Set<WrittenElement>();
  for (const element of written.values())
    if (system.test(element.word))
      for (let at = element.parent; at !== undefined && !holdsSystem.has(at); at = at.parent) holdsSystem.add(at);
  const known = new Map<string, ModelElement>();
  for (const [path, { parent, ...element }] of written) {
    const around = parent === undefined ? undefined : known.get(parent.path);
    const declared = kinds.get(element.word);
    const isGroup =
      (holdsSystem.has(written.get(path) as WrittenElement) ||
        (group.test(element.word) && !system.test(element.word))) &&
      around?.system === undefined;
    const kind =
      person.test(element.word) || declared?.shape === 'person'
        ? 'person'
        : around?.system !== undefined
          ? 'part'
          : isGroup
            ? 'other'
            : 'system';
    const shape = /^(?:cylinder|storage)$/.test(declared?.shape ?? '') ? 'storage' : '';
    known.set(path, {
      ...element,
      kind,
      system: kind === 'system' ? path : kind === 'part' ? around?.system : undefined,
      groups: around === undefined ? [] : around.kind === 'other' ? [...around.groups, around.name] : around.groups,
      technology: element.technology || (declared?.technology ?? ''),
      tags: [element.tags, shape].filter((each) => each !== '').join(','),
    });
  }
  return known;
};
