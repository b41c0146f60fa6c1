import type { ReactNode } from 'react';
import { conceptWords } from './words.ts';
import { Thing } from './Thing.tsx';
import { outcomeWords, type Outcome } from './use-decide.ts';

/** As many as are read at a glance; the rest is counted. */
const most = 12;

/** What came of a decision: how many, what was taken in with links to it, and what was not decided and why. The live region says it too. */
export const OutcomeNotice = (props: { readonly outcome: Outcome; readonly onDismiss: () => void }): ReactNode => {
  const { outcome } = props;
  const { created, notDecided } = outcome;
  const kind = outcome.trouble !== undefined ? 'failed' : notDecided.length > 0 ? 'partial' : 'done';
  return (
    <div className={`notice notice-${kind} outcome`}>
      <div>
        <p className="notice-title">{outcomeWords(outcome)}</p>
        {created.length === 0 ? null : (
          <p>
            Taken in:{' '}
            {created.slice(0, most).map((each, at) => (
              <span key={`${each.concept} ${each.id}`}>
                {at === 0 ? '' : ', '}
                {conceptWords(each.concept)} <Thing {...each} />
              </span>
            ))}
            {created.length > most ? ` and ${created.length - most} more` : ''}.
          </p>
        )}
        {notDecided.length === 0 ? null : (
          <ul className="plain">
            {notDecided.slice(0, most).map(({ id, name, message }) => (
              <li key={id}>
                <strong>{name}</strong>: {message}
              </li>
            ))}
            {notDecided.length > most ? <li>and {notDecided.length - most} more, which are still selected</li> : null}
          </ul>
        )}
      </div>
      <button type="button" className="button" onClick={props.onDismiss}>
        Dismiss
      </button>
    </div>
  );
};
