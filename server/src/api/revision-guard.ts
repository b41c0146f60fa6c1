import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Revision } from '../domain/model/entity.ts';
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
      const { services, reads, seenRevision } = contextValue;
      // What was not read from a snapshot may be newer than the last look at the revision.
      if (!reads.hasSnapshot()) await services.revision.read();
      const seen = services.revision.seen();
      response.http.headers.set(revisionHeader, String(seen));
      if (seenRevision === undefined || seenRevision <= seen || response.body.kind !== 'single') return;
      if (response.body.singleResult.errors !== undefined) return;
      // The database went back while this was answered.
      response.http.status = 409;
      response.body = { kind: 'single', singleResult: { errors: [aheadError(seenRevision, seen)] } };
    },
  }),
});

const aheadError = (asked: Revision, actual: Revision) =>
  toGraphQLError({ type: 'RevisionAhead', asked, actual }).toJSON();

const subscribeElsewhere = (): GraphQLError =>
  new GraphQLError('Subscribe over WebSocket at /graphql, by the protocol graphql-transport-ws.', {
    extensions: { code: 'BAD_REQUEST', retryable: false, http: { status: 400 } },
  });
