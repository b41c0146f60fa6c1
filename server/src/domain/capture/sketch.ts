import { entryById, type Catalogues } from '../catalogue/index.ts';
import type { ConceptName } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { newId } from '../new-id.ts';
import { classesOfGeneralWord } from './general-words.ts';
import {
  channelKindCalled,
  entriesCalled,
  matchAudiences,
  matchChannels,
  matchClasses,
  matchSystems,
} from './match-names.ts';
import { isNameCertain } from './name-certainty.ts';
import type { MatchContext, NameMatch } from './name-match.ts';
import { notInPhrase } from './not-in-phrase.ts';
import type { NameRole, ProposedChange, ProposedName } from './proposal.ts';

/** What a name stands for: something of the inventory, or something new that the sketch makes. */
export interface Thing {
  readonly id: Id;
  readonly name: string;
  readonly isNew: boolean;
}

/** What is proposed so far for one line: its names, what is new, and what is worth saying. */
export interface Sketch {
  readonly context: MatchContext;
  readonly names: ProposedName[];
  readonly changes: ProposedChange[];
  readonly notes: string[];
  readonly system: (words: string, role: NameRole, more?: Readonly<Record<string, unknown>>) => Thing;
  readonly dataClass: (words: string) => Thing;
  /** `undefined` where no channel is called so, and no kind of channel either. */
  readonly channel: (words: string) => Thing | undefined;
  /** Makes a channel of a kind; the system that serves it is the one of that name, or new. */
  readonly newChannel: (words: string, more: Readonly<Record<string, unknown>>) => Thing;
  readonly audience: (words: string) => Thing | undefined;
  /** Whether each name so far is certain or was chosen. */
  readonly isCertain: () => boolean;
  /** What of a line stays without a meaning: what was said besides, and words of names that nobody knows. */
  readonly restOf: (said: string | undefined) => string | undefined;
  /** An id for a name that neither the inventory nor the sketch has. */
  readonly freeId: (concept: ConceptName, name: string) => Id;
}

/** Which thing a name stands for where somebody chose: an id, or `null` for something new. */
export type Chosen = (words: string) => Id | null | undefined;

/** The kind of a system that nothing points at. */
const otherKind = 'SYS-OTHER';

