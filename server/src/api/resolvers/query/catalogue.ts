import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** The reference data. */
export const catalogue: NonNullable<QueryResolvers['catalogue']> = (_parent, _args, { services }) =>
  services.catalogues;
