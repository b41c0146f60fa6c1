import type { Command } from '../../ui/commands.ts';
import { noFilters, nobody, type FindingsChange } from './use-findings-params.ts';

/** What the palette can narrow the queue to, and order it by. */
export const filterCommands = (change: (change: FindingsChange) => void): readonly Command[] => {
  const command = (title: string, what: FindingsChange): Command => ({
    id: `filter ${title}`,
    group: 'Filter',
    title,
    words: 'findings',
    run: () => change(what),
  });
  return [
    command('Findings that are overdue', { due: 'overdue' }),
    command('Findings due within 7 days', { due: '7' }),
    command('Findings without an owner', { owner: nobody }),
    command('Findings of high level', { level: ['HIGH'] }),
    command('Findings that are open', { state: ['OPEN'] }),
    command('Sort findings by due day', { sort: 'DUE' }),
    command('Clear the filters', noFilters),
  ];
};
