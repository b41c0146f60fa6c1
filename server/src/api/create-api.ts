import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { DocumentNode } from 'graphql';
import type { ViewRequest } from '../app/views.ts';
import { ok } from '../domain/result.ts';
import type { ApiContext, ApiServices } from './context.ts';
import { createFinishResponse } from './finish-response.ts';
import { createFailureReport, maskError, type ReportFailure } from './mask-errors.ts';
import { createSubscriptions, type Subscriptions } from './create-subscriptions.ts';
import { createQueryLimits, defaultQueryLimits, tokenLimit, type QueryLimits } from './query-limits.ts';
import { createRequestReads } from './request-reads.ts';
import { createRevisionGuard } from './revision-guard.ts';
import { createSharedAnswers } from './shared-answers.ts';
import { createViewGuard, viewRefused, type ViewServices } from './views.ts';
import { resolvers } from './resolvers/index.ts';

/** One request to the API as it came over HTTP: its body parsed, its headers by lower-case name. */
export interface ApiRequest {
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
  readonly actor: string;
  readonly requestId: string;
  /** How the client reaches this server. */
  readonly origin?: string;
  /** The address of the network it came from. */
  readonly address?: string;
  /** The newest revision the client was told of: the answer is of that or a later one. */
  readonly seenRevision?: number;
  /** What is looked at instead of the inventory as it is now. */
  readonly view?: ViewRequest;
}

/** What goes back. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | Buffer;
  /** Whether the same body is given to others too. */
  readonly shared?: true;
}

/** The GraphQL API, apart from any transport. */
export interface Api {
  readonly handle: (request: ApiRequest) => Promise<ApiResponse>;
  readonly subscriptions: Subscriptions;
  readonly stop: () => Promise<void>;
}

export interface ApiOptions {
  readonly typeDefs: readonly DocumentNode[];
  readonly services: ApiServices;
  readonly viewServices: ViewServices;
  readonly report: ReportFailure;
  readonly limits?: QueryLimits;
}

/** Returns the API, started. */
export const createApi = async ({
  typeDefs,
  services,
  viewServices,
  report,
  limits = defaultQueryLimits,
}: ApiOptions): Promise<Api> => {
  const schema = makeExecutableSchema<ApiContext>({ typeDefs: [...typeDefs], resolvers: resolvers as never });
  const server = new ApolloServer<ApiContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    persistedQueries: false,
    parseOptions: { maxTokens: tokenLimit },
    formatError: maskError,
    plugins: [
      createQueryLimits(limits),
      createFailureReport(report),
      createRevisionGuard(),
      createViewGuard(),
      createFinishResponse(),
      // It looks at every field of every answer, for a header that says nothing here: no answer may be cached.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    logger: quiet,
  });
  await server.start();
  const sharing = createSharedAnswers(services);
  const answerAlone = async ({
    method,
    headers,
    body,
    actor,
    requestId,
    origin,
    address,
    seenRevision,
    view,
  }: ApiRequest): Promise<ApiResponse> => {
    const opened = view === undefined ? ok(services) : await viewServices(view);
    if (!opened.ok) return viewRefused(opened.error, requestId);
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: toHeaderMap(headers), search: '', body },
      context: async () => ({
        services: opened.value,
        reads: createRequestReads(opened.value.store, opened.value.currentGraph),
        actor,
        requestId,
        ...(origin === undefined ? {} : { origin }),
        ...(address === undefined ? {} : { address }),
        ...(view === undefined ? {} : { view }),
        ...(seenRevision === undefined ? {} : { seenRevision }),
      }),
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : await joined(answer.body.asyncIterator);
    return { status: answer.status ?? 200, headers: answer.headers, body: text };
  };
  return {
    subscriptions: createSubscriptions({ schema, services, report, limits }),
    handle: (request) => sharing(request, () => answerAlone(request)),
    stop: async () => {
      services.changeFeed.stop();
      await services.rooms.stop();
      await server.stop();
    },
  };
};

const toHeaderMap = (headers: ReadonlyMap<string, string>): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of headers) map.set(name, value);
  return map;
};

const joined = async (parts: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const part of parts) text += part;
  return text;
};

const nothing = (): void => undefined;
/** Everything that matters goes to `report`; the library's own log would repeat it without the request's id. */
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };
