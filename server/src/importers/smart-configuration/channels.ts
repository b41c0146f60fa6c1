import type { ChannelFact, ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import type { SmartConfiguration } from './configuration.ts';
import { scopeContexts, type ResourceScope, type ScopeContext } from './parse-scope.ts';
import { readableTypes, type ReadableType, type ScopeClasses } from './scope-classes.ts';

/** What one context can ask for. `isAny`: a wildcard lets it read every type, whatever those are. */
export interface ContextScopes {
  readonly context: ScopeContext;
  readonly readable: readonly ReadableType[];
  readonly isAny: boolean;
  readonly writable: readonly string[];
  readonly wildcards: readonly string[];
}

/** How each context is told to people, the kind of its channel and the standards its scopes prove. */
export const contextWords = {
  patient: { who: 'patient apps', kind: 'CH-G10-PAT', standard: 'SMART App Launch' },
  user: { who: 'staff apps', kind: 'CH-APP-PROV', standard: 'SMART App Launch' },
  system: { who: 'backend services', kind: 'CH-G10-SYS', standard: 'SMART Backend Services' },
} as const satisfies Readonly<Record<ScopeContext, { who: string; kind: string; standard: string }>>;

/** Returns the contexts for which the list has scopes, patients first. Pure. */
export const contextsOf = (scopes: readonly ResourceScope[]): readonly ContextScopes[] =>
  scopeContexts.flatMap((context) => {
    const own = scopes.filter((scope) => scope.context === context);
    if (own.length === 0) return [];
    const wildcards = own.filter(({ type }) => type === '*');
    return [
      {
        context,
        readable: readableTypes(own),
        isAny: wildcards.some(({ canRead }) => canRead),
        writable: [...new Set(own.filter(({ canWrite }) => canWrite).map(({ type }) => type))].toSorted(),
        wildcards: wildcards.map(({ label }) => label).toSorted(),
      },
    ];
  });

/** What a channel is made with. */
export interface ChannelInput {
  readonly configuration: SmartConfiguration;
  readonly system: string;
  readonly systemName: string;
  readonly addresses: readonly string[];
  readonly vocabulary: ClassVocabulary;
}

/** Returns the channel of a context with what it releases. It never claims to be complete: a server may allow scopes that it does not list (HL7 SMART App Launch 2.2, "scopes_supported"). Pure. */
export const channelOf = (
  context: ScopeContext,
  releases: readonly ClassSign[],
  { configuration, system, systemName, addresses, vocabulary }: ChannelInput,
): ChannelFact => {
  const { kind, standard } = contextWords[context];
  const entry = vocabulary.channels.find(({ id }) => id === kind);
  const versions = new Set(
    (configuration.scopes ?? []).filter((each) => each.context === context).map((each) => each.version),
  );
  return {
    key: context,
    scope: configuration.scopes === undefined ? 'capabilities' : 'scopes',
    name: `${systemName}: ${entry?.name ?? kind}`,
    pointer: configuration.scopes === undefined ? '$.capabilities' : '$.scopes_supported',
    system,
    kind,
    standards: [standard, ...[...versions].toSorted().map((version) => `SMART scopes ${version}`)],
    identifiers: addresses,
    audiences: audiencesOf(context, configuration, entry?.audiences ?? []),
    releases: releases.toSorted((a, b) => a.certainty.localeCompare(b.certainty)),
    isComplete: false,
    certainty: 'LIKELY',
  };
};

const audiencesOf = (
  context: ScopeContext,
  { persona }: SmartConfiguration,
  ofCatalogue: readonly string[],
): readonly string[] => {
  if (context === 'user') return ofCatalogue;
  // A "patient" scope means the data of one patient. Where the sign-in is for providers, no patient is shown to use it.
  return context === 'patient' && persona !== 'provider' ? ['PATIENT'] : [];
};

/** Returns the signs of everything a context can ask for by name. Pure. */
export const releasesOf = ({ context, readable }: ContextScopes, classes: ScopeClasses): readonly ClassSign[] =>
  readable.flatMap((each) => classes.signsOf(each, contextWords[context].who));
