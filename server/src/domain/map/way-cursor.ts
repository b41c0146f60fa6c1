import type { WayPlace } from './search-ways.ts';

/** A place among ways as text: how many hops, `!` where nothing behind it was given yet, and the flows. */
export const toWayCursor = ({ length, flows, isGiven }: WayPlace): string =>
  [`${length}${isGiven ? '' : '!'}`, ...flows].join('~');

/** The place that a text stands for; `undefined` where it is none. */
export const fromWayCursor = (cursor: string): WayPlace | undefined => {
  const [head = '', ...flows] = cursor.split('~');
  const parts = /^(\d{1,6})(!?)$/.exec(head);
  if (parts === null || flows.some((flow) => flow === '')) return undefined;
  const length = Number(parts[1]);
  const isGiven = parts[2] === '';
  return flows.length > length || (isGiven && flows.length < length) ? undefined : { length, flows, isGiven };
};
