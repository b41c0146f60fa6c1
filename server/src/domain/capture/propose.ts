import type { EhiGraph } from '../model/ehi-graph.ts';
import { oncePer } from '../once.ts';
import { matchAudiences, matchSystems, type MatchContext } from './match-names.ts';
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
  const { uscdi, drsClasses, systemKinds, channels } = catalogues;
  const reference = new Set(
    [...uscdi.classes, ...drsClasses, ...systemKinds, ...channels].map(({ name }) => name.toLowerCase()),
  );
  const named = [namesOf(graph.System), namesOf(graph.DataClass), namesOf(graph.AccessChannel)];
  const unsearched = { ...context, searched: () => [] };
  return {
    isName: (text) => reference.has(text.toLowerCase()) || named.some((names) => names.has(text.toLowerCase())),
    isSystem: (text) => vocabulary.kindCalled(text) !== undefined || matchSystems(text, unsearched).length > 0,
    isAudience: (text) => matchAudiences(text, unsearched).length > 0,
  };
};

const namesOf = oncePer(
  (things: EhiGraph['System' | 'DataClass' | 'AccessChannel']): ReadonlySet<string> =>
    new Set([...things.values()].flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()])),
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
  const rest = 'rest' in parsed && parsed.rest !== undefined ? parsed.rest : undefined;
  const kept = rest === undefined || changes.length === 0 ? [] : [`Kept in the description: "${rest}".`];
  const flow = parsed.kind === 'FLOW' ? parsed : undefined;
  return {
    line,
    understood: true,
    sentence: [said, ...new Set(notes), ...kept].join(' '),
    kind: parsed.kind,
    names,
    ...(flow?.protocol === undefined ? {} : { protocol: flow.protocol }),
    ...(flow?.schedule === undefined ? {} : { schedule: flow.schedule }),
    ...(rest === undefined ? {} : { rest }),
    changes,
    already: changes.length === 0,
  };
};

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
