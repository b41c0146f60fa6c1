import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { ApiContext } from './context.ts';
import { measureQuery, type MeasureContext, type QuerySize } from './query-cost.ts';

/** The most one operation may ask for. */
export type QueryLimits = QuerySize;

/** Room for the largest screen of the interface several times over; far below what would keep the server busy for long. */
export const defaultQueryLimits: QueryLimits = {
  cost: 200_000,
  depth: 14,
  rootFields: 30,
  earlierDays: 2,
  whatIfs: 4,
  minutes: 3,
};

/** How many tokens a document may have. */
export const tokenLimit = 10_000;

const hint: Readonly<Record<keyof QuerySize, string>> = {
  cost: 'Ask for smaller pages (`first`), for fewer things (`most`), or for fewer lists inside lists',
  depth: 'Ask for the inner things in a second request',
  rootFields: 'Send several requests',
  earlierDays: 'Compare with other days in another request',
  whatIfs: 'Ask about the others in another request',
  minutes: 'Ask for the others in another request',
};

/** Returns the plugin that refuses an operation that asks for too much, before it is run. Code: QUERY_LIMIT_EXCEEDED. */
export const createQueryLimits = (limits: QueryLimits = defaultQueryLimits): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, document, schema, request }) => {
      if (operation === undefined) return;
      const tooLarge = checkQuerySize(operation, { schema, document, variables: request.variables ?? {} }, limits);
      if (tooLarge !== undefined) throw tooLarge;
    },
  }),
});

/** What is wrong with the size of an operation, as a coded error; `undefined` when nothing is. */
export const checkQuerySize = (
  operation: OperationDefinitionNode,
  context: MeasureContext,
  limits: QueryLimits,
): GraphQLError | undefined => {
  const size = measureQuery(operation, context);
  const over = (['depth', 'rootFields', 'earlierDays', 'whatIfs', 'minutes', 'cost'] as const).find(
    (key) => size[key] > limits[key],
  );
  if (over === undefined) return undefined;
  const message = `This asks for too much at once: its ${words[over]} is ${size[over]}, at most ${limits[over]} is allowed. ${hint[over]}.`;
  return new GraphQLError(message, {
    extensions: { code: 'QUERY_LIMIT_EXCEEDED', retryable: false, http: { status: 400 } },
  });
};

const words: Readonly<Record<keyof QuerySize, string>> = {
  cost: 'cost',
  depth: 'depth',
  rootFields: 'number of root fields',
  earlierDays: 'number of comparisons with an earlier day',
  whatIfs: 'number of inventories as they might be',
  minutes: 'number of minutes',
};
