import type { ReactNode } from 'react';
import { useFreeze } from './use-freeze.ts';
import { useView } from './use-view.ts';

/** Freezes what is shown at the revision it is of, and copies the link. Not there where it is frozen already. */
export const FreezeButton = ({ className = 'link-button' }: { readonly className?: string }): ReactNode => {
  const { freeze, trouble } = useFreeze();
  if (useView().at !== undefined) return null;
  return (
    <>
      <button
        type="button"
        className={className}
        title="Put the revision into the address and copy the link: it shows the same whatever is changed later."
        onClick={freeze}
      >
        Freeze this view
      </button>
      {trouble === undefined ? null : (
        <span className="loud" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
};
