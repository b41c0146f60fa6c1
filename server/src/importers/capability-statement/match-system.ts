import { err, ok, type Result } from '../../domain/result.ts';
import type { System } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import type { Id } from '../../domain/model/entity.ts';
import type { AmbiguousSystem, ImportOptions, OptionUnknown, SystemMatch } from '../import-plan.ts';
import { hostOf, isSameAddress } from '../web-address.ts';
import type { IdentityFact } from './facts.ts';
import { systemNameOf } from './identity.ts';

/**
 * Returns the system of the inventory a statement describes, with the reason in words: the one the options name, else
 * the one known by the address (or whose channel is), else the one with exactly the same name and vendor that is not
 * known at another host. Errors: `AmbiguousSystem`, `OptionUnknown`. Pure.
 */
export const matchSystem = (
  identity: IdentityFact,
  graph: EhiGraph,
  options: ImportOptions,
): Result<SystemMatch, AmbiguousSystem | OptionUnknown> => {
  const systems = [...graph.System.values()];
  const similar = similarSystems(identity, systems);
  if (options.channel !== undefined) return matchByChannel(options.channel, graph, options, similar);
  if (options.system !== undefined) {
    if (!graph.System.has(options.system)) return err(unknownOption('system', options.system));
    return ok({ by: 'OPTION', system: options.system, explanation: 'named by the option "system"', similar: [] });
  }
  const byAddress = identity.baseUrl === undefined ? [] : systemsAt(identity.baseUrl, graph);
  if (byAddress.length > 0) return one(byAddress, 'ADDRESS', `known by the address ${identity.baseUrl ?? ''}`, similar);
  const byName = systems.filter(
    (system) => hasNameAndVendor(system, identity) && !isAtOtherHost(system, identity, graph),
  );
  if (byName.length > 0)
    return one(
      byName.map(({ id }) => id),
      'NAME_AND_VENDOR',
      'has exactly this name and vendor',
      similar,
    );
  const explanation =
    identity.baseUrl === undefined && identity.vendor === undefined
      ? 'the statement says neither an address nor a vendor; name the system or the address to match it'
      : 'no system has this address, nor this name and vendor';
  return ok({ by: 'NONE', explanation, similar });
};

const matchByChannel = (
  channel: Id,
  graph: EhiGraph,
  options: ImportOptions,
  similar: readonly Id[],
): Result<SystemMatch, OptionUnknown> => {
  const system = graph.AccessChannel.get(channel)?.system;
  if (system === undefined) return err(unknownOption('channel', channel));
  if (options.system !== undefined && options.system !== system)
    return err({
      ...unknownOption('channel', channel),
      message: `the channel "${channel}" is not served by "${options.system}"`,
    });
  return ok({ by: 'OPTION', system, explanation: `serves the channel "${channel}" that the options name`, similar });
};

const systemsAt = (address: string, graph: EhiGraph): readonly Id[] => {
  const isHere = ({ identifiers }: { readonly identifiers: readonly string[] }): boolean =>
    identifiers.some((identifier) => isSameAddress(identifier, address));
  const found = [
    ...[...graph.AccessChannel.values()].filter(isHere).map(({ system }) => system),
    ...[...graph.System.values()].filter(isHere).map(({ id }) => id),
  ];
  return [...new Set(found)];
};

const hasNameAndVendor = (system: System, identity: IdentityFact): boolean =>
  // Without a vendor a name says nothing: half the servers of one vendor are called by their release.
  identity.vendor !== undefined &&
  isSameText(system.vendor, identity.vendor) &&
  [identity.software, systemNameOf(identity, '')].some(
    (name) => name !== undefined && (isSameText(system.name, name) || isSameText(system.product, name)),
  );

/** The same product at another hospital is another system. */
const isAtOtherHost = (system: System, { baseUrl }: IdentityFact, graph: EhiGraph): boolean => {
  const host = hostOf(baseUrl);
  const channels = [...graph.AccessChannel.values()].filter((channel) => channel.system === system.id);
  const hosts = [system, ...channels].flatMap(({ identifiers }) => identifiers.flatMap((each) => hostOf(each) ?? []));
  return host !== undefined && hosts.length > 0 && !hosts.includes(host);
};

const similarSystems = (identity: IdentityFact, systems: readonly System[]): readonly Id[] =>
  systems
    .filter(
      ({ vendor, product, identifiers }) =>
        isSameText(vendor, identity.vendor) ||
        isSameText(product, identity.software) ||
        identifiers.some((each) => hostOf(each) !== undefined && hostOf(each) === hostOf(identity.baseUrl)),
    )
    .map(({ id }) => id)
    .slice(0, 10);

const isSameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

const one = (
  found: readonly Id[],
  by: SystemMatch['by'],
  explanation: string,
  similar: readonly Id[],
): Result<SystemMatch, AmbiguousSystem> => {
  const [system, second] = found;
  if (system === undefined || second !== undefined)
    return err({
      type: 'AmbiguousSystem',
      candidates: found,
      message: `several systems could be meant (${explanation}): ${found.join(', ')}`,
      mend: 'name one with the option "system"',
    });
  return ok({ by, system, explanation: `"${system}" ${explanation}`, similar: similar.filter((id) => id !== system) });
};

const unknownOption = (option: 'system' | 'channel', value: Id): OptionUnknown => ({
  type: 'OptionUnknown',
  option,
  value,
  concept: option === 'system' ? 'System' : 'AccessChannel',
  message: `there is no ${option === 'system' ? 'system' : 'access channel'} "${value}"`,
  mend: `name one that is in the inventory`,
});
