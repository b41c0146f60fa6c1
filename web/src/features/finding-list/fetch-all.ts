import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { client } from '../../api/client.ts';
import type { ApiResult } from '../../api/failure.ts';

/** The largest page the API gives. */
const largest = 500;

interface Paged<N> {
  readonly findings: {
    readonly nodes: readonly N[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  };
}

/** All findings that fit a question, page by page, and one page more than `most` at the end. The first failure ends it. */
export const fetchAll = async <N, V extends { readonly first: number; readonly after?: string | null | undefined }>(
  document: TypedDocumentNode<Paged<N>, V>,
  question: Omit<V, 'first' | 'after'>,
  most = Number.POSITIVE_INFINITY,
  first = largest,
): Promise<ApiResult<readonly N[]>> => {
  const found: N[] = [];
  const { signal } = new AbortController();
  for (let after: string | null = null; ;) {
    const variables = { ...question, first, after } as unknown as V;
    const result: ApiResult<Paged<N>> = await client(document, variables, { signal });
    if (!result.ok) return result;
    const { nodes, pageInfo } = result.value.findings;
    found.push(...nodes);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null || found.length > most) return { ok: true, value: found };
  }
};
