import type { CannotTellFact, NoteFact } from '../facts/facts.ts';
import { contextWords, type ContextScopes } from './channels.ts';
import { codeWord, type SmartConfiguration } from './configuration.ts';
import type { ScopeClasses } from './scope-classes.ts';

/** What notes are made with. `channels`: the contexts that have a channel. */
export interface NoteInput {
  readonly configuration: SmartConfiguration;
  readonly system: string;
  readonly contexts: readonly ContextScopes[];
  readonly classes: ScopeClasses;
  readonly typesWithoutClass: readonly string[];
}

const families = ['permission', 'launch', 'context', 'client'] as const;

const nameByFamily: Readonly<Record<(typeof families)[number], string>> = {
  permission: 'States which kinds of permission apps can have',
  launch: 'States how apps are started',
  context: 'States what apps are told when they start',
  client: 'States how apps prove who they are',
};

/** Returns what a configuration says beside classes: its capabilities, what apps can write, types that show no class, wildcards. Pure. */
export const notesOf = (input: NoteInput): readonly NoteFact[] => [
  ...capabilityNotes(input),
  ...input.contexts.flatMap((context) => contextNotes(context, input)),
  ...(input.typesWithoutClass.length === 0
    ? []
    : [
        {
          key: 'gap without class',
          scope: 'scopes',
          name: 'Types that staff apps can ask for and patient apps cannot, which show no class by themselves',
          pointer: '$.scopes_supported',
          code: 'scope-gap',
          description: listed(input.typesWithoutClass),
          about: { kind: 'SYSTEM', key: input.system } as const,
        },
      ]),
];

const capabilityNotes = ({ configuration, system }: NoteInput): readonly NoteFact[] =>
  families.flatMap((family) => {
    const own = capabilitiesOf(configuration, family);
    if (own.length === 0) return [];
    return [
      {
        key: `capability ${family}`,
        scope: 'capabilities',
        name: nameByFamily[family],
        pointer: '$.capabilities',
        code: `smart-${family}`,
        description: own.join(', '),
        about: { kind: 'SYSTEM', key: system } as const,
      },
    ];
  });

/** Returns the capabilities of a family (`permission`), sorted. Pure. */
export const capabilitiesOf = ({ capabilities = [] }: SmartConfiguration, family: string): readonly string[] =>
  capabilities
    .filter((each) => each.startsWith(`${family}-`) && codeWord.test(each))
    .toSorted()
    .slice(0, 30);

const contextNotes = (
  { context, readable, writable, wildcards }: ContextScopes,
  { classes }: NoteInput,
): readonly NoteFact[] => {
  const { who } = contextWords[context];
  const about = { kind: 'CHANNEL', key: context } as const;
  const silent = readable.filter(({ type }) => classes.whyNone(type) !== undefined).map(({ type }) => type);
  const note = (code: string, name: string, description: string): NoteFact => ({
    key: `${code} ${context}`,
    scope: 'scopes',
    name,
    pointer: '$.scopes_supported',
    code,
    description,
    about,
  });
  return [
    ...(silent.length === 0
      ? []
      : [note('other-type', `Types that ${who} can ask for and that show no class by themselves`, listed(silent))]),
    ...(writable.length === 0
      ? []
      : [
          note(
            'accepts',
            `Types that ${who} can write`,
            listed(writable.map((type) => (type === '*' ? 'every type' : type))),
          ),
        ]),
    ...(wildcards.length === 0
      ? []
      : [note('wildcard-scope', `Scopes of ${who} that name no type`, listed(wildcards))]),
  ];
};

/** Returns what the scopes leave open: wildcards, and types that FHIR does not have. Pure. */
export const cannotTellOf = (contexts: readonly ContextScopes[], classes: ScopeClasses): readonly CannotTellFact[] => [
  ...contexts
    .filter(({ isAny }) => isAny)
    .map(({ context, wildcards }) => ({
      subject: `What ${contextWords[context].who} can read`,
      reason: `the scope ${wildcards.join(', ').slice(0, 200)} does not name types; the capability statement of the server does`,
      candidates: [],
    })),
  ...unknownTypes(contexts, classes).map(({ type, why }) => ({ subject: type, reason: why, candidates: [] })),
];

const unknownTypes = (
  contexts: readonly ContextScopes[],
  classes: ScopeClasses,
): readonly { readonly type: string; readonly why: string }[] =>
  [...new Set(contexts.flatMap(({ readable }) => readable.map(({ type }) => type)))].toSorted().flatMap((type) => {
    const why = classes.whyNone(type);
    return why?.startsWith('no FHIR release') === true ? [{ type, why }] : [];
  });

const listed = (words: readonly string[]): string =>
  words.length <= 40 ? words.join(', ') : `${words.slice(0, 40).join(', ')} and ${words.length - 40} more`;
