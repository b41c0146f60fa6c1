import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Choice, FindingData } from './finding-data.ts';

/** As many as the server reviews at once. */
export const mostSelected = 5000;

/** The findings that are selected, and the ways to change that. A selection belongs to one question: another begins with none. */
export interface Selection {
  readonly choices: readonly Choice[];
  readonly has: (id: string) => boolean;
  readonly toggle: (finding: Choice) => void;
  readonly replace: (choices: readonly Choice[]) => void;
}

const none: ReadonlyMap<string, Choice> = new Map();

/** The selection over what is shown. What is shown is changed as it is shown now; what is not shown, as it was when it was selected. */
export const useSelection = (question: string, shown: readonly FindingData[]): Selection => {
  const [selected, setSelected] = useState(none);
  useEffect(() => setSelected(none), [question]);
  useEffect(() => {
    setSelected((before) => {
      if (before.size === 0) return before;
      const now = new Map(shown.map((finding) => [finding.id, finding]));
      return new Map([...before].map(([id, choice]) => [id, now.get(id) ?? choice]));
    });
  }, [shown]);
  const choices = useMemo(() => [...selected.values()], [selected]);
  const toggle = useCallback((finding: Choice) => {
    setSelected((before) => {
      const next = new Map(before);
      if (!next.delete(finding.id) && next.size < mostSelected) next.set(finding.id, finding);
      return next;
    });
  }, []);
  const replace = useCallback((next: readonly Choice[]) => {
    setSelected(new Map(next.map((choice) => [choice.id, choice])));
  }, []);
  return { choices, has: (id) => selected.has(id), toggle, replace };
};
