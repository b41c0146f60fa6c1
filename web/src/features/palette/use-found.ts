import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { conceptsOf, type Found } from './found.ts';
import { SearchDocument } from './documents.ts';
import type { PaletteWords } from './palette-words.ts';

const pause = 180;
const none: readonly Found[] = [];

/** What was found for the words typed, and whether it is the answer to just these. */
export interface FoundThings {
  readonly things: readonly Found[];
  /** Whether the things are those of the words as they are now: others stay on screen while new ones come. */
  readonly answered: boolean;
  readonly failed: boolean;
  /** Asks now, without waiting for a pause in typing. */
  readonly hurry: () => void;
}

/** Looks for things of the inventory a moment after the last letter was typed. */
export const useFound = ({ things: text, verb }: PaletteWords): FoundThings => {
  const [asked, setAsked] = useState({ text: '', verb });
  const wanted = useMemo(() => ({ text, verb }), [text, verb]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const query = useQuery(
    SearchDocument,
    asked.text === '' ? undefined : { text: asked.text, concepts: conceptsOf[asked.verb] },
    { keep: true },
  );
  const same = asked.text === text && asked.verb === verb;
  const answered = text === '' || (same && query.phase === 'ready' && query.asked.text === text && !query.refreshing);
  const failed = same && query.phase === 'failed';
  return {
    things: query.phase === 'ready' && asked.text !== '' && text !== '' ? query.data.search : none,
    // A search that does not answer must not keep a command from being chosen.
    answered: answered || failed,
    failed,
    hurry: () => setAsked(wanted),
  };
};