/** Returns an empty sketch. Its functions add to it. */
export const createSketch = (context: MatchContext, chosen: Chosen): Sketch => {
  const { graph, catalogues, vocabulary } = context;
  const names: ProposedName[] = [];
  const changes: ProposedChange[] = [];
  const notes: string[] = [];
  const made = new Map<string, Thing>();
  const taken = new Set<string>();
  const unknownWords: string[] = [];

  const freeId = (concept: ConceptName, name: string): Id => {
    const id = newId(name, { has: (each) => graph[concept].has(each) || taken.has(`${concept} ${each}`) });
    taken.add(`${concept} ${id}`);
    return id;
  };

  const named = (
    name: Omit<ProposedName, 'isCertain' | 'isKindGuessed' | 'newKind'>,
    newKind?: Id,
    isKindGuessed = false,
  ): void => {
    const isCertain = isNameCertain(name.words, name.matches, graph);
    names.push({ ...name, isCertain, ...(newKind === undefined ? {} : { newKind }), isKindGuessed });
  };

  const picked = (words: string, matches: readonly NameMatch[], concept: ConceptName): Thing | undefined => {
    const choice = chosen(words);
    if (choice === null) return undefined;
    const own = choice === undefined ? undefined : graph[concept].get(choice);
    const match = own ?? matches[0];
    return match === undefined ? undefined : { id: match.id, name: match.name, isNew: false };
  };

  /** The same new thing for the same words, however often a line has them. */
  const madeOnce = (concept: ConceptName, words: string, make: () => Thing): Thing => {
    const key = `${concept} ${words.toLowerCase()}`;
    const thing = made.get(key) ?? make();
    made.set(key, thing);
    return thing;
  };

  const newSystem = (words: string, kind: Id, isGuessed: boolean, more: Readonly<Record<string, unknown>>): Thing =>
    madeOnce('System', words, () => {
      const id = freeId('System', words);
      changes.push({ createSystem: { id, name: words, kind, grade: 'ASSERTED', ...more } });
      const kindName = entryById(catalogues.systemKinds, kind)?.name ?? kind;
      notes.push(
        isGuessed
          ? `The system "${words}" is new; its kind is guessed: ${kindName}.`
          : `The system "${words}" is new; nothing points at its kind, which has to be chosen ("${kindName}" until then).`,
      );
      return { id, name: words, isNew: true };
    });

  const kindOf = (words: string): readonly [Id, boolean] => {
    const kind = vocabulary.kindCalled(words) ?? vocabulary.kindWithin(words);
    return kind === undefined ? [otherKind, false] : [kind, true];
  };

  const newClass = (words: string): Thing => {
    const [entry] = entriesOf(words, context);
    return madeOnce('DataClass', entry?.id ?? words, () => {
      const name = entry?.name ?? words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
      const id = freeId('DataClass', entry?.slug ?? words);
      const known = entry === undefined ? {} : { catalogue: entry.id, fhirResources: entry.fhirResources };
      changes.push({
        createDataClass: { id, name, level: 'CLASS', drsStatus: 'UNDECIDED', grade: 'ASSERTED', ...known },
      });
      notes.push(`The data class "${name}" is new; whether it belongs to the designated record set is undecided.`);
      return { id, name, isNew: true };
    });
  };

  return {
    context,
    names,
    changes,
    notes,
    freeId,
    isCertain: () => names.every(({ words, isCertain }) => isCertain || chosen(words) !== undefined),
    restOf: (said) => {
      const rest = [...(said === undefined ? [] : [said]), ...unknownWords].join('; ');
      return rest === '' ? undefined : rest;
    },
    system: (words, role, more = {}) => {
      const matches = matchSystems(words, context);
      const [kind, isGuessed] = kindOf(words);
      named({ words, concept: 'System', role, matches }, kind, isGuessed);
      return picked(words, matches, 'System') ?? newSystem(words, kind, isGuessed, more);
    },
    dataClass: (words) => {
      const matches = matchClasses(words, context);
      named({ words, concept: 'DataClass', role: 'class', matches });
      if (matches[0]?.way === 'PART' && chosen(words) === undefined)
        unknownWords.push(...notInPhrase(words, vocabulary.classesMeant(words)));
      return picked(words, matches, 'DataClass') ?? newClass(words);
    },
    channel: (words) => {
      const matches = matchChannels(words, context);
      const kind = channelKindCalled(words, catalogues);
      named({ words, concept: 'AccessChannel', role: 'channel', matches }, kind, kind !== undefined);
      return picked(words, matches, 'AccessChannel');
    },
    newChannel: (words, more) =>
      madeOnce('AccessChannel', words, () => {
        const kind = channelKindCalled(words, catalogues) ?? '';
        const [served] = matchSystems(words, context);
        const system = served ?? newSystem(words, ...kindOf(words), {});
        const id = freeId('AccessChannel', words);
        changes.push({ createAccessChannel: { id, name: words, kind, system: system.id, grade: 'ASSERTED', ...more } });
        const kindName = entryById(catalogues.channels, kind)?.name ?? kind;
        notes.push(`The access channel "${words}" is new; its kind is guessed: ${kindName}, served by ${system.name}.`);
        return { id, name: words, isNew: true };
      }),
    audience: (words) => {
      const matches = matchAudiences(words, context);
      named({ words, concept: 'Audience', role: 'audience', matches });
      const thing = picked(words, matches, 'Audience');
      return thing;
    },
  };
};

/** The entries of the catalogue that words name, or that a sign points at and nothing else. */
const entriesOf = (words: string, { catalogues, vocabulary }: MatchContext) => {
  const called = entriesCalled(words, catalogues);
  if (called.length > 0) return called;
  const all: readonly EntryOfClass[] = [...catalogues.uscdi.classes, ...catalogues.drsClasses];
  return vocabulary
    .classesMeant(words)
    .filter(({ isWhole }) => isWhole)
    .map(({ id }) => id)
    .concat(classesOfGeneralWord(words))
    .flatMap((id) => all.find((entry) => entry.id === id) ?? []);
};

type EntryOfClass = Catalogues['uscdi']['classes'][number] | Catalogues['drsClasses'][number];
