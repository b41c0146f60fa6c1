import { at, child, childrenOf, textAt, type XmlElement } from '../xml/read-xml.ts';
import type { EngineChannel, EngineConnector, EngineScript } from './model.ts';
import { parseRules } from './parse-rules.ts';

/** Returns a channel of any version from 2.x to 4.x, `undefined` for a reference, which has no source connector. Pure. */
export const parseChannel = (element: XmlElement): EngineChannel | undefined => {
  const source = child(element, 'sourceConnector');
  if (source === undefined) return undefined;
  const metadata = at(element, 'exportData', 'metadata');
  const isEnabled = flag(textAt(metadata, 'enabled') ?? textAt(element, 'enabled'));
  const changed = instantOf(textAt(metadata, 'lastModified', 'time') ?? textAt(element, 'lastModified', 'time'));
  const name = textAt(element, 'name') ?? 'unnamed channel';
  const old = new Map(
    childrenOf(child(element, 'properties'), 'property').map((each) => [
      each.attributes['name'] ?? '',
      each.text.trim(),
    ]),
  );
  const storage =
    textAt(element, 'properties', 'messageStorageMode') ??
    (old.get('store_messages') === 'true' ? 'all messages are stored' : (old.get('store_messages') ?? ''));
  return {
    id: textAt(element, 'id') ?? name,
    name,
    description: textAt(element, 'description') ?? '',
    version: element.attributes['version'] ?? textAt(element, 'version') ?? '',
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...(changed === undefined ? {} : { changed }),
    source: parseConnector(source, '0'),
    destinations: childrenOf(child(element, 'destinationConnectors'), 'connector').map((each, index) =>
      parseConnector(each, String(index + 1)),
    ),
    scripts: channelScripts.flatMap((tag) => scriptOf(child(element, tag), tag)),
    storage,
    line: element.line,
  };
};

const channelScripts = [
  'preprocessingScript',
  'postprocessingScript',
  'deployScript',
  'undeployScript',
  'shutdownScript',
];

const parseConnector = (element: XmlElement, position: string): EngineConnector => {
  const properties = child(element, 'properties');
  const settings = settingsOf(properties);
  const isEnabled = flag(textAt(element, 'enabled'));
  const transformer = child(element, 'transformer');
  const transport = textAt(element, 'transportName') ?? settings.get('DataType') ?? '';
  const name = textAt(element, 'name') ?? '';
  const own = properties === undefined ? undefined : scriptElement(properties);
  return {
    id: textAt(element, 'metaDataId') ?? position,
    name,
    transport,
    ...(isEnabled === undefined ? {} : { isEnabled }),
    settings,
    rules: parseRules(child(element, 'filter')),
    scripts: [
      ...scriptOf(own, /Writer|Reader/.test(transport) ? transport : 'connector'),
      ...steps(transformer).flatMap((step) =>
        scriptOf(child(step, 'script'), `transformer step "${textAt(step, 'name') ?? ''}"`),
      ),
      ...steps(child(element, 'responseTransformer')).flatMap((step) =>
        scriptOf(child(step, 'script'), 'response transformer'),
      ),
    ],
    dataType: textAt(transformer, 'inboundDataType') ?? textAt(transformer, 'inboundProtocol') ?? '',
    line: element.line,
  };
};

/** 2.x and 3.0 to 3.4 have a list of steps, later versions elements called by their class. */
const steps = (transformer: XmlElement | undefined): readonly XmlElement[] =>
  nested([...childrenOf(child(transformer, 'steps'), 'step'), ...(child(transformer, 'elements')?.children ?? [])]);

/** Steps and rules within an iterator are steps and rules too. */
const nested = (elements: readonly XmlElement[]): readonly XmlElement[] =>
  elements.flatMap((element) => {
    const inner = at(element, 'properties', 'children') ?? child(element, 'children');
    return inner === undefined ? [element] : [element, ...nested(inner.children)];
  });

/** 2.x keeps the script as a property of that name, or as the query of a database writer. */
const scriptElement = (properties: XmlElement): XmlElement | undefined =>
  ['script', 'query', 'select', 'update'].flatMap((name) => {
    const found =
      child(properties, name) ??
      childrenOf(properties, 'property').find(({ attributes }) => attributes['name'] === name);
    return found === undefined || found.text.trim() === '' ? [] : [found];
  })[0];

const scriptOf = (element: XmlElement | undefined, place: string): readonly EngineScript[] =>
  element === undefined || element.text.trim() === '' ? [] : [{ place, text: element.text, line: element.line }];

/** Names of settings that hold what must never be kept, whatever it is. */
const secret =
  /pass(?:word|wd)?$|user(?:name)?$|secret|token|credential|keystore|authori[sz]ation|^key$|template$|^content$/i;

const settingsOf = (properties: XmlElement | undefined): ReadonlyMap<string, string> => {
  const settings = new Map<string, string>();
  const add = (name: string, value: string): void => {
    if (value !== '' && !secret.test(name) && !settings.has(name)) settings.set(name, value.slice(0, 2_000));
  };
  const walk = (element: XmlElement, parent: string, depth: number): void => {
    for (const each of element.children) {
      if (each.name === 'property' && each.attributes['name'] !== undefined)
        add(each.attributes['name'], each.text.trim());
      else if (each.children.length === 0) {
        add(each.name, each.text.trim());
        if (parent !== '') add(`${parent}/${each.name}`, each.text.trim());
      } else if (depth < 6) walk(each, each.name, depth + 1);
    }
  };
  if (properties !== undefined) walk(properties, '', 0);
  return settings;
};

const flag = (text: string | undefined): boolean | undefined =>
  text === 'true' ? true : text === 'false' ? false : undefined;

const instantOf = (milliseconds: string | undefined): string | undefined => {
  const time = Number(milliseconds);
  return milliseconds !== undefined && Number.isFinite(time) && time > 0 && time < 4e12
    ? new Date(time).toISOString()
    : undefined;
};
