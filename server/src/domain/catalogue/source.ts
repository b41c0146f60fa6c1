import { oneOf, record, text, textLike, type Decoder } from './decode.ts';
import { citation, date } from './entry.ts';

/**
 * A text the project cites and where the public can read it. `read` says how much of it was read by those who compiled
 * the reference data: `full`, an `excerpt`, only a `secondary` account of it, or `not` at all.
 */
export interface Source {
  readonly cite: string;
  readonly title: string;
  readonly url: string;
  readonly dateRead: string;
  readonly read: 'full' | 'excerpt' | 'secondary' | 'not';
  readonly note?: string;
}

/** Decodes an entry of sources.yaml. */
export const decodeSource: Decoder<Source> = record(
  {
    cite: citation,
    title: text,
    url: textLike(/^https:\/\/[a-z0-9.-]+\/\S*$/, 'an https address'),
    dateRead: date,
    read: oneOf(['full', 'excerpt', 'secondary', 'not']),
  },
  { note: text },
);
