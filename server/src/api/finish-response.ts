import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from './context.ts';

/**
 * Returns the plugin that finishes every answer. Each error carries the id of the request, to be found in the log. When
 * the store was away for any part of the answer, no part is given: half an answer could be read as a whole one.
 */
export const createFinishResponse = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      if (singleResult.errors === undefined) return;
      const errors = singleResult.errors.map((error) => ({
        ...error,
        extensions: { ...error.extensions, requestId: contextValue.requestId } as Record<string, unknown>,
      }));
      const away = errors.filter(({ extensions }) => extensions['code'] === 'STORE_UNAVAILABLE');
      if (away.length === 0) {
        response.body = { kind: 'single', singleResult: { ...singleResult, errors } };
        return;
      }
      response.http.status = 503;
      response.http.headers.set('retry-after', '1');
      response.body = { kind: 'single', singleResult: { errors: away.slice(0, 1) } };
    },
  }),
});
