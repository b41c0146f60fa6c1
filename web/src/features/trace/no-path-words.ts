import { counted, listed } from '../../graph-model/words.ts';
import type { AnswerData } from './trace-data.ts';

/** What `noPathWords` looks at. */
export interface NoPathFacts {
  readonly systems: readonly Pick<AnswerData['systems'][number], 'system' | 'start'>[];
  readonly channels: readonly Pick<AnswerData['channels'][number], 'reachable' | 'offer' | 'outcomes'>[];
}

/** Why an answer has no path at all, and what to record next, in full sentences: no start, no channel asked about, or none that is reached and offers it. */
export const noPathWords = ({ systems, channels }: NoPathFacts): string => {
  const starts = systems.filter((entry) => entry.start !== null && entry.start !== undefined);
  if (starts.length === 0) {
    return 'No path begins anywhere. Record where the data originates, or who holds it, and which flows carry it.';
  }
  const named = starts.slice(0, 3).map((entry) => entry.system.name);
  const more = starts.length > named.length ? [`${starts.length - named.length} more`] : [];
  const begin = `Paths begin at ${listed([...named, ...more])}, but none ends at a channel for this audience.`;
  const meant = channels.filter((entry) => entry.outcomes.length > 0);
  if (channels.length === 0) return `${begin} Record a channel that releases the data, and whom it is for.`;
  if (meant.length === 0)
    return `${begin} Record whom ${channels.length === 1 ? 'the channel here is' : `the ${counted(channels.length, 'channel')} here are`} for.`;
  if (!meant.some((entry) => entry.reachable)) {
    return `${begin} Record the flows that take the data to a system that serves such a channel.`;
  }
  return meant.some((entry) => entry.reachable && entry.offer === 'UNKNOWN')
    ? `${begin} Record which data classes the channels release: nobody has yet.`
    : `${begin} The channels that could have it do not offer it: record one that does, if there is one.`;
};
