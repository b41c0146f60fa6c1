import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { TakenBack } from './TakeBackForm.tsx';
import { hrefOf } from '../../graph-model/href-of.ts';
import { codeWords } from './words.ts';

/** As many as are read at a glance. */
const step = 12;

/** What taking an import back did, and what was kept because somebody changed it since. It has the focus: the form it came from is gone. */
export const TakenBackNotice = (props: { readonly taken: TakenBack; readonly onDismiss: () => void }): ReactNode => {
  const { words, kept } = props.taken;
  const title = useRef<HTMLParagraphElement>(null);
  const [shown, setShown] = useState(step);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={`notice notice-${kept.length === 0 ? 'done' : 'partial'}`}>
      <div>
        <p className="notice-title" ref={title} tabIndex={-1}>
          {words}
        </p>
        {kept.length === 0 ? null : (
          <div className="notice-body">
            Kept, because somebody changed or decided it since:
            <ul>
              {kept.slice(0, shown).map(({ concept, id, name }) => {
                const href = hrefOf(concept, id);
                return (
                  <li key={`${concept} ${id}`}>
                    {codeWords(concept)} {href === undefined ? name : <Link href={href}>{name}</Link>}
                  </li>
                );
              })}
            </ul>
            {kept.length > shown ? (
              <button type="button" className="button" onClick={() => setShown(shown + 50)}>
                Show more of {kept.length}
              </button>
            ) : null}
          </div>
        )}
        <button type="button" className="button" onClick={props.onDismiss}>
          Dismiss
        </button>
      </div>
    </div>
  );
};
