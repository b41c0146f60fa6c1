import type { ThingRef } from '../domain/map/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';

/** The system or channel that a word of the command line names: `lis`, `System:lis`, `AccessChannel:portal`. Of an id alone, the system comes first. */
export const thingNamed = ({ System, AccessChannel }: EhiGraph, word: string): ThingRef => {
  for (const concept of ['System', 'AccessChannel'] as const)
    if (word.startsWith(`${concept}:`)) return { concept, id: word.slice(concept.length + 1) };
  return { concept: !System.has(word) && AccessChannel.has(word) ? 'AccessChannel' : 'System', id: word };
};
