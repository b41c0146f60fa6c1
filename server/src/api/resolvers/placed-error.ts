import type { ChangeSetError } from '../../app/change-set.ts';
import { toUserError, type ApiError } from '../errors.ts';
import type { NodeModel } from '../models.ts';

/** Returns what is wrong with one change, or outage, as the API tells it. */
export const toPlacedError = ({
  at,
  error,
  current,
  lastChange,
}: Omit<ChangeSetError, 'error'> & { readonly error: ApiError }) => ({
  at,
  error: toUserError(error),
  ...(current === undefined ? {} : { current: { ...current.entity, __typename: current.concept } as NodeModel }),
  ...(lastChange === undefined ? {} : { lastChange }),
});
