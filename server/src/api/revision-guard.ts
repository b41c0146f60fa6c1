import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { ApiContext } from './context.ts';
import { toGraphQLError } from './errors.ts';

/** The header by which the newest revision that is known goes to the client, and comes back with its next request. */
export const revisionHeader = 'x-ehi-revision';

/**
 * Returns the plugin that keeps a client from being answered from before what it was told of, and tells it what is known now. A change is
 * let through only where the database itself has that revision now: what a client saw before a restore says nothing about what is there.
 * Codes: REVISION_AHEAD, STORE_UNAVAILABLE.
 */
export const createRevisionGuard = (): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (operation === undefined) return;
      if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw subscribeElsewhere();
      const { services, seenRevision } = contextValue;
      if (seenRevision === undefined) return;
      if (operation.operation === OperationTypeNode.MUTATION) {
        const read = await services.revision.read();
        if (!read.ok) throw toGraphQLError(read.error);
      }
      const reached = await services.revision.reach(seenRevision);
      if (!reached.ok) throw toGraphQLError(reached.error);
    },
    willSendResponse: async ({ response, contextValue }) => {
      const { services, reads, seenRevision, requestId } = contextValue;
      const isAnswered = response.body.kind === 'single' && response.body.singleResult.errors === undefined;
      // What was not read from a snapshot may be newer than the last look at the revision. A store that is away is not asked again.
      if (isAnswered && !reads.hasSnapshot()) await services.revision.read();
      const seen = services.revision.seen();
      response.http.headers.set(revisionHeader, String(seen));
      if (!isAnswered || seenRevision === undefined || seenRevision <= seen) return;
      // The database went back while this was answered.
      const { message, extensions } = toGraphQLError({ type: 'RevisionAhead', asked: seenRevision, actual: seen });
      const { http: _, ...coded } = extensions;
      response.http.status = 409;
      response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { ...coded, requestId } }] } };
    },
  }),
});

const subscribeElsewhere = (): GraphQLError =>
  new GraphQLError('Subscribe over WebSocket at /graphql, by the protocol graphql-transport-ws.', {
    extensions: { code: 'BAD_REQUEST', retryable: false, http: { status: 400 } },
  });
