import { useCallback, useEffect, useState } from 'react';
import { readStored, store } from './stored.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The chosen theme, remembered, and the way to choose another. `dark` is what is on screen now. */
export const useTheme = (): {
  readonly choice: ThemeChoice;
  readonly dark: boolean;
  readonly choose: (choice: ThemeChoice) => void;
} => {
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const stored = readStored('theme');
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  });
  const [systemDark, setSystemDark] = useState(() => query().matches);
  useEffect(() => {
    const media = query();
    const listen = (): void => setSystemDark(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, []);
  const choose = useCallback((next: ThemeChoice) => {
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
    store('theme', next === 'system' ? undefined : next);
    setChoice(next);
  }, []);
  return { choice, dark: choice === 'dark' || (choice === 'system' && systemDark), choose };
};

const query = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');
