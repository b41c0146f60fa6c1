import type { AccessChannel, ConceptName, Flow, Observation, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { once, oncePer } from '../once.ts';
import { wordsOf } from '../words-of.ts';
import type { ObservedChannel, ObservedFlow, ObservedSystem } from './observed.ts';

/** Something of the inventory that an observation could stand for. `score` from 0 to 1; `reasons` say why, strongest first. */
export interface Candidate {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What an observation stands for by itself: the one thing it certainly is, and what else it could be, best first. */
export interface Matching {
  readonly sure: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** From this score on a likeness is taken for the same. Below it is offered for a person to choose. */
const sureScore = 0.9;
const worthOffering = 0.4;
const mostOffered = 5;

/** What matching looks at: the live part of an inventory, prepared once for many observations. */
export interface MatchIndex {
  readonly systems: readonly KnownSystem[];
  readonly flows: readonly Flow[];
  readonly channels: readonly AccessChannel[];
  readonly flowsByEnds: ReadonlyMap<string, readonly Flow[]>;
  /** By the name in the engine, the name people use, and the id. */
  readonly flowsByName: ReadonlyMap<string, readonly { readonly flow: Flow }[]>;
}

/** What a system is called, ready to be compared. */
interface SystemNames {
  readonly nameKeys: readonly string[];
  readonly words: ReadonlySet<string>;
}

interface KnownSystem extends SystemNames {
  readonly system: System;
  readonly addresses: ReadonlySet<string>;
}

/** Returns the index of an inventory as of a day. Each part is made when it is first looked at: most edits are of inventories of which imports saw little. Pure. */
export const createMatchIndex = (graph: EhiGraph, asOf: CalendarDate): MatchIndex => {
  const channels = once(() => [...graph.AccessChannel.values()].filter((each) => isLiveOn(each, asOf)));
  const flows = once(() => [...graph.Flow.values()].filter((each) => isLiveOn(each, asOf)));
  const systems = once(() => {
    const addressesOf = new Map<Id, string[]>();
    for (const { system, identifiers } of channels())
      addressesOf.set(system, [...(addressesOf.get(system) ?? []), ...identifiers.map(addressKey)]);
    return [...graph.System.values()]
      .filter((each) => isLiveOn(each, asOf))
      .map((system) => ({
        system,
        ...namesOfSystem(system),
        addresses: new Set([...system.identifiers.map(addressKey), ...(addressesOf.get(system.id) ?? [])]),
      }));
  });
  const flowsByEnds = once(() => groupBy(flows(), ({ from, to }) => `${from} ${to}`));
  const flowsByName = once(() =>
    groupBy(
      flows().flatMap((flow) => [...new Set(namesOf(flow))].map((key) => ({ key, flow }))),
      ({ key }) => key,
    ),
  );
  return {
    get systems() {
      return systems();
    },
    get flows() {
      return flows();
    },
    get channels() {
      return channels();
    },
    get flowsByEnds() {
      return flowsByEnds();
    },
    get flowsByName() {
      return flowsByName();
    },
  };
};

/** Returns what a seen system stands for: known by an address, else by its whole name; else what is like it. Pure. */
export const matchSystem = (index: MatchIndex, name: string, seen: ObservedSystem): Matching => {
  const addresses = seen.identifiers.map(addressKey);
  const key = nameKey(name);
  const words = significant(name);
  const scored = index.systems.map((known): Candidate => {
    const reasons: string[] = [];
    let score = 0;
    const add = (to: number, reason: string): void => {
      score = Math.max(score, to);
      reasons.push(reason);
    };
    const { system } = known;
    const shared = addresses.find((address) => known.addresses.has(address));
    if (shared !== undefined) add(1, `both have the address ${shared}`);
    if (key !== '' && known.nameKeys.includes(key)) {
      const other = isOther(system.vendor, seen.vendor);
      add(
        other ? 0.6 : 0.95,
        other ? `it is called so too, and its vendor is ${system.vendor ?? ''}` : 'it is called so too',
      );
    }
    const common = words.filter((word) => known.words.has(word));
    if (common.length > 0 && score < sureScore) {
      const share = common.length / Math.max(1, new Set([...words, ...known.words]).size);
      add(0.35 + share / 2, `both names say "${common.join(' ')}"`);
    }
    if (seen.systemKind !== undefined && seen.systemKind === system.kind)
      add(Math.min(0.85, score + 0.3), 'it is of the same kind');
    if (seen.vendor !== undefined && sameText(seen.vendor, system.vendor))
      add(Math.min(0.85, score + 0.2), 'it has the same vendor');
    if (seen.product !== undefined && sameText(seen.product, system.product))
      add(Math.min(0.85, score + 0.25), 'it is the same product');
    return { concept: 'System', id: system.id, name: system.name, score, reasons };
  });
  return split(scored);
};

const keysOf = (names: readonly (string | undefined)[]): readonly string[] =>
  names.flatMap((each) => {
    const key = nameKey(each ?? '');
    return key === '' ? [] : [key];
  });

/** The words of an entity are taken apart once: most entities are the same in the next revision. */
const namesOfSystem = oncePer(({ id, name, vendor, product }: System): SystemNames => ({
  nameKeys: keysOf([name, id, product, `${vendor ?? ''} ${product ?? ''}`]),
  words: new Set(significant([name, product ?? ''].join(' '))),
}));

const namesOf = oncePer(({ engineRef, name, id }: Flow): readonly string[] => keysOf([engineRef, name, id]));

/** Returns what a seen flow stands for: by its name in the engine or in a list, else the only flow between the same two systems. Pure. */
export const matchFlow = (
  index: MatchIndex,
  name: string,
  seen: ObservedFlow,
  from: Id | undefined,
  to: Id | undefined,
): Matching => {
  const ref = nameKey(seen.engineRef ?? '');
  const keys = [ref, nameKey(name)].filter((key) => key !== '');
  const byName = keys.flatMap((key) => (index.flowsByName.get(key) ?? []).map(({ flow }) => flow));
  const between = from === undefined || to === undefined ? [] : (index.flowsByEnds.get(`${from} ${to}`) ?? []);
  const scored = [...new Set([...byName, ...between])].map((flow): Candidate => {
    const isNamed = byName.includes(flow);
    const isBetween = between.includes(flow);
    const hasOtherRef = ref !== '' && flow.engineRef !== undefined && !isNamed;
    const sameWay = protocolKey(flow.protocol) === protocolKey(seen.protocol);
    const known = flow.protocol !== undefined && seen.protocol !== undefined;
    const touches = [from, to].some((end) => end !== undefined && (end === flow.from || end === flow.to));
    const reasons = [
      ...(isNamed ? [`it is called "${seen.engineRef ?? name}" too`] : []),
      ...(isBetween ? ['it joins the same two systems'] : []),
      ...(known && sameWay ? ['by the same protocol'] : []),
      ...(hasOtherRef ? [`the engine calls it "${flow.engineRef ?? ''}"`] : []),
    ];
    const score = isNamed
      ? touches || isBetween || (from === undefined && to === undefined)
        ? 1
        : 0.85
      : hasOtherRef
        ? 0.5
        : between.length === 1 && (!known || sameWay)
          ? 0.92
          : known && sameWay
            ? 0.8
            : 0.6;
    return { concept: 'Flow', id: flow.id, name: flow.name, score, reasons };
  });
  return split(scored);
};

/** Returns what a seen channel stands for: known by an address, else the only one of its kind at its system. Pure. */
export const matchChannel = (index: MatchIndex, seen: ObservedChannel, system: Id | undefined): Matching => {
  const addresses = new Set(seen.identifiers.map(addressKey));
  const ofKind = index.channels.filter((each) => each.system === system && each.kind === seen.channelKind);
  const scored = index.channels.flatMap((channel): readonly Candidate[] => {
    const shared = channel.identifiers.map(addressKey).find((address) => addresses.has(address));
    const isKind = channel.kind === seen.channelKind;
    const reasons = [
      ...(shared === undefined ? [] : [`both have the address ${shared}`]),
      ...(channel.system === system ? ['it is served by the same system'] : []),
      ...(isKind ? ['it is of the same kind'] : []),
    ];
    const atSystem = channel.system === system;
    const score =
      shared !== undefined && isKind
        ? 1
        : atSystem && isKind
          ? ofKind.length === 1
            ? 0.9
            : 0.7
          : shared === undefined
            ? 0
            : 0.6;
    return score === 0 ? [] : [{ concept: 'AccessChannel', id: channel.id, name: channel.name, score, reasons }];
  });
  return split(scored);
};

const split = (scored: readonly Candidate[]): Matching => {
  const best = scored
    .filter(({ score }) => score >= worthOffering)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const top = best[0]?.score ?? 0;
  // Of several that are sure the surest count: an address says more than a name.
  const sure = best.filter(({ score }) => score >= sureScore && score === top);
  return { sure, others: best.filter((each) => !sure.includes(each)).slice(0, mostOffered) };
};

/** Returns an address as it is compared: without scheme, user, query and a slash at the end, in lower case. Pure. */
export const addressKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:[a-z][a-z0-9+.:-]*:\/\/|(?:mllp|tcp|dicom|smtp|file|sftp|jdbc):)/, '')
    .replace(/^[^/@]*@/, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');

/** Words that say nothing about which system it is. */
const plain = new Set([
  'system',
  'server',
  'the',
  'of',
  'and',
  'application',
  'app',
  'service',
  'module',
  'database',
  'db',
  'inc',
  'prod',
  'production',
  'main',
]);

const significant = (name: string): readonly string[] =>
  wordsOf(name).filter((word) => !plain.has(word) && word.length > 1);

const nameKey = (name: string): string => wordsOf(name).join(' ');

const protocolKey = (protocol: string | undefined): string =>
  wordsOf(protocol ?? '')
    .slice(0, 2)
    .join(' ');

const sameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && nameKey(a) === nameKey(b);

const isOther = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && nameKey(a) !== nameKey(b);

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** Returns what a person said an observation stands for, when it is still there. */
export const decidedMatch = (
  graph: EhiGraph,
  { decision, matches }: Observation,
  asOf: CalendarDate,
): Candidate | undefined => {
  if ((decision !== 'ACCEPTED' && decision !== 'MERGED') || matches === undefined) return undefined;
  const entity = graph[matches.concept].get(matches.id);
  if (entity === undefined || !isLiveOn(entity, asOf)) return undefined;
  const reasons = [decision === 'MERGED' ? 'a person said that it is the same' : 'a person took it into the inventory'];
  return { concept: matches.concept, id: matches.id, name: entity.name, score: 1, reasons };
};
