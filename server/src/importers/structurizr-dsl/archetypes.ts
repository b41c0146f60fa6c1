import type { ModelElement } from '../architecture/model.ts';

/** What a word of the language makes. */
export interface ElementKind {
  readonly kind: ModelElement['kind'];
  readonly word: string;
}

/** A word a workspace makes up for a kind of elements, or of relationships, with what they have if they say nothing else. */
export interface Archetype {
  readonly element: ElementKind | undefined;
  technology: string;
  description: string;
  tags: string;
}

const builtIn = new Map<string, ElementKind>([
  ['person', { kind: 'person', word: 'person' }],
  ['softwaresystem', { kind: 'system', word: 'softwareSystem' }],
  ['container', { kind: 'part', word: 'container' }],
  ['component', { kind: 'part', word: 'component' }],
  ['element', { kind: 'other', word: 'element' }],
]);

/** The words a workspace makes up. */
export interface Archetypes {
  /** What a word stands for: one of the language, or one that was made up. */
  readonly kindOf: (word: string) => ElementKind | undefined;
  readonly get: (word: string) => Archetype | undefined;
  /** Makes up a word after another, whose defaults it has too; `->` or `--name->` for relationships. */
  readonly define: (word: string, after: string) => Archetype;
}

/** Returns the words of the language. */
export const createArchetypes = (): Archetypes => {
  const made = new Map<string, Archetype>();
  const keyOf = (word: string): string => word.toLowerCase();
  const kindOf = (word: string): ElementKind | undefined => builtIn.get(keyOf(word)) ?? made.get(keyOf(word))?.element;
  return {
    kindOf,
    get: (word) => made.get(keyOf(word)),
    define: (word, after) => {
      const base = made.get(keyOf(after));
      const archetype: Archetype = {
        element: kindOf(after),
        technology: base?.technology ?? '',
        description: base?.description ?? '',
        tags: base?.tags ?? '',
      };
      made.set(keyOf(word), archetype);
      return archetype;
    },
  };
};
