import { Fragment, type ReactNode } from 'react';
import type { ThingKey } from '../../editing/input-values.ts';
import { timeWords } from '../../ui/time-words.ts';
import { rowWords, type ChangeRow, type ValuesBefore } from './change-rows.ts';
import type { Changes } from './use-changes.ts';
import type { WhatIfData } from './use-what-if.ts';

type Trouble = WhatIfData['errors'][number];

/** What is supposed, line by line in words. What is wrong with a line stands at that line. */
export const ChangeList = (props: {
  readonly rows: readonly ChangeRow[];
  /** How many changes there are: what is down is counted on after them. */
  readonly many: number;
  readonly troubles: readonly Trouble[];
  /** What can be done with the lines; absent where they are only read. */
  readonly changes?: Changes;
  readonly nameOf: (thing: ThingKey) => string;
  readonly valuesBefore: ValuesBefore;
}): ReactNode => {
  const { rows, changes, nameOf } = props;
  if (rows.length === 0) return null;
  return (
    <ol className="what-if-changes" aria-label="What is supposed">
      {rows.map((row) => {
        const words = rowWords(row, nameOf, props.valuesBefore);
        const places = row.kind === 'outage' ? [props.many + row.place] : row.places;
        const troubles = props.troubles.filter(({ at }) => places.includes(at));
        return (
          <li key={row.key} className={troubles.length === 0 ? undefined : 'wrong'}>
            <span className="change-words">{words}</span>
            {changes === undefined ? null : (
              <span className="change-buttons">
                {row.kind === 'outage' ? null : (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`Open: ${words}`}
                    onClick={() => changes.reopen(row)}
                  >
                    Open
                  </button>
                )}
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Take out: ${words}`}
                  onClick={() => changes.remove(row)}
                >
                  Take out
                </button>
              </span>
            )}
            {troubles.map((trouble) => (
              <Fragment key={`${trouble.at} ${trouble.error.code} ${trouble.error.field ?? ''}`}>
                <p className="form-trouble" role="alert">
                  {conflictWords(trouble)}
                </p>
                {changes !== undefined && trouble.error.code === 'CONFLICT' && trouble.current ? (
                  <button
                    type="button"
                    className="button"
                    onClick={() => changes.takeNewest(trouble.at, trouble.current?.revision ?? 0)}
                  >
                    Take the newest
                  </button>
                ) : null}
              </Fragment>
            ))}
          </li>
        );
      })}
    </ol>
  );
};

const conflictWords = ({ error, lastChange }: Trouble): string =>
  error.code === 'CONFLICT' && lastChange
    ? `${lastChange.actor === 'local user' ? 'Somebody who gave no name' : lastChange.actor} wrote it at ${timeWords(lastChange.at)}, after this was supposed. Take the newest, and the change is supposed on top of that.`
    : error.message;
