import { useEffect, useMemo, type ReactNode } from 'react';
import { useCommands, type Command } from '../ui/commands.ts';
import { isTyping, useKeyHelp, type KeyHelp } from '../ui/key-help.ts';
import { useTold } from './told.ts';
import { useUndo } from './use-undo.ts';
import './undo.css';

const help: readonly KeyHelp[] = [
  { where: 'Everywhere', keys: ['Ctrl', 'Z'], does: 'Undo the last edit of the inventory; with Shift, redo it' },
];

/** Undo and redo of what was edited in this tab, in the bar on top as soon as there is something. Ctrl-Z and Ctrl-Shift-Z do the same. */
export const UndoButtons = (): ReactNode => {
  const { undoable, redoable, undo, redo, running, trouble, forgetTrouble } = useUndo();
  const told = useTold();
  useKeyHelp(help);
  useCommands(
    useMemo((): readonly Command[] => {
      const command = (title: string, keys: string, run: () => void): Command => ({
        id: title,
        group: 'This screen',
        title,
        keys,
        run,
      });
      return [
        ...(undoable === undefined ? [] : [command(`Undo: ${undoable.words}`, 'Ctrl Z', undo)]),
        ...(redoable === undefined ? [] : [command(`Redo: ${redoable.words}`, 'Ctrl Shift Z', redo)]),
      ];
    }, [undoable, redoable, undo, redo]),
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return;
      if (event.repeat && (key === 'z' || key === 'y')) event.preventDefault();
      if (event.repeat) return;
      if (key === 'z' && !event.shiftKey) undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
  const empty = undoable === undefined && redoable === undefined && trouble === undefined;
  return (
    <div className="undo" role="group" aria-label="Undo and redo" hidden={empty && told === undefined}>
      <button
        type="button"
        className="button"
        disabled={undoable === undefined || running}
        title={undoable === undefined ? undefined : `Undo: ${undoable.words} (Ctrl Z)`}
        aria-label={undoable === undefined ? 'Undo' : `Undo: ${undoable.words}`}
        onClick={undo}
      >
        ↶
      </button>
      <button
        type="button"
        className="button"
        disabled={redoable === undefined || running}
        title={redoable === undefined ? undefined : `Redo: ${redoable.words} (Ctrl Shift Z)`}
        aria-label={redoable === undefined ? 'Redo' : `Redo: ${redoable.words}`}
        onClick={redo}
      >
        ↷
      </button>
      <p className="undo-told" aria-hidden="true" hidden={told === undefined || trouble !== undefined}>
        {told === undefined ? '' : `${told.words}.`}
      </p>
      {trouble === undefined ? null : (
        <div className="undo-trouble" role="alert">
          <p>{trouble}</p>
          <button type="button" className="button" onClick={forgetTrouble}>
            Close
          </button>
        </div>
      )}
    </div>
  );
};
