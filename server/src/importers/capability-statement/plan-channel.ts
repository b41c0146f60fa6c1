import type { InventoryDocument } from '../../domain/inventory/inventory-documents.ts';
import type { AccessChannel } from '../../domain/model/concepts.ts';
import { isLiveOn, type Id } from '../../domain/model/entity.ts';
import { addClassLinks, type LinkPlan } from '../class-links.ts';
import type { ImportContext } from '../import-plan.ts';
import { newId } from '../new-id.ts';
import type { ObservationLog } from '../observation-log.ts';
import { toDocument } from '../planned-write.ts';
import { hostOf, isSameAddress } from '../web-address.ts';
import type { ChannelFact } from './channel-facts.ts';

/** What is known about the channel a statement describes. */
export interface ChannelInput {
  readonly system: Id;
  readonly systemName: string;
  readonly baseUrl?: string;
  readonly fact: ChannelFact;
  readonly releases: readonly Id[];
}

/** The channel to write, what its links become, why it was taken, and what a person should know. */
export interface PlannedChannel {
  readonly document: InventoryDocument<'AccessChannel'>;
  readonly existing?: AccessChannel;
  readonly links: LinkPlan<AccessChannel['releases'][number]>;
  readonly explanation: string;
  readonly warnings: readonly string[];
}

/**
 * Returns the channel a statement describes: the one the options name, else the one at its address, else the one channel
 * of this kind that has no address yet, else a new one. Audiences are taken from the options or from what the statement
 * proves; those a person stated stay. Notes in the log (mutates) what it did.
 */
export const planChannel = (input: ChannelInput, context: ImportContext, log: ObservationLog): PlannedChannel => {
  const { graph, options, run } = context;
  const today = run.startedAt.slice(0, 10);
  const provenance = { source: `import:${run.id}`, grade: 'ADVERTISED', recordedAt: run.startedAt } as const;
  const kind = options.channelKind ?? input.fact.kind;
  const audiences = options.audiences ?? input.fact.audiences;
  const link = (dataClass: Id): AccessChannel['releases'][number] => ({ dataClass, ...provenance });
  const found = findChannel(input, kind, context);

  if (found === undefined) {
    const name = `${input.systemName}: ${context.catalogues.channels.find(({ id }) => id === kind)?.name ?? 'FHIR API'}`;
    const id = newId(`${input.system}-${kind.replace(/^CH-/, '')}`, graph.AccessChannel);
    const links = addClassLinks(graph, [], input.releases, today, link);
    log.note({
      fact: 'channel',
      name: `Describes ${name}`,
      pointer: '$.rest',
      detail: `${kind}: ${input.fact.reason}`,
      matches: { concept: 'AccessChannel', id },
      outcome: 'ADDED',
    });
    const identifiers = input.baseUrl === undefined ? [] : [input.baseUrl];
    const { standards } = input.fact;
    const document = {
      id,
      name,
      kind,
      standards,
      system: input.system,
      identifiers,
      releases: links.links,
      audiences,
      ...provenance,
    };
    return {
      document,
      links,
      explanation: `new, because ${input.fact.reason}`,
      warnings: audienceWarnings(name, audiences),
    };
  }

  const { channel, explanation } = found;
  const matches = { concept: 'AccessChannel', id: channel.id } as const;
  log.note({
    fact: 'channel',
    name: `Describes ${channel.name}`,
    pointer: '$.rest',
    detail: explanation,
    matches,
    outcome: 'MATCHED',
  });
  const links = addClassLinks(graph, channel.releases, input.releases, today, link);
  const isNewAddress =
    input.baseUrl !== undefined && !channel.identifiers.some((each) => isSameAddress(each, input.baseUrl ?? ''));
  const keptAudiences = planAudiences(channel, audiences, context, log);
  const document = {
    ...toDocument<'AccessChannel'>(channel),
    identifiers:
      isNewAddress && input.baseUrl !== undefined ? [...channel.identifiers, input.baseUrl] : channel.identifiers,
    releases: links.links,
    audiences: keptAudiences,
  };
  return { document, existing: channel, links, explanation, warnings: audienceWarnings(channel.name, keptAudiences) };
};

const findChannel = (
  { system, baseUrl }: ChannelInput,
  kind: string,
  { graph, options, run }: ImportContext,
): { readonly channel: AccessChannel; readonly explanation: string } | undefined => {
  const named = options.channel === undefined ? undefined : graph.AccessChannel.get(options.channel);
  if (named !== undefined) return { channel: named, explanation: 'named by the option "channel"' };
  const channels = [...graph.AccessChannel.values()].filter(
    (channel) => channel.system === system && isLiveOn(channel, run.startedAt.slice(0, 10)),
  );
  const here = channels.find(
    ({ identifiers }) => baseUrl !== undefined && identifiers.some((each) => isSameAddress(each, baseUrl)),
  );
  if (here !== undefined) return { channel: here, explanation: `known by the address ${baseUrl ?? ''}` };
  // Another address is another face of the server: it may release other classes to others.
  const [only, second] = channels.filter(
    (channel) => channel.kind === kind && !channel.identifiers.some((each) => hostOf(each) !== undefined),
  );
  if (only === undefined || second !== undefined) return undefined;
  return { channel: only, explanation: `the only channel of kind ${kind} of this system, and it has no address yet` };
};

const planAudiences = (
  channel: AccessChannel,
  stated: readonly Id[],
  { options }: ImportContext,
  log: ObservationLog,
): readonly Id[] => {
  const missing = stated.filter((id) => !channel.audiences.includes(id));
  if (missing.length === 0) return channel.audiences;
  const mayAdd = options.audiences !== undefined || channel.source.startsWith('import:');
  log.note({
    fact: 'audience',
    name: `Is for ${missing.join(', ')}`,
    pointer: '$.rest',
    detail: `the inventory says ${channel.audiences.join(', ') || 'nothing'}`,
    matches: { concept: 'AccessChannel', id: channel.id },
    outcome: mayAdd ? 'ADDED' : channel.audiences.length === 0 ? 'NOTED' : 'CONFLICTING',
  });
  return mayAdd ? [...channel.audiences, ...missing] : channel.audiences;
};

const audienceWarnings = (name: string, audiences: readonly Id[]): readonly string[] =>
  audiences.length > 0 ? [] : [`The statement does not prove who may use "${name}": give its audience.`];
