import type { FilterChoicesQuery } from '../../gql/graphql.ts';
import type { Command } from '../../ui/commands.ts';
import type { ParamChange } from './use-trace-params.ts';

/** What the palette can narrow a trace to: one audience, one channel, another rule pack, or nothing. */
export const filterCommands = (
  { audiences, accessChannels, rulePacks }: FilterChoicesQuery,
  change: (change: ParamChange) => void,
): readonly Command[] => {
  const command = (title: string, what: ParamChange): Command => ({
    id: `filter ${title}`,
    group: 'Filter',
    title,
    run: () => change({ path: undefined, selected: undefined, ...what }),
  });
  return [
    ...audiences.nodes.map(({ id, name }) => command(`Audience: ${name}`, { audience: id })),
    ...accessChannels.nodes.map(({ id, name }) => command(`Channel: ${name}`, { channel: id })),
    command('Show only undocumented restrictions', { show: 'undocumented' }),
    command('Show only incomplete restrictions', { show: 'incomplete' }),
    command('Clear the filters', {
      audience: undefined,
      channel: undefined,
      asOf: undefined,
      rulePack: undefined,
      show: undefined,
    }),
    ...rulePacks
      .filter(({ isStandard }) => !isStandard)
      .map(({ id }): Command => ({
        id: `pack ${id}`,
        group: 'Compare',
        title: `Judge by ${id}`,
        words: 'rules pack what if proposed',
        run: () => change({ rulePack: id }),
      })),
  ];
};
