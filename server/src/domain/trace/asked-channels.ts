import type { AccessChannel } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { areSame } from './grounds.ts';

/** What a question asks of the channels of a day, whichever class it is about. Bits are by the place of an audience in the question. */
export interface AskedChannels {
  /** The audiences as bits; those that are not asked about have none. */
  readonly bitsOf: (named: readonly Id[]) => number;
  /** Audiences asked about that each channel is for. */
  readonly channelFor: Int32Array;
  /** Whether the answer speaks of the channel: it is for an audience asked about, or nobody recorded for whom. */
  readonly channelAsked: readonly boolean[];
}

interface Known extends AskedChannels {
  readonly audiences: readonly Id[];
}

/** Of questions about every channel the last: a judging asks the same of one class after the other. */
const knownByChannels = new WeakMap<readonly AccessChannel[], Known>();

/** What is asked of `channels` by a question about at most 31 audiences, and about one channel or every one. Nobody may write into it. */
export const askedOf = (
  channels: readonly AccessChannel[],
  audiences: readonly Id[],
  channel: Id | undefined,
): AskedChannels => {
  if (channel !== undefined) return askedAnew(channels, audiences, channel);
  const known = knownByChannels.get(channels);
  if (known !== undefined && areSame(known.audiences, audiences)) return known;
  const made = { audiences, ...askedAnew(channels, audiences) };
  knownByChannels.set(channels, made);
  return made;
};

const askedAnew = (channels: readonly AccessChannel[], audiences: readonly Id[], asked?: Id): AskedChannels => {
  const bits = new Map(audiences.map((audience, bit) => [audience, 1 << bit]));
  const bitsOf = (named: readonly Id[]): number => named.reduce((sum, id) => sum | (bits.get(id) ?? 0), 0);
  const isAsked = ({ id }: AccessChannel): boolean => asked === undefined || id === asked;
  const channelFor = Int32Array.from(channels, (each) => (isAsked(each) ? bitsOf(each.audiences) : 0));
  return {
    bitsOf,
    channelFor,
    channelAsked: channels.map(
      (each, number) => isAsked(each) && (each.audiences.length === 0 || (channelFor[number] ?? 0) !== 0),
    ),
  };
};
