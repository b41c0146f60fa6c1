import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { everything, noFacts, type ArtefactFacts, type SystemFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { at, child, readXml, textAt, type XmlElement, type XmlRead } from '../xml/read-xml.ts';
import { addSignals, collectFacts, engineKey, scopeOf } from './collection.ts';
import { addChannel } from './engine-facts.ts';
import type { EngineChannel, EngineScript } from './model.ts';
import { parseChannel } from './parse-channel.ts';

/** Elements whose text is never read: sample messages, and what holds credentials or values of the installation. */
const secretNames = new Set([
  'inboundTemplate',
  'outboundTemplate',
  'password',
  'username',
  'template',
  'content',
  'keystorePassword',
  'storePassword',
  'keyPassword',
]);
const secretParents = new Set(['configurationMap', 'headers', 'parameters']);

/** What a file has beside channels. */
interface Found {
  readonly channels: EngineChannel[];
  readonly references: string[];
  readonly scripts: { readonly name: string; readonly script: EngineScript }[];
}

/** Returns the facts of an export, read as a stream channel by channel. Errors: not XML, or nothing of an engine in it. */
export const readEngine = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const found: Found = { channels: [], references: [], scripts: [] };
  const read = await readXml(artefact, {
    isWanted: (path) => wanted.has(path.at(-1) ?? '') || (path.length === 1 && path[0] === 'map'),
    isSecret: (path) => secretNames.has(path.at(-1) ?? '') || path.some((name) => secretParents.has(name)),
    onElement: (element) => take(element, found),
  });
  if (!read.ok) return read;
  const { channels, scripts, references } = found;
  if (channels.length === 0 && scripts.length === 0 && !roots.has(read.value.root))
    return err(
      refused(
        artefact,
        'NOT_SUPPORTED',
        'there is no channel in it',
        'export a channel, a group, or a backup of the server',
      ),
    );
  const facts = collectFacts(vocabulary, new Map(channels.map(({ id, name }) => [id, name])));
  for (const channel of channels) addChannel(facts, channel);
  for (const { name, script } of scripts)
    addSignals(facts, { script }, { scope: 'templates', key: `template/${name}`, name });
  const isBackup = read.value.root === 'serverConfiguration';
  const known = new Set(channels.map(({ id }) => id));
  const isWhole = isBackup && channels.length > 0 && references.every((id) => known.has(id));
  const version = versionOf(read.value, channels);
  const changed = channels
    .flatMap((channel) => channel.changed ?? [])
    .toSorted()
    .at(-1);
  return ok({
    kind: 'mirth',
    title: titleOf(
      read.value.root === 'list' && channels.length === 0 ? 'codeTemplate' : read.value.root,
      version,
      channels.length,
      scripts.length,
    ),
    grade: 'OBSERVED',
    origin: options.origin ?? 'mirth',
    ...(changed === undefined ? {} : { date: changed }),
    describes: {
      version,
      channels: channels.length,
      switchedOff: channels.filter(({ isEnabled }) => isEnabled === false).length,
      scripts: scripts.length,
      references: references.length,
    },
    ...noFacts,
    // A single channel says nothing of the others; a backup that has every channel it names has them all.
    covers: [...channels.map(scopeOf), ...(isWhole ? [engineKey, 'templates', everything] : [])],
    systems: [engineSystem(version, options.systemName), ...facts.systems.values()],
    flows: facts.flows,
    filters: facts.filters,
    notes: [...facts.notes.values()],
    cannotTell: [...facts.stubs].map((id) => ({
      subject: `channel ${id}`,
      reason: 'others lead to it and it is not in this file',
      candidates: [],
    })),
    warnings: warningsOf(read.value, found),
  });
};

const roots = new Set([
  'channel',
  'list',
  'channelGroup',
  'serverConfiguration',
  'codeTemplateLibrary',
  'codeTemplate',
  'map',
]);
const wanted = new Set(['channel', 'codeTemplate', 'com.mirth.connect.model.CodeTemplate', 'globalScripts']);

const take = (element: XmlElement, found: Found): void => {
  if (element.name === 'channel') {
    const channel = parseChannel(element);
    if (channel === undefined) found.references.push(textAt(element, 'id') ?? '');
    else found.channels.push(channel);
    return;
  }
  if (element.name === 'globalScripts' || element.name === 'map') {
    const entries = element.name === 'map' ? element.children : (child(element, 'map')?.children ?? element.children);
    for (const entry of entries) {
      const [key, value] = entry.children;
      if (key !== undefined && value !== undefined && value.text.trim() !== '')
        found.scripts.push({
          name: `Global script ${key.text.trim()}`,
          script: { place: `global script ${key.text.trim()}`, text: value.text, line: value.line },
        });
    }
    return;
  }
  const code = child(element, 'code') ?? at(element, 'properties', 'code');
  const name = textAt(element, 'name') ?? 'unnamed';
  if (code !== undefined && code.text.trim() !== '')
    found.scripts.push({
      name: `Code template ${name}`,
      script: { place: `code template "${name}"`, text: code.text, line: code.line },
    });
};

const versionOf = (read: XmlRead, channels: readonly EngineChannel[]): string =>
  read.rootAttributes['version'] ?? channels.find(({ version }) => version !== '')?.version ?? '';

const engineSystem = (version: string, name: string | undefined): SystemFact => ({
  key: engineKey,
  scope: engineKey,
  name: name ?? 'Interface engine',
  pointer: 'the file',
  isSelf: true,
  isUnresolved: false,
  kind: 'SYS-IE',
  product: 'Mirth Connect',
  ...(version === '' ? {} : { version }),
  identifiers: [],
  certainty: 'CERTAIN',
});

const names: Readonly<Record<string, string>> = {
  channel: 'channel',
  list: 'list of channels',
  channelGroup: 'channel group',
  serverConfiguration: 'server backup',
  codeTemplateLibrary: 'code template library',
  codeTemplate: 'code template',
  map: 'global scripts',
};

const titleOf = (root: string, version: string, channels: number, scripts: number): string =>
  [
    `Mirth Connect${version === '' ? '' : ` ${version}`} ${names[root] ?? 'export'}`,
    `${channels} ${channels === 1 ? 'channel' : 'channels'}`,
    ...(scripts > 0 ? [`${scripts} shared ${scripts === 1 ? 'script' : 'scripts'}`] : []),
  ].join(', ');

const warningsOf = (read: XmlRead, { channels, references }: Found): readonly string[] => [
  ...(read.repaired
    ? [
        'The file has references to control characters, which strict XML forbids and the engine accepts; they were read.',
      ]
    : []),
  ...(read.cut > 0
    ? [`${read.cut} texts are longer than 8 MiB and were cut; what stands behind was not looked at.`]
    : []),
  ...(channels.some(({ isEnabled }) => isEnabled === undefined)
    ? ['The file does not tell for every channel whether it runs: export it with its metadata.']
    : []),
  ...(references.length > 0 && channels.length === 0
    ? [`It names ${references.length} channels and has none of them: export the channels themselves.`]
    : []),
];
