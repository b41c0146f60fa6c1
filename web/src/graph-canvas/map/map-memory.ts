import { readStored, store } from '../../ui/stored.ts';
import type { Point } from '../scene.ts';
import type { Places } from './place-new.ts';

/** Where things were last seen on one picture, and which of them were pinned there: by view id. */
export interface MapMemory {
  readonly places: Places;
  readonly pins: ReadonlySet<string>;
}

/** Nothing remembered. */
export const noMemory: MapMemory = { places: new Map(), pins: new Set() };

const indexName = 'map.pictures';
/** How many pictures are remembered: the oldest is forgotten first. */
const most = 12;

/** What this browser remembers of a picture; nothing where it cannot be read. */
export const readMemory = (key: string): MapMemory => parseMemory(readStored(`map.places.${key}`));

/** Has this browser remember a picture, and forget the oldest of more than twelve. */
export const writeMemory = (key: string, memory: MapMemory): void => {
  store(`map.places.${key}`, memoryText(memory));
  const index = [key, ...readIndex().filter((known) => known !== key)];
  for (const old of index.slice(most)) store(`map.places.${old}`, undefined);
  store(indexName, JSON.stringify(index.slice(0, most)));
};

const readIndex = (): readonly string[] => {
  try {
    const index: unknown = JSON.parse(readStored(indexName) ?? '[]');
    return Array.isArray(index) ? index.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
};

/** A memory as text, places in whole pixels. */
export const memoryText = ({ places, pins }: MapMemory): string =>
  JSON.stringify({
    places: Object.fromEntries([...places].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]])),
    pins: [...pins],
  });

/** The memory of a text; what is not one of a memory is left out. Pure and total. */
export const parseMemory = (text: string | undefined): MapMemory => {
  if (text === undefined) return noMemory;
  try {
    const { places = {}, pins = [] } = JSON.parse(text) as { places?: Record<string, unknown>; pins?: unknown };
    return {
      places: new Map(Object.entries(places).flatMap(([id, place]) => (isPair(place) ? [[id, pointOf(place)]] : []))),
      pins: new Set(Array.isArray(pins) ? pins.filter((id): id is string => typeof id === 'string') : []),
    };
  } catch {
    return noMemory;
  }
};

const isPair = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => Number.isFinite(each));

const pointOf = ([x, y]: readonly [number, number]): Point => ({ x, y });
