import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { client } from '../../api/client.ts';
import type { ApiResult } from '../../api/failure.ts';
import type { ReconciliationFilter } from '../../gql/graphql.ts';

/** The largest page the API gives. */
const pageSize = 500;

interface Variables {
  readonly filter?: ReconciliationFilter | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

interface Paged<N> {
  readonly reconciliation: {
    readonly nodes: readonly N[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  };
}

/** All that fits a filter, page by page, at most `most`. The first failure ends it. Rejects only when `signal` gives it up. */
export const fetchPages = async <N>(
  document: TypedDocumentNode<Paged<N>, Variables>,
  filter: ReconciliationFilter,
  signal: AbortSignal,
  most = Number.POSITIVE_INFINITY,
): Promise<ApiResult<readonly N[]>> => {
  const found: N[] = [];
  for (let after: string | null = null; ;) {
    const variables: Variables = { filter, first: Math.min(pageSize, most - found.length), after };
    const result: ApiResult<Paged<N>> = await client(document, variables, { signal });
    if (!result.ok) return result;
    const { nodes, pageInfo } = result.value.reconciliation;
    found.push(...nodes);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null || found.length >= most) return { ok: true, value: found };
  }
};
