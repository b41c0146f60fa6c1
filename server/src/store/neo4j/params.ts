import neo4j from 'neo4j-driver';
import type { CypherParams, CypherValue } from '../queries/cypher-query.ts';

const toDriverValue = (value: CypherValue): unknown => {
  if (typeof value === 'number') return neo4j.int(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toDriverValue);
  return toDriverParams(value as CypherParams);
};

/** The parameters as the driver wants them: it sends a bare number as a float, and every number here is whole. */
export const toDriverParams = (params: CypherParams): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toDriverValue(value)]));
