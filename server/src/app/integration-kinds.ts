import type { Catalogues } from '../domain/catalogue/index.ts';

/** Returns the kinds of system that pass EHI on: those of the lane INTEGRATION. */
export const integrationKindsOf = ({ systemKinds }: Pick<Catalogues, 'systemKinds'>): ReadonlySet<string> =>
  new Set(systemKinds.filter(({ lane }) => lane === 'INTEGRATION').map(({ id }) => id));
