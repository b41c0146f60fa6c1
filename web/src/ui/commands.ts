import { createRegistry } from './registry.ts';

/** What commands are listed under, in this order. */
export const commandGroups = ['This screen', 'Filter', 'Compare', 'Export', 'Go to', 'Everywhere'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * Something the palette can do. `title` is a verb and its object, e.g. "Save CSV of the matrix"; `words` are others it is also found by;
 * `keys` is the shortcut that does the same.
 */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  readonly words?: string;
  readonly keys?: string;
  readonly run: () => void;
}

const registry = createRegistry<Command>();

/** Offers commands in the palette while the component is shown. Memoise the list. */
export const useCommands = registry.useRegister;

/** What the palette can do now. */
export const useAllCommands = registry.useAll;
