import type { CoverageChoicesQuery } from '../../gql/graphql.ts';
import type { Command } from '../../ui/commands.ts';
import type { CoverageChange } from './use-coverage-params.ts';

/** What the palette can narrow the matrix to. */
export const filterCommands = (
  audiences: CoverageChoicesQuery['audiences']['nodes'],
  change: (change: CoverageChange) => void,
  cleared: CoverageChange,
): readonly Command[] => {
  const command = (title: string, what: CoverageChange): Command => ({
    id: `filter ${title}`,
    group: 'Filter',
    title,
    run: () => change(what),
  });
  return [
    command('Only what differs', { differing: true }),
    command('Show only what is undocumented', { basis: 'UNDOCUMENTED' }),
    command('Clear the filters', cleared),
    ...audiences.map(({ id, name }) => command(`Audience: ${name}`, { audience: id })),
  ];
};
