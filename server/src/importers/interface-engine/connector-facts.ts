import type { ClassSign, FlowFact, SystemFact } from '../facts/facts.ts';
import { signsOfMessageType } from '../signs/segment-signs.ts';
import {
  addNote,
  addSignals,
  engineKey,
  scopeOf,
  signsOfSegments,
  signsOfWords,
  type EngineFacts,
} from './collection.ts';
import { endOf, type ConnectorEnd } from './ends.ts';
import type { EngineChannel, EngineConnector, EngineScript } from './model.ts';
import { filterInWords, understandRule, type UnderstoodRule } from './rule-meaning.ts';
import { copiedSegments, signalsIn, type ScriptSignal } from './script-signals.ts';

type Way = 'IN' | 'OUT';

interface At {
  readonly channel: EngineChannel;
  readonly connector: EngineConnector;
  readonly way: Way;
  readonly key: string;
  readonly scope: string;
  readonly name: string;
  readonly pointer: string;
}

/** Adds what one connector of a channel shows (mutates the collection). */
export const connectorFacts = (
  facts: EngineFacts,
  channel: EngineChannel,
  connector: EngineConnector,
  way: Way,
): void => {
  const own = way === 'IN' ? '' : connector.name || `destination ${connector.id}`;
  const at: At = {
    channel,
    connector,
    way,
    key: `${channel.id}/${connector.id}`,
    scope: scopeOf(channel),
    name: own === '' ? channel.name : `${channel.name}: ${own}`,
    pointer: `line ${connector.line}`,
  };
  const rules = connector.rules.map(understandRule);
  const sourceRules = way === 'IN' ? [] : channel.source.rules.map(understandRule);
  const signals = connector.scripts.map((script) => ({ script, found: signalsIn(script) }));
  const carries = carriedBy(
    facts,
    at,
    [...rules, ...sourceRules],
    signals.flatMap(({ found }) => found),
  );
  const end = endOf(connector, channel.name);
  const place = addFlow(facts, at, end, carries);
  const hidden = addHiddenFlows(facts, at, { scripts: signals, carries, own: end.address });
  addScriptNotes(facts, at, signals);
  const sits = place ?? hidden[0];
  addFilters(facts, at, { rules, carries, sits });
  addDrops(facts, at, signals, sits);
};

/** Where filters of a connector sit: its flow, or the engine when it has none that is known. */
type Place = { readonly kind: 'FLOW' | 'SYSTEM'; readonly key: string };

const engine: Place = { kind: 'SYSTEM', key: engineKey };

const isActive = ({ channel, connector }: At): boolean | undefined => {
  if (channel.isEnabled === false || connector.isEnabled === false) return false;
  return channel.isEnabled === true && connector.isEnabled !== undefined ? true : undefined;
};

const addSystem = (facts: EngineFacts, key: string, system: Omit<SystemFact, 'key' | 'isSelf'>): string => {
  if (!facts.systems.has(key)) facts.systems.set(key, { key, isSelf: false, ...system });
  return key;
};

