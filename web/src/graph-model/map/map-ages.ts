import type { MapSign, MapView } from './map-view.ts';

const day = 86_400_000;

/** From how many days on something counts as older, and what it is called until then. The oldest comes first in rank. */
const ages = [
  { days: 90, words: 'written in the last 90 days' },
  { days: 365, words: 'written in the last year' },
  { days: 730, words: 'written in the last two years' },
] as const;
const oldest = 'written more than two years ago';

/**
 * How old what is recorded of the things of a view is, as signs. Where all of it would get one sign though it was written on different days, the time from the first
 * to the last of them is parted in four instead, each part named by its days: what is older than the rest is seen in a young inventory, too.
 */
export const agesOf = (view: MapView, asOf: string): ((updatedAt: string) => MapSign) => {
  const written = [
    ...view.boxes.flatMap(({ thing }) => (thing === undefined ? [] : [thing.updatedAt])),
    ...view.lines.flatMap(({ flows }) => flows.map(({ updatedAt }) => updatedAt)),
  ];
  const absolute = (updatedAt: string): MapSign => ageSign(updatedAt, asOf);
  const days = [...new Set(written.map((at) => at.slice(0, 10)))].sort();
  const [first, last] = [days[0], days.at(-1)];
  const signs = new Set(written.map((at) => absolute(at).shape));
  if (first === undefined || last === undefined || first === last || signs.size > 1) return absolute;
  const start = Date.parse(first);
  const span = Date.parse(last) - start;
  const partOf = (date: string): number => Math.min(3, Math.floor(((Date.parse(date) - start) / span) * 4));
  const wordsByPart = [0, 1, 2, 3].map((part) => {
    const inside = days.filter((date) => partOf(date) === part);
    const [from, to] = [inside[0] ?? '', inside.at(-1) ?? ''];
    return from === to ? `written ${from}` : `written ${from} to ${to}`;
  });
  return (updatedAt) => {
    const part = partOf(updatedAt.slice(0, 10));
    return { shape: `age:${part}`, words: wordsByPart[part] ?? '', rank: part };
  };
};

const ageSign = (updatedAt: string, asOf: string): MapSign => {
  const old = (Date.parse(`${asOf}T23:59:59Z`) - Date.parse(updatedAt)) / day;
  const at = ages.findIndex((age) => old <= age.days);
  return at === -1
    ? { shape: 'age:0', words: oldest, rank: 0 }
    : { shape: `age:${3 - at}`, words: ages[at]?.words ?? '', rank: 3 - at };
};
