import type { StopData } from '../../present/walkthrough.ts';

/** The stops with one of them moved by a place; as they are where there is none to move to. Pure. */
export const moved = (stops: readonly StopData[], from: number, by: 1 | -1): readonly StopData[] => {
  const to = from + by;
  const stop = stops[from];
  if (stop === undefined || to < 0 || to >= stops.length) return stops;
  return stops.toSpliced(from, 1).toSpliced(to, 0, stop);
};

/** The stops with a change of one of them. Pure. */
export const changed = (stops: readonly StopData[], at: number, change: Partial<StopData>): readonly StopData[] =>
  stops.map((stop, number) => (number === at ? { ...stop, ...change } : stop));

/** An address or a whole link as a place in this page: its path and query; undefined where it is of another site or none. The workshop it was in is no part of it: whoever is shown it stays in theirs. Pure. */
export const placeOf = (text: string, origin: string): string | undefined => {
  if (text.trim() === '') return undefined;
  try {
    const url = new URL(text.trim(), origin);
    url.searchParams.delete('present');
    if (url.pathname !== '/workshop') url.searchParams.delete('workshop');
    return url.origin === origin ? `${url.pathname}${url.search}` : undefined;
  } catch {
    return undefined;
  }
};

/** Why stops cannot be saved, in words; undefined where they can. Pure. */
export const stopTrouble = (stops: readonly StopData[], origin: string): string | undefined => {
  const untitled = stops.findIndex((stop) => stop.title.trim() === '');
  if (untitled !== -1) return `Stop ${untitled + 1} has no title. Say in a few words what is seen there.`;
  const foreign = stops.findIndex((stop) => placeOf(stop.link, origin) === undefined);
  if (foreign !== -1)
    return `The place of stop ${foreign + 1} is none in this page. Copy the address of the screen that you want to show.`;
  return undefined;
};
