import { useMemo, useRef } from 'react';
import { useCommands, type Command } from './commands.ts';

/** One way to save or share what is shown, as the palette calls it. */
export interface ExportCommand {
  readonly title: string;
  readonly run: () => void;
}

/** Offers in the palette what the buttons for saving do. Leave out what cannot be saved now. */
export const useExportCommands = (saves: readonly ExportCommand[]): void => {
  const latest = useRef(saves);
  latest.current = saves;
  const titles = saves.map(({ title }) => title).join('\n');
  useCommands(
    useMemo(
      () =>
        titles
          .split('\n')
          .filter((title) => title !== '')
          .map((title): Command => ({
            id: `export ${title}`,
            group: 'Export',
            title,
            run: () => latest.current.find((save) => save.title === title)?.run(),
          })),
      [titles],
    ),
  );
};
