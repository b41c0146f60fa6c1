import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDate } from '../domain/model/entity.ts';

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const readDate = (value: unknown): string => {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw badInput(`${JSON.stringify(value)} is not a calendar date; write YYYY-MM-DD.`);
};

const readInstant = (value: unknown): string => {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  throw badInput(`${JSON.stringify(value)} is not an instant; write for example 2026-11-21T09:30:00.000Z.`);
};

/** The calendar date of the API: a day that exists, `YYYY-MM-DD`. */
export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** The instant of the API: ISO 8601 in UTC. */
export const dateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});
