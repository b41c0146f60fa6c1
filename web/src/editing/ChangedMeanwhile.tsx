import type { ReactNode } from 'react';
import { timeWords } from '../ui/time-words.ts';
import { nameOf } from './ConflictChoice.tsx';
import type { Trouble } from './use-change-set.ts';

/**
 * Says at once that somebody else has changed the thing while its form was open: what was typed stays, and can be put together with theirs before it is saved. Where nothing
 * was typed the form has theirs already.
 */
export const ChangedMeanwhile = (props: {
  /** The revision of the thing when the form was opened, and now. */
  readonly openedAt: number;
  readonly revision: number;
  readonly lastChange: Trouble['lastChange'] | undefined;
  /** Whether something was typed that does not have their change in it. */
  readonly typed: boolean;
  readonly onLook: () => void;
}): ReactNode => {
  const { lastChange, typed } = props;
  if (!typed && props.revision === props.openedAt) return null;
  const who = lastChange
    ? `${nameOf(lastChange.actor)} changed it at ${timeWords(lastChange.at)}`
    : 'Somebody changed it';
  return (
    <div className="draft-note" role={typed ? 'alert' : 'status'}>
      {typed ? (
        <p>
          {who} while this form was open. What you typed is still here.{' '}
          <button type="button" className="text-button" onClick={props.onLook}>
            Put both together
          </button>
        </p>
      ) : (
        <p>{who}. The form shows it as it is now.</p>
      )}
    </div>
  );
};
