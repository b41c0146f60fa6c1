import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { isTyping, useAllKeyHelp, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import { Link } from '../../ui/Link.tsx';
import './help.css';

const ownKeys: readonly KeyHelp[] = [
  { where: 'Everywhere', keys: ['?'], does: 'This sheet' },
  { where: 'Everywhere', keys: ['Esc'], does: 'Close what is open, or let go of what is selected' },
  { where: 'Everywhere', keys: ['Tab'], does: 'On to the next field, list or button; Shift-Tab back' },
];

/** The keys that do something on this screen, in a sheet over it. The button and `?` open it, Escape closes it. */
export const HelpSheet = (): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  const all = useAllKeyHelp();
  const sections = useMemo(() => byPlace(all), [all]);
  useKeyHelp(ownKeys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        title="Help: keys on this screen (?)"
        aria-label="Help"
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog
        ref={dialog}
        className="help"
        aria-labelledby="help-title"
        // A click beside the sheet is one on the dialog itself.
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        <div className="help-sheet">
          <div className="row spread">
            <h2 id="help-title">Keys on this screen</h2>
            <button type="button" className="button" onClick={close}>
              Close
            </button>
          </div>
          <div className="help-sections">
            {sections.map(([where, entries]) => (
              <section key={where}>
                <h3>{where}</h3>
                <dl>
                  {entries.map(({ keys, does }) => (
                    <div key={`${keys.join(' ')} ${does}`}>
                      <dt>
                        {keys.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <p>
            What a word means here:{' '}
            <Link href="/glossary" onClick={close}>
              the glossary
            </Link>
            .
          </p>
        </div>
      </dialog>
    </>
  );
};

/** The entries by place, each once, this screen's before those of everywhere. */
const byPlace = (all: readonly KeyHelp[]): readonly (readonly [string, readonly KeyHelp[]])[] => {
  const places = new Map<string, Map<string, KeyHelp>>();
  for (const entry of all) {
    const entries = places.get(entry.where) ?? new Map<string, KeyHelp>();
    entries.set(`${entry.keys.join(' ')} ${entry.does}`, entry);
    places.set(entry.where, entries);
  }
  return [...places]
    .map(([where, entries]) => [where, [...entries.values()]] as const)
    .toSorted(([a], [b]) => Number(a === 'Everywhere') - Number(b === 'Everywhere'));
};
