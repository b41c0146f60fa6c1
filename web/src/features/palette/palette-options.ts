import type { Command } from '../../ui/commands.ts';
import { addressOfFound, conceptName, type Found } from './found.ts';
import { fittingCommands, begins, type PaletteWords, type Verb } from './palette-words.ts';

/** One line of the palette: what it is called, what is said beside it, and what choosing it does. */
export interface PaletteOption {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly keys: string | undefined;
  readonly choose: () => void;
}

/** The lines of the palette under a title. */
export interface PaletteSection {
  readonly title: string;
  readonly options: readonly PaletteOption[];
}

const thingsTitles: Readonly<Record<Verb, string>> = {
  open: 'In the inventory',
  trace: 'Trace',
  map: 'Show on the map',
};

/**
 * What the palette lists, in its order: commands whose title begins with what was typed; where the words begin with the verb of a command, the
 * commands; the things that were found; the other commands. Pure but for what the options do when chosen.
 */
export const paletteSections = (
  words: PaletteWords,
  commands: readonly Command[],
  things: readonly Found[],
  goTo: (address: string) => void,
): readonly PaletteSection[] => {
  const fitting = fittingCommands(commands, words);
  const sections = (keep: (command: Command) => boolean): readonly PaletteSection[] =>
    fitting.map(([title, found]) => ({ title, options: found.filter(keep).map(ofCommand) }));
  const named = sections((command) => begins(command, words));
  const others = sections((command) => !begins(command, words));
  const found: PaletteSection = {
    title: thingsTitles[words.verb],
    options: things.map((thing) => ({
      id: `found-${thing.concept}-${thing.id}`,
      title: thing.name,
      detail: `${conceptName(thing.concept)} · found by ${thing.matched}`,
      keys: undefined,
      choose: () => goTo(addressOfFound(thing, words.verb)),
    })),
  };
  const ordered =
    words.groups === undefined || words.groups.length === 0
      ? [...named, found, ...others]
      : [...named, ...others, found];
  return ordered.filter(({ options }) => options.length > 0);
};

const ofCommand = ({ id, title, keys, run }: Command): PaletteOption => ({
  id: `command-${id}`,
  title,
  detail: '',
  keys,
  choose: run,
});
