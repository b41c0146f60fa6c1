import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ApiContext } from './context.ts';

/** What is told of a failure nobody expected: never its own words, which may hold what they should not. */
export const maskedMessage =
  'Something went wrong inside the server. Quote the request id to whoever runs it; the log has the cause.';

/** Returns what a client is told of an error: coded errors as they are, anything else replaced. */
export const maskError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  if (isCoded(error, formatted.extensions?.['code'])) {
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  return {
    message: maskedMessage,
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
  };
};

/** Gets the cause of a failure that the client is not told, with the id of its request. */
export type ReportFailure = (requestId: string, cause: unknown) => void;

/** Returns the plugin that reports what is masked. */
export const createFailureReport = (report: ReportFailure): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) {
        if (!isCoded(error, error.extensions['code'])) report(contextValue.requestId, unwrapResolverError(error));
      }
    },
  }),
  unexpectedErrorProcessingRequest: async ({ requestContext, error }) =>
    report(requestContext.contextValue.requestId, error),
});

const isCoded = (error: unknown, code: unknown): boolean =>
  code !== 'INTERNAL_SERVER_ERROR' && unwrapResolverError(error) instanceof GraphQLError;