const addFlow = (facts: EngineFacts, at: At, end: ConnectorEnd, carries: readonly ClassSign[]): Place | undefined => {
  const { channel, connector, way, key, scope, name, pointer } = at;
  if (end.isInternal) {
    if (end.channel === undefined) return undefined;
    const target = facts.names.get(end.channel);
    if (target === undefined) facts.stubs.add(end.channel);
    addNote(facts, {
      key: `${key}/link`,
      scope,
      name: `${name} passes on to ${target ?? `the channel ${end.channel}, which is not in this file`}`,
      pointer,
      description: `The messages stay inside the engine: ${channel.name} leads to ${target ?? end.channel}.`,
      code: 'channel-link',
    });
    return undefined;
  }
  const isScript = /^JavaScript/i.test(connector.transport);
  if (isScript) return undefined;
  const system = addSystem(
    facts,
    end.address === undefined || end.address === '' ? `end:${key}` : `end:${end.address}`,
    {
      scope: end.address === undefined ? scope : engineKey,
      name: end.address || end.name,
      pointer,
      isUnresolved: true,
      identifiers: identifiersOf(end.address),
      certainty: 'CERTAIN',
      ...(end.kind === undefined ? {} : { kind: end.kind }),
    },
  );
  const active = isActive(at);
  facts.flows.push({
    key,
    scope,
    name,
    pointer,
    from: way === 'IN' ? system : engineKey,
    to: way === 'IN' ? engineKey : system,
    protocol: end.protocol,
    engineRef: engineRefOf(at),
    ...(active === undefined ? {} : { isActive: active }),
    ...(channel.description === '' ? {} : { description: channel.description.slice(0, 300) }),
    carries,
    isComplete: false,
    certainty: 'CERTAIN',
  });
  return { kind: 'FLOW', key };
};

/** A destination with a name of its own is what people call the interface; `Destination 1` is not. */
const engineRefOf = ({ channel, connector, way }: At): string =>
  way === 'IN'
    ? channel.name
    : connector.name === '' || /^destination\s*\d*$/i.test(connector.name)
      ? `${channel.name} / ${connector.name || connector.id}`
      : connector.name;

const carriedBy = (
  facts: EngineFacts,
  { channel, connector, pointer }: At,
  rules: readonly UnderstoodRule[],
  signals: readonly ScriptSignal[],
): readonly ClassSign[] => {
  const types = rules.filter(({ rule }) => rule.isEnabled).flatMap((rule) => rule.types);
  const tables = signals.flatMap(({ table }) => table ?? []);
  const query = [...connector.settings]
    .filter(([name]) => name === 'query' || name === 'select')
    .map(([, text]) => text);
  const words = [channel.name, channel.description, connector.name, ...tables, ...tablesIn(query.join('\n'))].join(
    ' . ',
  );
  const named = signsOfWords(facts, words, pointer);
  const typed = [...new Set(types)].flatMap((type) =>
    signsOfMessageType(facts.vocabulary, type).map((sign): ClassSign => ({ ...sign, pointer })),
  );
  const known = new Set(named.flatMap(({ classes }) => (classes.length === 1 ? classes : [])));
  // A type that could mean several classes is settled where a name says which.
  return [...named, ...typed.filter(({ classes }) => !classes.some((id) => known.has(id)))];
};

