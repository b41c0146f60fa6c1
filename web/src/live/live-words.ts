import type { LiveState } from './live-state.ts';

/** `14:02`, by the clock of this computer. */
export const clockWords = (at: number): string =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** How this page hears of what others do: a word for the bar, empty while all is well, and a sentence. */
export const liveWords = ({ phase, since }: LiveState): { readonly short: string; readonly long: string } => {
  switch (phase) {
    case 'starting':
      return { short: '', long: 'Connecting: in a moment what others change shows by itself.' };
    case 'live':
      return { short: '', long: 'Live: what others change shows by itself.' };
    case 'reconnecting':
      return {
        short: `reconnecting since ${clockWords(since)}`,
        long: `Reconnecting since ${clockWords(since)}. What others changed meanwhile comes when the connection is back.`,
      };
    case 'offline':
      return {
        short: `offline since ${clockWords(since)}`,
        long: `Offline since ${clockWords(since)}. What is shown may be out of date; it is fetched anew when the network is back.`,
      };
  }
};
