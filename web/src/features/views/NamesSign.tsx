import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useCommands, type Command } from '../../ui/commands.ts';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { announce } from '../../ui/live.ts';
import { setNamesHidden } from '../../view/hidden-names.ts';
import { useFreeze } from '../../view/use-freeze.ts';
import { useView } from '../../view/use-view.ts';
import './views.css';

const help: readonly KeyHelp[] = [
  { where: 'Everywhere', keys: ['Shift', 'H'], does: 'Hide names, or show them again' },
];

/** The palette commands and the key for what is looked at; in the bar, while names are hidden, that they are. */
export const NamesSign = (): ReactNode => {
  const { namesHidden, at } = useView();
  const { freeze, trouble } = useFreeze();
  const toggle = useCallback(() => {
    setNamesHidden(!namesHidden);
    announce(namesHidden ? 'Names are shown.' : 'Names are hidden in this tab.');
  }, [namesHidden]);
  useKeyHelp(help);
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'names',
          group: 'Everywhere',
          title: namesHidden ? 'Show names' : 'Hide names',
          words: 'anonymous people vendors share screen privacy',
          keys: 'Shift H',
          run: toggle,
        },
        ...(at === undefined
          ? [
              {
                id: 'freeze',
                group: 'Everywhere',
                title: 'Freeze this view',
                words: 'revision link share copy',
                run: freeze,
              } satisfies Command,
            ]
          : []),
      ],
      [namesHidden, toggle, at, freeze],
    ),
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (event.key !== 'H' || !event.shiftKey || !isPlain || isTyping(event)) return;
      event.preventDefault();
      toggle();
    };
    // Before the keys of a screen, to which a capital letter is the same as a small one.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [toggle]);
  return (
    <>
      {namesHidden ? (
        <button type="button" className="button names-sign" title="Show names (Shift H)" onClick={toggle}>
          Names hidden
        </button>
      ) : null}
      {trouble === undefined ? null : (
        <span className="loud" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
};
