import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { client } from '../../api/client.ts';
import type { ApiResult } from '../../api/failure.ts';
import {
  ChannelsDocument,
  ClaimsDocument,
  DataClassesDocument,
  FlowsDocument,
  RecordSetDocument,
  RestrictionsDocument,
  SystemsDocument,
} from './documents.ts';
import {
  effectName,
  plainCode,
  recordHref,
  recordSetRow,
  restrictionHref,
  standsSo,
  traceHref,
  type ListRow,
  type Standing,
} from './list-rows.ts';

/** What of a kind is listed beside its concept. */
export interface ListQuestion {
  readonly level: string | undefined;
  readonly group: string | undefined;
  readonly standing: Standing | undefined;
}

/** One kind of list: what it is called, its columns with the width of each, and how its rows are fetched. */
export interface ListKind {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly columns: readonly (readonly [title: string, width: string])[];
  readonly fetch: (
    question: ListQuestion,
    kindNames: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ) => Promise<ApiResult<readonly ListRow[]>>;
}

interface Paged<N> {
  readonly page: {
    readonly nodes: readonly N[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  };
}

interface PageVariables {
  readonly liveOn?: string | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** All live things of a kind, page by page; the first failure ends it. Live today (UTC), as the counts on the home page. */
const fetchLive = async <N>(
  document: TypedDocumentNode<Paged<N>, PageVariables>,
  toRow: (node: N) => ListRow,
  signal: AbortSignal,
): Promise<ApiResult<readonly ListRow[]>> => {
  const liveOn = new Date().toISOString().slice(0, 10);
  const rows: ListRow[] = [];
  for (let after: string | null = null; ;) {
    const result: ApiResult<Paged<N>> = await client(document, { liveOn, first: 500, after }, { signal });
    if (!result.ok) return result;
    const { nodes, pageInfo }: Paged<N>['page'] = result.value.page;
    rows.push(...nodes.map(toRow));
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null) return { ok: true, value: rows };
  }
};

const day = (instant: string): string => instant.slice(0, 10);
const named = (things: readonly { readonly name: string }[]): string => things.map(({ name }) => name).join(', ');

/** The kinds of lists by the name that the address has for each. */
export const listKinds = {
  SYSTEM: {
    title: 'Systems',
    one: 'system',
    many: 'systems',
    columns: [
      ['Name', 'minmax(220px, 2fr)'],
      ['Kind', 'minmax(150px, 1.4fr)'],
      ['Vendor and product', 'minmax(150px, 1.4fr)'],
      ['Custodian', 'minmax(130px, 1fr)'],
      ['Lifecycle', '110px'],
      ['Known', '110px'],
      ['Last written', '110px'],
    ],
    fetch: (_question, kindNames, signal) =>
      fetchLive(
        SystemsDocument,
        ({ id, name, kind, vendor, product, custodian, lifecycle, grade, updatedAt }) => ({
          id,
          cells: [
            name,
            kindNames.get(kind) ?? kind,
            [vendor, product].filter(Boolean).join(' '),
            custodian ?? '',
            plainCode(lifecycle),
            plainCode(grade),
            day(updatedAt),
          ],
          links: [{ href: recordHref('SYSTEM', id), words: 'Record' }],
        }),
        signal,
      ),
  },
  ACCESS_CHANNEL: {
    title: 'Access channels',
    one: 'access channel',
    many: 'access channels',
    columns: [
      ['Name', 'minmax(220px, 2fr)'],
      ['Kind', 'minmax(170px, 1.4fr)'],
      ['Served by', 'minmax(150px, 1.2fr)'],
      ['For', 'minmax(150px, 1.4fr)'],
      ['Known', '110px'],
      ['Last written', '110px'],
    ],
    fetch: (_question, kindNames, signal) =>
      fetchLive(
        ChannelsDocument,
        ({ id, name, kind, system, audiences, grade, updatedAt }) => ({
          id,
          cells: [
            name,
            kindNames.get(kind) ?? kind,
            system.name,
            named(audiences) || 'nobody recorded',
            plainCode(grade),
            day(updatedAt),
          ],
          links: [{ href: recordHref('ACCESS_CHANNEL', id), words: 'Record' }],
        }),
        signal,
      ),
  },
  FLOW: {
    title: 'Flows',
    one: 'flow',
    many: 'flows',
    columns: [
      ['Name', 'minmax(220px, 2fr)'],
      ['From', 'minmax(150px, 1.2fr)'],
      ['To', 'minmax(150px, 1.2fr)'],
      ['Protocol', 'minmax(120px, 1fr)'],
      ['At the engine', 'minmax(110px, 0.8fr)'],
      ['Known', '110px'],
      ['Last written', '110px'],
    ],
    fetch: (_question, _kindNames, signal) =>
      fetchLive(
        FlowsDocument,
        ({ id, name, from, to, protocol, engineRef, grade, updatedAt }) => ({
          id,
          cells: [name, from.name, to.name, protocol ?? '', engineRef ?? '', plainCode(grade), day(updatedAt)],
          links: [{ href: recordHref('FLOW', id), words: 'Record' }],
        }),
        signal,
      ),
  },
  DATA_CLASS: {
    title: 'Data classes and elements',
    one: 'data class or element',
    many: 'data classes and elements',
    columns: [
      ['Name', 'minmax(240px, 2fr)'],
      ['Level', '100px'],
      ['Part of', 'minmax(150px, 1.2fr)'],
      ['Record set', '120px'],
      ['Branch', '90px'],
      ['USCDI', '80px'],
      ['Last written', '110px'],
    ],
    fetch: async ({ level }, _kindNames, signal) => {
      const all = await fetchLive(
        DataClassesDocument,
        ({ id, name, level: own, partOf, drsStatus, drsBranch, uscdi, updatedAt }) => ({
          id,
          cells: [
            name,
            plainCode(own),
            partOf?.name ?? '',
            plainCode(drsStatus),
            drsBranch ?? '',
            uscdi ?? '',
            day(updatedAt),
          ],
          links: [
            { href: traceHref(id), words: 'Trace' },
            { href: recordHref('DATA_CLASS', id), words: 'Record' },
          ],
        }),
        signal,
      );
      if (!all.ok || level === undefined) return all;
      return { ok: true, value: all.value.filter(({ cells }) => cells[1] === plainCode(level)) };
    },
  },
  RESTRICTION: {
    title: 'Restrictions',
    one: 'restriction',
    many: 'restrictions',
    columns: [
      ['Name', 'minmax(260px, 2fr)'],
      ['What it does', 'minmax(140px, 1fr)'],
      ['Said to rest on', 'minmax(120px, 1fr)'],
      ['By', '110px'],
      ['Since', '110px'],
      ['Known', '110px'],
      ['Last written', '110px'],
    ],
    fetch: (_question, _kindNames, signal) =>
      fetchLive(
        RestrictionsDocument,
        ({ id, name, effect, basis, automated, startedOn, grade, updatedAt }) => ({
          id,
          cells: [
            name,
            effectName(effect),
            plainCode(basis),
            automated ? 'a machine' : 'a person',
            startedOn ?? '',
            plainCode(grade),
            day(updatedAt),
          ],
          links: [
            { href: restrictionHref(id), words: 'Open' },
            { href: recordHref('RESTRICTION', id), words: 'Record' },
          ],
        }),
        signal,
      ),
  },
  BASIS_CLAIM: {
    title: 'Basis claims',
    one: 'basis claim',
    many: 'basis claims',
    columns: [
      ['Name', 'minmax(220px, 2fr)'],
      ['On', 'minmax(200px, 1.6fr)'],
      ['Exception or law', 'minmax(150px, 1.2fr)'],
      ['Status', '110px'],
      ['Review by', '110px'],
      ['Last written', '110px'],
    ],
    fetch: (_question, _kindNames, signal) =>
      fetchLive(
        ClaimsDocument,
        ({ id, name, restriction, exception, lawCitation, status, reviewBy, updatedAt }) => ({
          id,
          cells: [
            name,
            restriction.name,
            [exception, lawCitation].filter(Boolean).join(', '),
            plainCode(status),
            reviewBy ?? '',
            day(updatedAt),
          ],
          links: [{ href: restrictionHref(restriction.id), words: 'Open' }],
        }),
        signal,
      ),
  },
  RECORD_SET: {
    title: 'The designated record set',
    one: 'class of the catalogues',
    many: 'classes of the catalogues',
    columns: [
      ['Class of the catalogue', 'minmax(260px, 2fr)'],
      ['Part of the set', '130px'],
      ['In the inventory as', 'minmax(180px, 1.6fr)'],
      ['Origin', '80px'],
      ['Released', '90px'],
      ['Decided', '100px'],
      ['Entry', '130px'],
    ],
    fetch: async ({ group, standing }, _kindNames, signal) => {
      const result = await client(RecordSetDocument, { asOf: null }, { signal });
      if (!result.ok) return result;
      const lines = result.value.recordSet.lines
        .filter((line) => group === undefined || line.groups.includes(group))
        .filter((line) => standsSo(line, standing));
      return { ok: true, value: lines.map(recordSetRow) };
    },
  },
} as const satisfies Readonly<Record<string, ListKind>>;

export type ListConcept = keyof typeof listKinds;
