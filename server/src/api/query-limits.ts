import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ApiContext } from './context.ts';
import { measureQuery, type QuerySize } from './query-cost.ts';

/** The most one operation may ask for. */
export type QueryLimits = QuerySize;

/** Room for the largest screen of the interface several times over; far below what would keep the server busy for long. */
export const defaultQueryLimits: QueryLimits = { cost: 200_000, depth: 14, rootFields: 30 };

/** How many tokens a document may have. */
export const tokenLimit = 10_000;

const hint: Readonly<Record<keyof QuerySize, string>> = {
  cost: 'Ask for smaller pages (`first`), or for fewer lists inside lists',
  depth: 'Ask for the inner things in a second request',
  rootFields: 'Send several requests',
};

/** Returns the plugin that refuses an operation that asks for too much, before it is run. Code: QUERY_LIMIT_EXCEEDED. */
export const createQueryLimits = (limits: QueryLimits = defaultQueryLimits): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, document, schema, request }) => {
      if (operation === undefined) return;
      const size = measureQuery(operation, { schema, document, variables: request.variables ?? {} });
      for (const key of ['depth', 'rootFields', 'cost'] as const) {
        if (size[key] <= limits[key]) continue;
        const message = `This asks for too much at once: its ${words[key]} is ${size[key]}, at most ${limits[key]} is allowed. ${hint[key]}.`;
        throw new GraphQLError(message, {
          extensions: { code: 'QUERY_LIMIT_EXCEEDED', retryable: false, http: { status: 400 } },
        });
      }
    },
  }),
});

const words: Readonly<Record<keyof QuerySize, string>> = {
  cost: 'cost',
  depth: 'depth',
  rootFields: 'number of root fields',
};
