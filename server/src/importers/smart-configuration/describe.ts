import type { ArtefactFacts } from '../facts/facts.ts';
import { cleanText } from '../json-value.ts';
import { contextWords, type ContextScopes } from './channels.ts';
import type { SmartConfiguration } from './configuration.ts';
import { capabilitiesOf } from './notes.ts';
import type { ScopeContext } from './parse-scope.ts';

/** Returns what a person should know about a configuration before its facts are used. Pure. */
export const warningsOf = (
  configuration: SmartConfiguration,
  contexts: readonly ContextScopes[],
  origin: string,
  file: string,
): readonly string[] => {
  const { scopes, persona, identity, capabilities = [] } = configuration;
  const has = (context: ScopeContext): boolean => contexts.some((each) => each.context === context);
  const isSystemOnly = has('system') && !has('patient') && !has('user');
  const claims = capabilities.filter((each) => each === 'permission-patient' || each === 'permission-user');
  const hasAnyForPatients = contexts.some(({ context, isAny }) => context === 'patient' && isAny);
  return [
    ...(scopes === undefined
      ? [
          'The configuration has no list of scopes: it does not say which types apps can ask for, and what is missing says nothing. Import the capability statement of the server too.',
        ]
      : []),
    ...(scopes !== undefined && contexts.length === 0
      ? ['No scope in the list names records (patient/, user/ or system/): it does not say what apps can read.']
      : []),
    ...(isSystemOnly
      ? [
          `Backend services only: every scope that names records is for programs, none is for patients or staff.${claims.length === 0 ? '' : ` Yet the configuration claims ${claims.join(' and ')}: ask who runs the server.`}`,
        ]
      : []),
    ...(persona === 'provider' && has('patient')
      ? [
          'The sign-in address is for providers: scopes of the form patient/… may be for staff apps that look at one patient. No audience is claimed for them; import the configuration of the sign-in for patients too.',
        ]
      : []),
    ...(hasAnyForPatients
      ? ['Patient apps can ask for every type by a wildcard: no difference to staff apps can be seen here.']
      : []),
    ...(!hasAnyForPatients &&
    scopes !== undefined &&
    contexts.some(({ context, isAny }) => context !== 'patient' && isAny)
      ? ['Staff apps or programs can ask for every type by a wildcard: which types patients lack cannot be listed.']
      : []),
    ...(identity === undefined
      ? [
          `"${cleanText(file) ?? 'The file'}" names no address: it is kept as "${origin}". Say at which address it was fetched (origin).`,
        ]
      : []),
  ];
};

/** Returns what a configuration says of itself, for people. Pure. */
export const describe = (
  configuration: SmartConfiguration,
  contexts: readonly ContextScopes[],
): ArtefactFacts['describes'] => {
  const { identity, scopes, otherScopes, hostByEndpoint, lists } = configuration;
  const versions = [...new Set((scopes ?? []).map(({ version }) => version))].toSorted();
  return {
    ...(identity === undefined ? {} : { knownBy: identity }),
    ...(hostByEndpoint['authorization_endpoint'] === undefined
      ? {}
      : { signInAt: hostByEndpoint['authorization_endpoint'] }),
    ...(hostByEndpoint['token_endpoint'] === undefined ? {} : { tokensFrom: hostByEndpoint['token_endpoint'] }),
    ...(configuration.persona === undefined ? {} : { signInFor: configuration.persona }),
    hasScopes: scopes !== undefined,
    ...(scopes === undefined ? {} : { scopesOnRecords: scopes.length, otherScopes }),
    ...(versions.length === 0 ? {} : { scopeVersions: versions.join(', ') }),
    ...Object.fromEntries(
      contexts.map(({ context, readable, isAny }) => [
        `${contextWords[context].who.replace(/ (.)/, (_all, letter: string) => letter.toUpperCase())}CanRead`,
        isAny ? 'every type' : readable.length,
      ]),
    ),
    ...Object.fromEntries(
      ['permission', 'launch', 'context', 'client'].flatMap((family) => {
        const own = capabilitiesOf(configuration, family);
        return own.length === 0 ? [] : [[family, own.join(', ').slice(0, 300)]];
      }),
    ),
    ...lists,
  };
};
