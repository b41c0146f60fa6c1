import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { ViewRefused, ViewRequest } from '../app/views.ts';
import type { Result } from '../domain/result.ts';
import type { ApiContext, ApiServices } from './context.ts';
import { toGraphQLError } from './errors.ts';

/** The services on a view of the inventory: what a request in that view is answered with. */
export type ViewServices = (view: ViewRequest) => Promise<Result<ApiServices, ViewRefused>>;

/** Returns the plugin that lets nothing be written in a view. Code: VIEW_IS_READ_ONLY. */
export const createViewGuard = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (contextValue.view !== undefined && operation?.operation === OperationTypeNode.MUTATION)
        throw toGraphQLError({ type: 'ViewIsReadOnly' });
    },
  }),
});

/** The answer to a request for a view that cannot be opened. */
export const viewRefused = (
  error: ViewRefused,
  requestId: string,
): { readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly body: string } => {
  const { message, extensions } = toGraphQLError(error);
  const { http: _, ...coded } = extensions;
  const isAway = error.type === 'StoreUnavailable';
  return {
    status: isAway ? 503 : 404,
    headers: new Map([
      ['content-type', 'application/json; charset=utf-8'],
      ...(isAway ? [['retry-after', '1'] as const] : []),
    ]),
    body: JSON.stringify({ errors: [{ message, extensions: { ...coded, requestId } }] }),
  };
};
