import type { Catalogues } from '../catalogue/index.ts';
import { oncePer } from '../once.ts';
import { matchAudiences, matchSystems } from './match-names.ts';
import { nameIndex } from './name-index.ts';
import type { MatchContext } from './name-match.ts';
import type { KnownNames, NotUnderstood, ParsedLine } from './parsed-line.ts';
import type { Proposal } from './proposal.ts';
import { proposeFlow } from './propose-flow.ts';
import { proposeHolding } from './propose-holding.ts';
import { proposeRelease } from './propose-release.ts';
import { proposeRestriction } from './propose-restriction.ts';
import { createSketch, type Chosen, type Sketch } from './sketch.ts';

/** Returns what a reader of lines asks about the names of an inventory and the catalogue, without the search. Pure. */
export const knownNames = (context: Omit<MatchContext, 'searched'>): KnownNames => {
  const { graph, catalogues, vocabulary } = context;
  const isCalled = (lower: string): boolean =>
    nameIndex(graph.System).called(lower).length > 0 ||
    nameIndex(graph.DataClass).called(lower).length > 0 ||
    nameIndex(graph.AccessChannel).called(lower).length > 0;
  const unsearched = { ...context, searched: () => [] };
  return {
    isName: (text) => referenceNames(catalogues).has(text.toLowerCase()) || isCalled(text.toLowerCase()),
    isSystem: (text) =>
      vocabulary.kindCalled(text) !== undefined || matchSystems(text, unsearched).some(({ way }) => way !== 'NEAR'),
    isAudience: (text) => matchAudiences(text, unsearched).length > 0,
  };
};

const referenceNames = oncePer(
  ({ uscdi, drsClasses, systemKinds, channels }: Catalogues): ReadonlySet<string> =>
    new Set([...uscdi.classes, ...drsClasses, ...systemKinds, ...channels].map(({ name }) => name.toLowerCase())),
);

/**
 * Returns what a line that was read proposes for an inventory: names with their matches, the sentence to confirm and the changes. Nothing is
 * ever proposed for a line that was not understood. Pure.
 */
export const propose = (line: string, parsed: ParsedLine, context: MatchContext, chosen: Chosen): Proposal => {
  if (parsed.kind === 'NONE') return notUnderstood(line, parsed.why, []);
  const sketch = createSketch(context, chosen);
  const said = sentenceOf(sketch, parsed);
  if (typeof said !== 'string') return notUnderstood(line, said.why, sketch.names);
  const { names, changes, notes } = sketch;
  const rest = sketch.restOf(parsed.rest);
  const left = rest === undefined ? [] : [leftOver(rest, changes.length > 0)];
  const flow = parsed.kind === 'FLOW' ? parsed : undefined;
  return {
    line,
    understood: true,
    sentence: [said, ...new Set(notes), ...left].join(' '),
    certain: sketch.isCertain(),
    kind: parsed.kind,
    names,
    ...(flow?.protocol === undefined ? {} : { protocol: flow.protocol }),
    ...(flow?.schedule === undefined ? {} : { schedule: flow.schedule }),
    ...(rest === undefined ? {} : { rest }),
    changes,
    already: changes.length === 0,
  };
};

const leftOver = (rest: string, isKept: boolean): string =>
  isKept ? `Not understood, and kept in the description: "${rest}".` : `"${rest}" stands in the description already.`;

const sentenceOf = (sketch: Sketch, parsed: Exclude<ParsedLine, NotUnderstood>): string | NotUnderstood => {
  switch (parsed.kind) {
    case 'FLOW':
      return proposeFlow(sketch, parsed);
    case 'HOLDING':
      return proposeHolding(sketch, parsed);
    case 'RELEASE':
      return proposeRelease(sketch, parsed);
    case 'RESTRICTION':
      return proposeRestriction(sketch, parsed);
  }
};

const notUnderstood = (line: string, why: string, names: Proposal['names']): Proposal => ({
  line,
  understood: false,
  certain: false,
  sentence: why,
  names,
  changes: [],
  already: false,
});

/** The names of a line, to be searched for before it is proposed. Pure. */
export const namesToSearch = (
  parsed: ParsedLine,
): readonly { readonly concept: 'System' | 'DataClass' | 'AccessChannel'; readonly words: string }[] => {
  if (parsed.kind === 'NONE') return [];
  const classes = parsed.classes.map((words) => ({ concept: 'DataClass', words }) as const);
  const places =
    parsed.kind === 'FLOW'
      ? [...parsed.from, ...parsed.to]
      : [parsed.kind === 'HOLDING' ? parsed.holder : parsed.kind === 'RELEASE' ? parsed.channel : parsed.place];
  return [
    ...classes,
    ...places.map((words) => ({ concept: 'System', words }) as const),
    ...(parsed.kind === 'RELEASE' || parsed.kind === 'RESTRICTION'
      ? places.map((words) => ({ concept: 'AccessChannel', words }) as const)
      : []),
  ];
};
