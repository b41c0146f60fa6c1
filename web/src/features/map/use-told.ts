import { useCallback, useEffect, useState } from 'react';

/** How long the words stay in sight, in milliseconds. */
const inSight = 8_000;

/** Words about what was done: announced, and in sight for a while. Returns those in sight now, and what tells more. */
export const useTold = (say: (words: string) => void): readonly [string | undefined, (words: string) => void] => {
  const [told, setTold] = useState<{ readonly words: string }>();
  useEffect(() => {
    if (told === undefined) return undefined;
    const timer = setTimeout(() => setTold(undefined), inSight);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback(
    (words: string) => {
      say(words);
      setTold({ words });
    },
    [say],
  );
  return [told?.words, tell];
};
