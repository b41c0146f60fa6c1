import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** The minutes of a workshop. */
export const minutes: NonNullable<QueryResolvers['minutes']> = async (
  _parent,
  { workshop, format },
  { services, origin },
) => orThrow(await services.writeMinutes(workshop, format ?? 'MARKDOWN', origin));
