import type { Token } from './tokens.ts';

/** What a verb makes of the words around it. Subjects stand before it, objects after it. */
export type VerbKind =
  | 'SENDS'
  | 'FEEDS'
  | 'GETS'
  | 'FLOWS'
  | 'HOLDS'
  | 'IS_SOURCE'
  | 'HELD_IN'
  | 'BEGINS_IN'
  | 'RELEASES'
  | 'WITHHOLDS'
  | 'FILTERS'
  | 'DELAYS'
  | 'WITHHELD'
  | 'FILTERED'
  | 'DELAYED';

/** A verb that was found: its kind, where it begins and where the words after it begin. */
export interface FoundVerb {
  readonly kind: VerbKind;
  readonly at: number;
  readonly after: number;
}

const phrasesByKind: Readonly<Record<VerbKind, string>> = {
  SENDS:
    'sends|send|transmits|transmit|forwards|forward|pushes|push|delivers|deliver|exports|export|passes|pass|routes|route|transfers|transfer|uploads|upload|copies|copy|gives|give|shares|share|writes|write|reports|report|publishes|publish',
  FEEDS: 'feeds|feed|supplies|supply|provides|provide|serves|serve',
  GETS: 'gets|get|receives|receive|takes|take|pulls|pull|fetches|fetch|imports|import|obtains|obtain|reads|read|collects|collect',
  FLOWS:
    'flows|flow|goes|go|moves|move|travels|travel|comes|come|is sent|are sent|is transferred|are transferred|is delivered|are delivered|is forwarded|are forwarded|is copied|are copied|is exported|are exported',
  HOLDS:
    'holds|hold|stores|store|keeps|keep|contains|contain|archives|archive|has|have|houses|holds a copy of|keeps a copy of',
  IS_SOURCE:
    'is the source of|is the source for|is source of|is the origin of|is origin of|is the system of record for|originates|creates|create|produces|produce|generates|generate',
  HELD_IN:
    'is held in|are held in|is held by|are held by|is stored in|are stored in|is stored by|are stored by|is kept in|are kept in|is kept by|are kept by|lives in|live in',
  BEGINS_IN:
    'originates in|originate in|originates from|begins in|begin in|is created in|are created in|is created by|are created by|is produced by|are produced by',
  RELEASES: 'releases|release|discloses|disclose|shows|show|displays|display|offers|offer',
  WITHHOLDS: 'withholds|withhold|holds back|hold back|suppresses|suppress',
  FILTERS: 'filters|filter|filters out|filter out|leaves out|leave out|drops|drop|omits|omit|hides|hide|strips|strip',
  DELAYS: 'delays|delay|embargoes|embargo',
  WITHHELD: 'is withheld|are withheld|is held back|are held back|is suppressed|are suppressed',
  FILTERED: 'is filtered|are filtered|is filtered out|are filtered out|is left out|are left out|is hidden|are hidden',
  DELAYED: 'is delayed|are delayed|is embargoed|are embargoed',
};

/** Phrases by their first word, the longest first. */
const phrasesByFirst = ((): ReadonlyMap<
  string,
  readonly { readonly kind: VerbKind; readonly words: readonly string[] }[]
> => {
  const found = new Map<string, { readonly kind: VerbKind; readonly words: readonly string[] }[]>();
  for (const [kind, phrases] of Object.entries(phrasesByKind) as [VerbKind, string][])
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      found.set(first, [...(found.get(first) ?? []), { kind, words }]);
    }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
})();

/** Returns the verbs of a line from left to right, the longest phrase at each place, none before the first word. Pure. */
export const verbsIn = (tokens: readonly Token[]): readonly FoundVerb[] =>
  tokens.flatMap(({ lower }, at): readonly FoundVerb[] => {
    if (at === 0) return [];
    const phrase = phrasesByFirst
      .get(lower)
      ?.find(({ words }) => words.every((word, next) => tokens[at + next]?.lower === word));
    return phrase === undefined ? [] : [{ kind: phrase.kind, at, after: at + phrase.words.length }];
  });

/** Whether one of some words is a verb, the first among them. Pure. */
export const hasVerb = (tokens: readonly Token[]): boolean => verbsIn([{ text: '', lower: '' }, ...tokens]).length > 0;
