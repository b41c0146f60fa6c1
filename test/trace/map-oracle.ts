import type { Inventory } from './inventory.ts';
import { isMarkedById } from './judged-by-id.ts';

/** A thing by what it is and its id, as text: `System s0`. */
export type ThingKey = string;

/** One flow or service: what it runs between, and the flow, if it is one. */
export interface OracleLine {
  readonly from: ThingKey;
  readonly to: ThingKey;
  readonly flow?: string;
}

/** What is there on a day, by looking at every record. */
export interface OracleWorld {
  readonly things: readonly ThingKey[];
  readonly lines: readonly OracleLine[];
  readonly restrictions: (place: string) => readonly string[];
}

/** Everything that can be seen of an inventory on a day. Shares nothing with the product's map. */
export const worldOn = (inventory: Inventory, on: string): OracleWorld => {
  const isLive = (item: { readonly startedOn?: string; readonly endedOn?: string }): boolean =>
    !(item.startedOn !== undefined && item.startedOn > on) && !(item.endedOn !== undefined && item.endedOn <= on);
  const lines: OracleLine[] = [
    ...inventory.flows
      .filter(isLive)
      .map(({ id, from, to }) => ({ from: `System ${from}`, to: `System ${to}`, flow: id })),
    ...inventory.channels
      .filter(isLive)
      .map(({ id, system }) => ({ from: `System ${system}`, to: `AccessChannel ${id}` })),
  ];
  const named = new Set(lines.flatMap(({ from, to }) => [from, to]));
  return {
    things: [
      ...inventory.systems
        .filter((system) => isLive(system) || named.has(`System ${system.id}`))
        .map(({ id }) => `System ${id}`),
      ...inventory.channels.filter(isLive).map(({ id }) => `AccessChannel ${id}`),
    ],
    lines,
    restrictions: (place) =>
      inventory.restrictions.filter((item) => isLive(item) && item.appliesTo === place).map(({ id }) => id),
  };
};

/** The things within some steps of a middle, whichever way lines run: joined step by step. */
export const oracleWithin = (
  { lines }: OracleWorld,
  middle: readonly ThingKey[],
  hops: number,
): ReadonlySet<ThingKey> => {
  let near = new Set(middle);
  for (let hop = 0; hop < hops; hop += 1)
    near = new Set([
      ...near,
      ...lines.filter(({ from }) => near.has(from)).map(({ to }) => to),
      ...lines.filter(({ to }) => near.has(to)).map(({ from }) => from),
    ]);
  return near;
};

/** What is not shown around a thing. */
export const oracleHidden = (
  { lines, restrictions }: OracleWorld,
  thing: ThingKey,
  shown: ReadonlySet<ThingKey>,
): { readonly hiddenIn: number; readonly hiddenOut: number; readonly hiddenMarked: number } => {
  const into = lines.filter(({ from, to }) => to === thing && !shown.has(from));
  const out = lines.filter(({ from, to }) => from === thing && !shown.has(to));
  const isMarked = (place: string | undefined): boolean =>
    place !== undefined && restrictions(place.split(' ').at(-1) ?? '').some(isMarkedById);
  return {
    hiddenIn: new Set(into.map(({ from }) => from)).size,
    hiddenOut: new Set(out.map(({ to }) => to)).size,
    hiddenMarked: new Set([
      ...into.flatMap(({ from, flow }) => (isMarked(from) || isMarked(flow) ? [from] : [])),
      ...out.flatMap(({ to, flow }) => (isMarked(to) || isMarked(flow) ? [to] : [])),
    ]).size,
  };
};

/** Every way from a system to a thing through others, each as its flows, in order: fewest first, then by their ids. Lists them all. */
export const oracleWays = (
  { lines }: OracleWorld,
  { from, to, via }: { readonly from: ThingKey; readonly to: ThingKey; readonly via: readonly ThingKey[] },
  takes: (line: OracleLine) => boolean = () => true,
): readonly (readonly string[])[] => {
  const ways: string[][] = [];
  const walk = (here: ThingKey, been: readonly ThingKey[], flows: readonly string[]): void => {
    if (here === to) {
      if (via.every((each) => been.includes(each))) ways.push([...flows]);
      return;
    }
    for (const line of lines)
      if (line.from === here && !been.includes(line.to) && takes(line))
        walk(line.to, [...been, line.to], line.flow === undefined ? flows : [...flows, line.flow]);
  };
  walk(from, [from], []);
  return ways.sort((a, b) => {
    const at = a.findIndex((flow, position) => flow !== b[position]);
    return a.length - b.length || (at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1);
  });
};
