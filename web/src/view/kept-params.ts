import { viewParams } from './view-address.ts';

/** What the address says of how all screens are looked at: it goes along from one to the next. */
const keptParams: readonly string[] = [...viewParams, 'present', 'workshop'];

/**
 * A path of this site with what is kept of the address before, unless it says so itself: `/map?present=1` for `/map` where presenter mode is on.
 * `before` is the query of that address. Pure and total.
 */
export const withKept = (to: string, before: string): string => {
  const [path = '', hash] = to.split('#', 2);
  const now = new URLSearchParams(before);
  const next = new URLSearchParams(path.split('?', 2)[1] ?? '');
  const missing = keptParams.filter((name) => (now.get(name) ?? '') !== '' && !next.has(name));
  if (missing.length === 0) return to;
  const kept = missing.map((name) => `${name}=${encodeURIComponent(now.get(name) ?? '')}`).join('&');
  const place = next.size === 0 ? `${path.split('?', 1)[0]}?${kept}` : `${path}&${kept}`;
  return hash === undefined ? place : `${place}#${hash}`;
};
