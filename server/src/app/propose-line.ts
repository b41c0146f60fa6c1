import {
  knownNames,
  longestLine,
  namesToSearch,
  parseLine,
  preparingNames,
  propose,
  type FoundName,
  type Proposal,
  type Vocabulary,
} from '../domain/capture/index.ts';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant } from '../domain/model/entity.ts';
import { oncePer } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { wordsOf } from '../domain/words-of.ts';
import { createWordMatcher } from '../importers/signs/class-signs.ts';
import { createKindFinder } from '../importers/spreadsheet/kind-of-system.ts';
import type { StoreUnavailable } from '../store/port.ts';
import type { CurrentGraph } from './current-graph.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { searchLimits, type SearchInventory } from './search-inventory.ts';

export interface ProposeLineDeps {
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly search: SearchInventory;
  readonly now: () => Instant;
}

/** What a name in a line stands for where it is not the first of its matches; `id` absent: something new. */
export interface ChosenName {
  readonly words: string;
  readonly id?: Id;
}

export type ProposeLine = (
  line: string,
  chosen: readonly ChosenName[],
) => Promise<Result<Proposal, InputInvalid | StoreUnavailable>>;

/** As many things as the search is asked for by each name. */
const mostSearched = 5;

/**
 * Returns the use case that says what a line of plain words proposes. Nothing is written. Errors: `InputInvalid` for a line that is too
 * long, `StoreUnavailable`.
 */
export const createProposeLine = ({ catalogues, currentGraph, search, now }: ProposeLineDeps): ProposeLine => {
  const vocabulary = createVocabulary(catalogues);
  return async (line, chosen) => {
    const length = [...line].length;
    if (length > longestLine)
      return err(
        inputInvalid(
          'line',
          `The line has ${length} characters; at most ${longestLine} are read. Write several lines.`,
        ),
      );
    const current = await currentGraph.get();
    if (!current.ok) return current;
    await prepared(current.value.graph);
    const context = { graph: current.value.graph, catalogues, asOf: now().slice(0, 10), vocabulary };
    const parsed = parseLine(line, knownNames(context));
    const found = new Map<string, readonly FoundName[]>();
    for (const { concept, words } of namesToSearch(parsed)) {
      if (!isSearchable(words) || found.has(`${concept} ${words}`)) continue;
      const hits = await search({ text: words, concepts: [concept], limit: mostSearched });
      if (!hits.ok) return hits;
      found.set(`${concept} ${words}`, hits.value);
    }
    const searched = (concept: ConceptName, words: string) => found.get(`${concept} ${words}`) ?? [];
    const choice = new Map(chosen.map(({ words, id }) => [words.trim().toLowerCase(), id ?? null]));
    return ok(propose(line, parsed, { ...context, searched }, (words) => choice.get(words.toLowerCase())));
  };
};

/** The names of a large inventory are made ready a bit at a time, so that others are answered meanwhile; once for each revision. */
const prepared = oncePer(async (graph: EhiGraph): Promise<void> => {
  for (const _slice of preparingNames(graph)) await new Promise((resolve) => setImmediate(resolve));
});

const isSearchable = (words: string): boolean =>
  words.length <= searchLimits.characters && words.split(/\s+/).length <= searchLimits.words;

/** What words mean by the catalogue of kinds and the signs of classes. */
export const createVocabulary = (catalogues: Catalogues): Vocabulary => {
  const kinds = createKindFinder(catalogues);
  const matcher = createWordMatcher(catalogues);
  const only = (found: ReturnType<typeof kinds.ofCell>): Id | undefined =>
    found?.kinds.length === 1 ? found.kinds[0] : undefined;
  return {
    kindCalled: (words) => {
      const found = kinds.ofCell(words);
      return found?.certainty === 'CERTAIN' ? only(found) : undefined;
    },
    // A product is written in its own way: `MyChart` is one word.
    kindWithin: (words) => only(kinds.ofName(words) ?? kinds.ofName(words.toLowerCase())),
    classesMeant: (words) => {
      const count = wordsOf(words).length;
      return matcher
        .signsIn(words)
        .flatMap(({ sign, phrase }) =>
          sign.classes.map((id) => ({ id, phrase, isWhole: phrase.split(' ').length === count })),
        );
    },
  };
};
