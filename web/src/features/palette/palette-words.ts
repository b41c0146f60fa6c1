import { commandGroups, type Command, type CommandGroup } from '../../ui/commands.ts';

/** What is done with a thing that was found: its usual page, or the one that the first word asks for. */
export type Verb = 'open' | 'trace' | 'map';

/** What was typed, understood: which groups of commands it is about, and what is looked for in the inventory. */
export interface PaletteWords {
  readonly verb: Verb;
  /** Only commands of these groups; undefined when of all. */
  readonly groups: readonly CommandGroup[] | undefined;
  /** What the commands are narrowed to. */
  readonly text: string;
  /** What is looked for in the inventory; empty when nothing is. */
  readonly things: string;
}

const commandVerbs: Readonly<Record<string, readonly CommandGroup[]>> = {
  go: ['Go to'],
  compare: ['Compare'],
  filter: ['Filter'],
  export: ['Export'],
  save: ['Export'],
};

/**
 * What was typed, by its first word where that is a verb: `trace labs`, `map ehr`, `go findings`, `compare`, `filter patient`, `export csv`.
 * Everything else is looked for among commands and things alike. Pure and total.
 */
export const parsePaletteWords = (typed: string): PaletteWords => {
  const whole = typed.trim();
  const [first = '', ...others] = whole.split(/\s+/u);
  const verb = first.toLowerCase();
  const rest = others.join(' ').replace(/^to\s+/iu, '');
  const groups = commandVerbs[verb];
  // A thing may be called as a verb is: "export" finds the EHI export too.
  if (groups !== undefined) return { verb: 'open', groups, text: rest, things: verb === 'go' ? rest : whole };
  if ((verb === 'trace' || verb === 'map') && rest !== '') return { verb, groups: [], text: rest, things: rest };
  return { verb: 'open', groups: undefined, text: whole, things: whole };
};

/** The commands that fit, group by group. Each word must begin a word of the title or of the other words. Pure. */
export const fittingCommands = (
  commands: readonly Command[],
  { groups, text }: PaletteWords,
): readonly (readonly [CommandGroup, readonly Command[]])[] => {
  const wanted = wordsIn(text);
  const fits = (command: Command): boolean => {
    const had = wordsIn(`${command.title} ${command.words ?? ''} ${command.group}`);
    return wanted.every((word) => had.some((each) => each.startsWith(word)));
  };
  return commandGroups
    .filter((group) => groups === undefined || groups.includes(group))
    .map((group) => [group, commands.filter((command) => command.group === group && fits(command))] as const)
    .filter(([, found]) => found.length > 0);
};

/** Whether the title of a command begins with the words typed, from the third letter on. */
export const begins = (command: Command, { text }: PaletteWords): boolean =>
  text.length > 2 && command.title.toLowerCase().startsWith(text.toLowerCase());

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}()-]+/gu) ?? [];
