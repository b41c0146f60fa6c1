import { useRef, useState, type ReactNode } from 'react';
import { useLightDismiss } from '../../ui/use-light-dismiss.ts';
import { Link } from '../../ui/Link.tsx';
import { useSavedViews } from './use-saved-views.ts';

/** The views that this browser keeps under a name: save this one, go to one, rename, remove, or copy the address of this one for others. */
export const SavedViews = ({ say }: { readonly say: (words: string) => void }): ReactNode => {
  const { views, save, rename, remove } = useSavedViews();
  const popup = useRef<HTMLDetailsElement>(null);
  useLightDismiss(popup);
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const here = (): string => `${location.pathname}${location.search}`;
  const copyLink = (): void => {
    setFailure(undefined);
    navigator.clipboard.writeText(location.href).then(
      () => say('Link copied.'),
      () => setFailure('The link could not be copied. It is the address of this page.'),
    );
  };
  const submit = (): void => {
    const wanted = name.trim();
    if (wanted === '') {
      setFailure('Give the view a name first.');
      return;
    }
    setFailure(undefined);
    if (renaming === undefined) save(wanted, here());
    else rename(renaming, wanted);
    say(renaming === undefined ? `View “${wanted}” saved.` : `View renamed to “${wanted}”.`);
    setRenaming(undefined);
    setName('');
  };
  return (
    <details ref={popup} className="menu">
      <summary className="button">Views{views.length === 0 ? '' : ` (${views.length})`}</summary>
      <div className="menu-body">
        <form
          className="button-row"
          aria-label={renaming === undefined ? 'Save this view' : `Rename ${renaming}`}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <input
            aria-label={renaming === undefined ? 'Name of this view' : `New name of ${renaming}`}
            placeholder="Name of this view"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button">
            {renaming === undefined ? 'Save' : 'Rename'}
          </button>
          <button type="button" className="button" onClick={copyLink}>
            Copy link
          </button>
        </form>
        {failure === undefined ? null : (
          <p className="loud" role="alert">
            {failure}
          </p>
        )}
        <ul className="plain">
          {views.map((view) => (
            <li key={view.name} className="saved-view">
              <Link href={view.address}>{view.name}</Link>
              <span className="button-row">
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Rename ${view.name}`}
                  onClick={() => {
                    setRenaming(view.name);
                    setName(view.name);
                  }}
                >
                  Rename
                </button>
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Remove ${view.name}`}
                  onClick={() => {
                    remove(view.name);
                    say(`View “${view.name}” removed.`);
                  }}
                >
                  Remove
                </button>
              </span>
            </li>
          ))}
        </ul>
        <p className="quiet">Kept in this browser. To share a view, send its link: the address is the whole view.</p>
      </div>
    </details>
  );
};
