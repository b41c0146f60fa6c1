import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { cleanName } from '../domain/clean-name.ts';
import type { ApiContext, ApiServices } from './context.ts';
import { maskedMessage, type ReportFailure } from './mask-errors.ts';
import { checkQuerySize, tokenLimit, type QueryLimits } from './query-limits.ts';
import { createRequestReads } from './request-reads.ts';

/** Who asks by a connection, and its id for the log. */
export interface Subscriber {
  readonly actor: string;
  readonly requestId: string;
}

/** Subscriptions, apart from any socket: what the protocol `graphql-transport-ws` asks of a server whose connections come with an `E`. */
export type Subscriptions = <E>(subscriberOf: (extra: E) => Subscriber) => ServerOptions<Record<string, unknown>, E>;

/** How many subscriptions one connection may have at once: a page needs two. Signals under way count too. */
const mostAtOnce = 20;

export interface SubscriptionsDeps {
  readonly schema: GraphQLSchema;
  readonly services: ApiServices;
  readonly report: ReportFailure;
  readonly limits: QueryLimits;
}

/**
 * Returns what answers subscriptions, and the one mutation `signal`, which is about the connection itself. Queries and other changes are refused here: they have
 * their limits and their answers over HTTP.
 */
export const createSubscriptions = ({ schema, services, report, limits }: SubscriptionsDeps): Subscriptions => {
  const documentOf = createDocuments(schema);
  return (subscriberOf) => ({
    onSubscribe: (
      { extra, subscriptions, connectionParams },
      _id,
      { query, variables, operationName },
    ): ExecutionArgs | readonly GraphQLError[] => {
      const { actor, requestId } = subscriberOf(extra);
      if (Object.keys(subscriptions).length > mostAtOnce)
        return [refused(`A connection may have ${mostAtOnce} subscriptions at once.`, 'QUERY_LIMIT_EXCEEDED')];
      const document = documentOf(query);
      if (!('definitions' in document)) return document;
      const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
      const operation = operations.find(({ name }) => operations.length === 1 || name?.value === operationName);
      if (operation === undefined || !isAnsweredHere(operation))
        return [refused('Only subscriptions and signals are answered here. Send the rest as a POST to /graphql.')];
      const tooLarge = checkQuerySize(operation, { schema, document, variables: variables ?? {} }, limits);
      if (tooLarge !== undefined) return [tooLarge];
      const contextValue: ApiContext = {
        services,
        reads: createRequestReads(services.store, services.currentGraph),
        actor: actorSaid(connectionParams) ?? actor,
        requestId,
        connection: requestId,
      };
      return { schema, document, contextValue, variableValues: variables, operationName };
    },
    onNext: ({ extra }, _id, _payload, _args, { errors, ...rest }) =>
      errors === undefined
        ? undefined
        : ({
            ...rest,
            errors: errors.map((error) => masked(error, subscriberOf(extra), report)),
          } as FormattedExecutionResult),
    onError: ({ extra }, _id, _payload, errors) => errors.map((error) => masked(error, subscriberOf(extra), report)),
    onClose: ({ extra }) => services.rooms.leave(subscriberOf(extra).requestId),
  });
};

/** Subscriptions, and signals with nothing else beside them. */
const isAnsweredHere = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === OperationTypeNode.SUBSCRIPTION ||
  (operation === OperationTypeNode.MUTATION &&
    selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value === 'signal'));

/** A browser cannot set headers of a socket: it says who it is in the first message. */
const actorSaid = (params: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const said = params?.['actor'];
  const name = typeof said === 'string' ? cleanName(said) : '';
  return name === '' ? undefined : name;
};

/** How many texts are remembered as read and found valid: pages send the same few again and again, signals many times a second. */
const remembered = 50;

const createDocuments = (schema: GraphQLSchema): ((query: string) => DocumentNode | readonly GraphQLError[]) => {
  const valid = new Map<string, DocumentNode>();
  return (query) => {
    const known = valid.get(query);
    if (known !== undefined) return known;
    const document = parseDocument(query);
    if (document instanceof GraphQLError) return [document];
    const invalid = validate(schema, document);
    if (invalid.length > 0) return invalid;
    const [oldest] = valid.keys();
    if (valid.size >= remembered && oldest !== undefined) valid.delete(oldest);
    valid.set(query, document);
    return document;
  };
};

const parseDocument = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxTokens: tokenLimit });
  } catch (cause) {
    return refused(cause instanceof GraphQLError ? cause.message : 'The query cannot be read.', 'GRAPHQL_PARSE_FAILED');
  }
};

const refused = (message: string, code = 'BAD_REQUEST'): GraphQLError =>
  new GraphQLError(message, { extensions: { code, retryable: false } });

/** Nobody is told the words of a failure that nobody expected. Without a code and a cause it is the library's own, about the query. */
const masked = (error: GraphQLError, { requestId }: Subscriber, report: ReportFailure): GraphQLFormattedError => {
  const cause = error.originalError;
  if (cause !== undefined && !(cause instanceof GraphQLError)) {
    report(requestId, cause);
    return { message: maskedMessage, extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false, requestId } };
  }
  // Without a code it is the library's own: the query does not fit the schema, or its variables do not.
  const isOfVariables = error.message.startsWith('Variable ');
  const code = error.extensions['code'] ?? (isOfVariables ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
  const { http: _, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions: { ...extensions, code, requestId } };
};
