import { useCallback, useMemo } from 'react';
import { navigate, useLocation } from '../ui/use-location.ts';
import { readTask, writeTask, type EditTask } from './edit-task.ts';

const parameter = 'do';

/** What one is about to edit, as the address has it, and the way to begin something or to stop. */
export const useEditTask = (): readonly [EditTask | undefined, (task: EditTask | undefined) => void] => {
  const text = useLocation().searchParams.get(parameter);
  const task = useMemo(() => readTask(text), [text]);
  const begin = useCallback((next: EditTask | undefined) => {
    const url = new URL(location.href);
    if (next === undefined) url.searchParams.delete(parameter);
    else url.searchParams.set(parameter, writeTask(next));
    // Opening a form is no step of its own to go back to.
    navigate(`${url.pathname}${url.search}`, { replace: true });
  }, []);
  return [task, begin];
};
