import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Choice, ItemData } from './reconciled-item.ts';

/** As many as the server decides at once. */
export const mostSelected = 5000;

/** What is selected, and the ways to change it. It belongs to one filter: another filter begins with nothing selected. */
export interface Selection {
  readonly choices: readonly Choice[];
  readonly has: (id: string) => boolean;
  readonly toggle: (item: ItemData) => void;
  readonly replace: (choices: readonly Choice[]) => void;
  readonly keepOnly: (ids: readonly string[]) => void;
}

const none: ReadonlyMap<string, Choice> = new Map();

/** The selection over the rows shown. What is shown is decided as it is shown now; what is not shown, as it was when it was selected. */
export const useSelection = (filter: string, items: readonly ItemData[]): Selection => {
  const [selected, setSelected] = useState(none);
  useEffect(() => setSelected(none), [filter]);
  useEffect(() => {
    setSelected((before) => (before.size === 0 ? before : refreshed(before, items)));
  }, [items]);
  const choices = useMemo(() => [...selected.values()], [selected]);
  const toggle = useCallback((item: ItemData) => {
    setSelected((before) => {
      const next = new Map(before);
      if (!next.delete(item.observation.id) && next.size < mostSelected) next.set(item.observation.id, item);
      return next;
    });
  }, []);
  const replace = useCallback((next: readonly Choice[]) => setSelected(mapOf(next)), []);
  const keepOnly = useCallback((ids: readonly string[]) => {
    setSelected((before) => mapOf([...before.values()].filter(({ observation }) => ids.includes(observation.id))));
  }, []);
  return { choices, has: (id) => selected.has(id), toggle, replace, keepOnly };
};

const mapOf = (choices: readonly Choice[]): ReadonlyMap<string, Choice> =>
  new Map(choices.filter(isDecidable).map((choice) => [choice.observation.id, choice]));

const refreshed = (before: ReadonlyMap<string, Choice>, items: readonly ItemData[]): ReadonlyMap<string, Choice> => {
  const now = new Map(items.map((item) => [item.observation.id, item]));
  return new Map([...before].map(([id, choice]) => [id, now.get(id) ?? choice]));
};

/** Whether there is anything to decide about it: a note is only to be read. Pure. */
export const isDecidable = ({ fact }: Pick<Choice, 'fact'>): boolean => fact !== 'NOTE';
