import { err, ok } from '../../domain/result.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts } from '../facts/facts.ts';
import type { Importer, Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import { channelOf, contextsOf, releasesOf } from './channels.ts';
import { readConfiguration, type SmartConfiguration } from './configuration.ts';
import { describe, warningsOf } from './describe.ts';
import { gapsOf } from './gaps.ts';
import { cannotTellOf, notesOf } from './notes.ts';
import type { ScopeContext } from './parse-scope.ts';
import { isSmartConfiguration, recogniseSmartConfiguration } from './recognise.ts';
import { createScopeClasses } from './scope-classes.ts';

const kind = 'smart-configuration';

/** Reads what a FHIR server publishes at `/.well-known/smart-configuration`: who can ask it for which types of record. */
export const smartConfigurationImporter: Importer = {
  kind,
  title: 'SMART configuration of a FHIR server (.well-known/smart-configuration)',
  recognise: recogniseSmartConfiguration,
  read: async (artefact, reading) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    if (!isSmartConfiguration(json.value))
      return err(
        refused(
          artefact,
          'NOT_SUPPORTED',
          'the file lists neither capabilities of SMART App Launch nor scopes that name records',
          'fetch it from the base address of the FHIR server followed by /.well-known/smart-configuration',
        ),
      );
    return ok(factsOf(readConfiguration(json.value), artefact, reading));
  },
};

const factsOf = (
  configuration: SmartConfiguration,
  { name }: Artefact,
  { vocabulary, options }: Reading,
): ArtefactFacts => {
  const { identity, host, scopes, capabilities } = configuration;
  const said = cleanText(options.origin);
  const base = cleanAddress(said)?.address;
  const isAddress = hostOf(base) !== undefined;
  const origin = (isAddress ? base : said) ?? identity ?? cleanText(options.systemName) ?? 'a server without a name';
  const systemName = cleanText(options.systemName) ?? host ?? 'FHIR server';
  const addresses = isAddress && base !== undefined ? [base] : [];
  const system = 'server';
  const classes = createScopeClasses(vocabulary);
  const contexts = contextsOf(scopes ?? []);
  const channels = scopes === undefined ? statedByCapability(configuration) : contexts.map(({ context }) => context);
  const hasPatients = channels.includes('patient');
  const gaps =
    scopes === undefined
      ? { filters: [], typesWithoutClass: [] }
      : gapsOf(contexts, classes, hasPatients ? { kind: 'CHANNEL', key: 'patient' } : { kind: 'SYSTEM', key: system });
  const input = { configuration, system, systemName, addresses, vocabulary };
  return {
    ...noFacts,
    kind,
    title: `SMART configuration of ${systemName}, ${scopes === undefined ? 'without a list of scopes' : `${scopes.length + configuration.otherScopes} scopes`}`,
    grade: 'ADVERTISED',
    origin,
    describes: describe(configuration, contexts),
    covers: [...(scopes === undefined ? [] : ['scopes']), ...(capabilities === undefined ? [] : ['capabilities'])],
    systems: [
      {
        key: system,
        scope: 'server',
        name: systemName,
        pointer: '$',
        isSelf: true,
        isUnresolved: false,
        ...(vocabulary.systemKinds.some(({ id }) => id === 'SYS-FHIR') ? { kind: 'SYS-FHIR' } : {}),
        identifiers: [...new Set([...addresses, ...(identity === undefined ? [] : [identity])])],
        certainty: identity === undefined ? 'LIKELY' : 'CERTAIN',
      },
    ],
    channels: channels.map((context) => {
      const own = contexts.find((each) => each.context === context);
      return channelOf(context, own === undefined ? [] : releasesOf(own, classes), input);
    }),
    filters: gaps.filters,
    notes: notesOf({ configuration, system, contexts, classes, typesWithoutClass: gaps.typesWithoutClass }),
    cannotTell: [
      ...cannotTellOf(contexts, classes),
      ...(isAddress
        ? []
        : [
            {
              subject: 'The address of the FHIR server',
              reason:
                'a SMART configuration names only who signs apps in; say at which address it was fetched (origin)',
              candidates: [],
            },
          ]),
    ],
    warnings: [...configuration.warnings, ...warningsOf(configuration, contexts, origin, name)],
  };
};

/** Without a list of scopes, a permission is what shows that a context is served. */
const statedByCapability = ({ capabilities = [] }: SmartConfiguration): readonly ScopeContext[] => [
  ...(capabilities.some((each) => each === 'permission-patient' || each === 'context-standalone-patient')
    ? (['patient'] as const)
    : []),
  ...(capabilities.includes('permission-user') ? (['user'] as const) : []),
];
