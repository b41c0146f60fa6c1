/** The FHIR release a statement is written for; `OTHER` is read by the rules of R4, with a warning. */
export type FhirRelease = 'DSTU2' | 'STU3' | 'R4' | 'R4B' | 'OTHER';

/** What a statement describes: a running server, a product, or what some specification wants. */
export type StatementNature = 'INSTANCE' | 'CAPABILITY' | 'REQUIREMENTS';

/** How strongly a requirement is put; absent in most statements. */
export type Expectation = 'SHALL' | 'SHOULD' | 'MAY' | 'SHOULD-NOT';

/** Something a server does, e.g. `search-type`. `prohibited`: the statement takes it back. */
export interface InteractionFact {
  readonly code: string;
  readonly expectation?: Expectation;
  readonly prohibited: boolean;
}

export interface SearchParamFact {
  readonly name: string;
  readonly definition?: string;
  readonly expectation?: Expectation;
}

/** An operation, its name without the dollar sign. */
export interface OperationFact {
  readonly name: string;
  readonly pointer: string;
  readonly definition?: string;
}

/** One resource type of one side, all its entries merged. `type` is the R4 name, `statedTypes` the names in the file. */
export interface ResourceFact {
  readonly type: string;
  readonly statedTypes: readonly string[];
  readonly pointers: readonly string[];
  readonly expectation?: Expectation;
  readonly interactions: readonly InteractionFact[];
  /** Canonicals of real profiles, without version. Placeholders and web pages are left out. */
  readonly profiles: readonly string[];
  readonly searchParams: readonly SearchParamFact[];
  readonly operations: readonly OperationFact[];
}

/** What a statement says about access. Addresses are cleaned; no certificate and no description is kept. */
export interface SecurityFact {
  readonly services: readonly string[];
  readonly oauthAddresses: Readonly<Record<string, string>>;
  readonly smartCapabilities: readonly string[];
  readonly pointer: string;
}

/** Everything `rest` says for one mode, types in the order of the file. */
export interface SideFact {
  readonly mode: 'server' | 'client';
  readonly pointers: readonly string[];
  readonly resources: readonly ResourceFact[];
  readonly systemInteractions: readonly string[];
  readonly operations: readonly OperationFact[];
  readonly security: readonly SecurityFact[];
}

/** Another way in or out the statement mentions: messages or documents. */
export interface OtherExchangeFact {
  readonly kind: 'messaging' | 'document';
  readonly pointer: string;
  readonly detail: string;
}

/** What a statement says about whose it is. Everything is optional, and `baseUrl` never comes from a specification. */
export interface IdentityFact {
  readonly vendor?: string;
  readonly software?: string;
  readonly version?: string;
  readonly name?: string;
  readonly implementation?: string;
  readonly baseUrl?: string;
  readonly baseUrlPointer?: string;
}

/** A statement as facts. Nothing of narrative or documentation is in it. */
export interface CapabilityFacts {
  readonly release: FhirRelease;
  readonly fhirVersion?: string;
  readonly nature: StatementNature;
  readonly date?: string;
  readonly identity: IdentityFact;
  readonly guides: readonly string[];
  readonly sides: readonly SideFact[];
  readonly others: readonly OtherExchangeFact[];
  /** The list of types stops in the middle of the alphabet: what is missing is not known to be absent. */
  readonly truncated: boolean;
  /** The statement lists what the software could do with any type: it says nothing about what the database holds. */
  readonly platformDefault: boolean;
  readonly warnings: readonly string[];
}
