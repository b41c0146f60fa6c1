/** One organisation at one address, as a row of a list has it. `url` is as written; `place` is for people. */
export interface ListRow {
  readonly url: string | undefined;
  readonly organization: string | undefined;
  /** Names a row beyond doubt beside its organisation: a national provider identifier, a postal code. */
  readonly also: string;
  readonly place: string;
  readonly standards: readonly string[];
}

/** A developer and the page on which it publishes its own list. */
export interface PublisherRow {
  readonly developer: string;
  readonly url: string | undefined;
  readonly place: string;
}

/** What any of the forms of a list comes to. `source` is the address the list says it was fetched from. */
export interface EndpointList {
  readonly form: 'Lantern list' | 'FHIR Bundle' | 'list of developers';
  readonly rows: readonly ListRow[];
  readonly publishers: readonly PublisherRow[];
  /** Endpoints that are not in use, or no FHIR API, by what they are. */
  readonly left: ReadonlyMap<string, { readonly count: number; readonly place: string }>;
  /** Organisations that no endpoint belongs to. */
  readonly alone: readonly string[];
  readonly isWhole: boolean;
  readonly source?: string;
  readonly date?: string;
  readonly warnings: readonly string[];
}

/** Returns a list without anything in it, to be spread. */
export const emptyList = {
  rows: [],
  publishers: [],
  left: new Map<string, { readonly count: number; readonly place: string }>(),
  alone: [],
  isWhole: true,
  warnings: [],
} as const satisfies Partial<EndpointList>;
