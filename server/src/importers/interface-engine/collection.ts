import type { ClassSign, FilterFact, FlowFact, NoteFact, SystemFact } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import { createWordMatcher, type WordMatcher } from '../signs/class-signs.ts';
import type { EngineChannel, EngineScript } from './model.ts';
import { signalsIn, type ScriptSignal } from './script-signals.ts';

/** The key of the engine itself among the systems of a file. */
export const engineKey = 'engine';

/** What facts of an engine are collected into, and what they are made with. `names` gives the name of a channel by its id. */
export interface EngineFacts {
  readonly systems: Map<string, SystemFact>;
  readonly flows: FlowFact[];
  readonly filters: FilterFact[];
  readonly notes: Map<string, NoteFact>;
  readonly names: ReadonlyMap<string, string>;
  readonly matcher: WordMatcher;
  readonly vocabulary: ClassVocabulary;
  /** Channels that others lead to and that are not in the file. */
  readonly stubs: Set<string>;
}

/** Returns an empty collection. */
export const collectFacts = (vocabulary: ClassVocabulary, names: ReadonlyMap<string, string>): EngineFacts => ({
  systems: new Map(),
  flows: [],
  filters: [],
  notes: new Map(),
  names,
  matcher: createWordMatcher(vocabulary),
  vocabulary,
  stubs: new Set(),
});

/** Adds what a script gives away, `found` in it already or looked for here (mutates the collection). */
export const addSignals = (
  facts: EngineFacts,
  { script, found = signalsIn(script) }: { readonly script: EngineScript; readonly found?: readonly ScriptSignal[] },
  { scope, key, name }: { readonly scope: string; readonly key: string; readonly name: string },
): void => {
  for (const { code, words, line, fileLine } of found)
    addNote(facts, {
      key: `${key}/${code}/${words}`,
      scope,
      name: `${name}: ${words}`,
      pointer: `line ${fileLine}`,
      description: `Found in script, line ${line} of ${script.place}: ${words}.`,
      code,
    });
};

/** Adds a note unless one with its key is there (mutates the collection). */
export const addNote = (facts: EngineFacts, note: NoteFact): void => {
  if (!facts.notes.has(note.key)) facts.notes.set(note.key, note);
};

/** The scope of what belongs to one channel. */
export const scopeOf = ({ id }: Pick<EngineChannel, 'id'>): string => `channel:${id}`;

/** Returns the signs of words in a label: those of the catalogue only, a name alone says nothing here. */
export const signsOfWords = ({ matcher }: EngineFacts, text: string, pointer: string): readonly ClassSign[] =>
  matcher.signsIn(text).map(({ sign, phrase }): ClassSign => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in its name or description`,
    pointer,
  }));

/** Returns the signs of segments, each class once. */
export const signsOfSegments = (
  { vocabulary }: EngineFacts,
  segments: readonly string[],
  pointer: string,
): readonly ClassSign[] =>
  segments.flatMap((segment) => {
    const entry =
      vocabulary.segmentSigns.find((each) => each.segment === segment && each.messages.length === 0) ??
      vocabulary.segmentSigns.find((each) => each.segment === segment);
    if (entry === undefined) return [];
    return [
      {
        classes: entry.classes,
        certainty: entry.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
        reason: `segment ${segment} carries it`,
        pointer,
      } as const,
    ];
  });
