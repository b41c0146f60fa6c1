import { toGraphQLError, toUserError, type ApiError } from '../../errors.ts';
import type { UserError } from '../../gen/resolver-types.ts';

/** Returns the payload of a write that was refused. A store that is away is no outcome of the write: that throws. */
export const failedPayload = (error: ApiError): { readonly ok: false; readonly error: UserError } => {
  if (error.type === 'StoreUnavailable') throw toGraphQLError(error);
  return { ok: false, error: toUserError(error) };
};