const tablesIn = (sql: string): readonly string[] =>
  [...sql.slice(0, 20_000).matchAll(/\b(?:INTO|FROM|JOIN|UPDATE)\s{1,5}[`"[]?([A-Za-z_][\w.$]{0,80})/gi)].map(
    (match) => match[1] ?? '',
  );

type Scripted = readonly { readonly script: EngineScript; readonly found: readonly ScriptSignal[] }[];

/** What hidden flows are told from. `own` is the address the connector itself names. */
interface Hidden {
  readonly scripts: Scripted;
  readonly carries: readonly ClassSign[];
  readonly own: string | undefined;
}

/** What a script reaches is a flow that may run: found, never certain. */
const addHiddenFlows = (facts: EngineFacts, at: At, { scripts, carries, own }: Hidden): readonly Place[] =>
  scripts.flatMap(({ script, found }) => {
    const stores = found.filter(({ code }) => code === 'script-store');
    const isReader =
      at.way === 'IN' &&
      stores.some(({ isRead }) => isRead) &&
      stores.every(({ table, isRead }) => table === undefined || isRead);
    const known = found.filter(({ address }) => address !== undefined && address !== '' && address !== own);
    const [first] = stores;
    // A database whose address is put together elsewhere is still a database.
    const nameless =
      first === undefined || own !== undefined || stores.some(({ address }) => address !== undefined) ? [] : [first];
    return [...known, ...nameless].flatMap((signal) => addHidden(facts, at, { signal, script, carries, isReader }));
  });

const addHidden = (
  facts: EngineFacts,
  at: At,
  {
    signal,
    script,
    carries,
    isReader,
  }: {
    readonly signal: ScriptSignal;
    readonly script: EngineScript;
    readonly carries: readonly ClassSign[];
    readonly isReader: boolean;
  },
): readonly Place[] => {
  const { key, scope, name } = at;
  const { address } = signal;
  const pointer = `line ${signal.fileLine}`;
  const target = address ?? `a database that ${name} ${isReader ? 'reads' : 'writes'}`;
  const flowKey = `${key}/script/${address ?? 'database'}`;
  if (facts.flows.some((flow) => flow.key === flowKey)) return [];
  const system = addSystem(facts, address === undefined ? `end:${flowKey}` : `end:${address}`, {
    scope: address === undefined ? scope : engineKey,
    name: target,
    pointer,
    description: `Found in script, line ${signal.line} of ${script.place}: ${signal.words}`,
    isUnresolved: true,
    identifiers: identifiersOf(address),
    certainty: 'LIKELY',
  });
  const active = isActive(at);
  facts.flows.push({
    key: flowKey,
    scope,
    name: `${name} (${isReader ? 'reads' : 'writes'} ${address ?? 'a database'})`.slice(0, 250),
    pointer,
    description: `Found in script, line ${signal.line} of ${script.place}: ${signal.words}.`,
    from: isReader ? system : engineKey,
    to: isReader ? engineKey : system,
    protocol: address === undefined || address.startsWith('jdbc:') ? 'JDBC' : 'script',
    engineRef: engineRefOf(at),
    ...(active === undefined ? {} : { isActive: active }),
    carries,
    isComplete: false,
    certainty: 'POSSIBLE',
  } satisfies FlowFact);
  return [{ kind: 'FLOW', key: flowKey }];
};

/** By what a system is known elsewhere too: not by a placeholder, nor by an address that means this very computer. */
const identifiersOf = (address: string | undefined): readonly string[] =>
  address === undefined ||
  address === '' ||
  address.includes('${') ||
  /(?:^|[/@])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?)(?:[:/]|$)/i.test(address)
    ? []
    : [address];

const addScriptNotes = (facts: EngineFacts, { key, scope, name, connector }: At, scripts: Scripted): void => {
  for (const { script, found } of scripts) addSignals(facts, { script, found }, { scope, key, name });
  const isScript = /^JavaScript/i.test(connector.transport);
  if (isScript && scripts.every(({ found }) => found.length === 0))
    addNote(facts, {
      key: `${key}/script`,
      scope,
      name: `${name} is a script`,
      pointer: `line ${connector.line}`,
      description: 'What it reaches does not show: look at the script.',
      code: 'script-unknown',
    });
};

interface Filtering {
  readonly rules: readonly UnderstoodRule[];
  readonly carries: readonly ClassSign[];
  readonly sits: Place | undefined;
}

const addFilters = (facts: EngineFacts, at: At, { rules, carries, sits }: Filtering): void => {
  const { channel, connector, key, scope, name, pointer, way } = at;
  const place = sits ?? engine;
  const isOff = connector.isEnabled === false || (way === 'IN' && channel.isEnabled === false);
  if (isOff)
    facts.filters.push({
      key: `${key}/off`,
      scope,
      name: way === 'IN' ? `The channel ${channel.name} is switched off` : `${name} is switched off`,
      pointer,
      at: place,
      nature: 'DISABLED',
      effect: 'WITHHOLDS',
      classes: [],
      expression: 'It is switched off in the engine; nothing passes.',
      certainty: 'CERTAIN',
    });
  for (const { rule, meaning, words } of rules)
    if (!rule.isEnabled || meaning === 'ALWAYS' || meaning === 'NO_ANSWER')
      addNote(facts, {
        key: `${key}/rule/${rule.name}/${words}`,
        scope,
        name: `${name}: the rule "${rule.name || words}" stops nothing`,
        pointer: `line ${rule.line}`,
        description: rule.isEnabled
          ? meaning === 'ALWAYS'
            ? 'It lets everything pass.'
            : 'Its code gives no answer.'
          : 'It is switched off.',
        code: 'rule-without-effect',
      });
  const live = rules.filter(({ rule, meaning }) => rule.isEnabled && meaning !== 'ALWAYS' && meaning !== 'NO_ANSWER');
  if (live.length === 0) return;
  const never = live.some(({ meaning }) => meaning === 'NEVER');
  const onlyType = live.every(({ meaning }) => meaning === 'MESSAGE_TYPE');
  const segments = [
    ...new Set(live.filter(({ meaning }) => meaning !== 'MESSAGE_TYPE').flatMap((rule) => rule.segments)),
  ].filter((each) => each !== 'PID' && each !== 'PV1');
  const first = live[0]?.rule.line ?? connector.line;
  facts.filters.push({
    key: `${key}/filter`,
    scope,
    name: `Filter of ${name}`,
    pointer: `line ${first}`,
    at: place,
    nature: live.every(({ rule }) => rule.kind === 'BUILDER') ? 'RULE' : 'SCRIPT',
    effect: never ? 'WITHHOLDS' : 'FILTERS',
    classes: never ? [] : settled(signsOfSegments(facts, segments, `line ${first}`), carries),
    expression: never ? 'Its code never lets anything pass.' : filterInWords(live),
    // Which messages go where is how an engine works; what it looks at inside a message is what holds back.
    certainty: onlyType
      ? 'POSSIBLE'
      : never || live.every(({ rule }) => rule.kind === 'BUILDER')
        ? 'CERTAIN'
        : 'LIKELY',
  });
};

/** A segment that could carry several classes carries here what the flow carries of them. */
const settled = (signs: readonly ClassSign[], carries: readonly ClassSign[]): readonly ClassSign[] =>
  signs.flatMap((sign) => {
    const carried = carries.filter(
      ({ classes: [only, ...more] }) => only !== undefined && more.length === 0 && sign.classes.includes(only),
    );
    return sign.classes.length === 1 || carried.length === 0
      ? [sign]
      : carried.map(({ classes }) => ({
          ...sign,
          classes,
          certainty: 'LIKELY' as const,
          reason: `${sign.reason}, and the flow carries it`,
        }));
  });

const addDrops = (facts: EngineFacts, { key, scope, name }: At, scripts: Scripted, sits: Place | undefined): void => {
  const place = sits ?? engine;
  const seen = new Set<string>();
  for (const { script, found } of scripts) {
    for (const signal of found) {
      if (signal.code !== 'script-drop' || seen.has(signal.words)) continue;
      seen.add(signal.words);
      const pointer = `line ${signal.fileLine}`;
      facts.filters.push({
        key: `${key}/drop/${signal.words}`,
        scope,
        name: `${name}: ${signal.words}`,
        pointer,
        at: place,
        nature: 'SCRIPT',
        effect: 'FILTERS',
        classes: signsOfSegments(facts, signal.segments, pointer),
        expression: `Found in script, line ${signal.line} of ${script.place}: ${signal.words}.`,
        certainty: 'LIKELY',
      });
    }
    const copied = copiedSegments(script);
    if (copied.length === 0) continue;
    facts.filters.push({
      key: `${key}/projection/${script.place}`,
      scope,
      name: `${name} copies only some segments`,
      pointer: `line ${script.line}`,
      at: place,
      nature: 'PROJECTION',
      effect: 'FILTERS',
      classes: [],
      expression: `Found in script: it builds a message of its own with ${copied.slice(0, 12).join(', ')}; what it does not copy is gone.`,
      certainty: 'POSSIBLE',
    });
  }
};
