import type { IncomingMessage } from 'node:http';
import type { ViewRequest } from '../app/views.ts';
import { err, ok, type Result } from '../domain/result.ts';

/**
 * Returns what a request asks to look at instead of the inventory as it is now, by the headers `x-ehi-at-revision`, `x-ehi-scenario` and
 * `x-ehi-hide-names`; `undefined` for the inventory itself. Error: a header that says neither, in words.
 */
export const viewOf = ({ headers }: IncomingMessage): Result<ViewRequest | undefined, string> => {
  const at = headers['x-ehi-at-revision'];
  const scenario = headers['x-ehi-scenario'];
  const hide = headers['x-ehi-hide-names'];
  if (at !== undefined && (typeof at !== 'string' || !/^[1-9]\d{0,14}$/.test(at)))
    return err(
      'The header x-ehi-at-revision is the number of a revision, from 1 on. Leave it out to see the inventory as it is now.',
    );
  if (hide !== undefined && hide !== '1' && hide !== '0')
    return err('The header x-ehi-hide-names is 1 to hide names. Leave it out to see them.');
  if (scenario !== undefined && (typeof scenario !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(scenario)))
    return err(
      'The header x-ehi-scenario is the id of a scenario. Leave it out to see the inventory without its changes.',
    );
  if (at === undefined && scenario === undefined && hide !== '1') return ok(undefined);
  return ok({
    ...(at === undefined ? {} : { at: Number(at) }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(hide === '1' ? { hideNames: true } : {}),
  });
};
