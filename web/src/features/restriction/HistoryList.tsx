import type { ReactNode } from 'react';
import type { RestrictionData } from './story-data.ts';
import { timeWords } from '../../ui/time-words.ts';

/** The log entries of a record, newest first, each in one line. */
export const HistoryList = ({ entries }: { readonly entries: RestrictionData['history'] }): ReactNode => (
  <ol className="plain history">
    {entries.map((entry) => (
      <li key={entry.revision}>
        {timeWords(entry.at)} · {entry.actor} · {entry.action.toLowerCase()}
        {entry.changedFields.length === 0 ? '' : ` (${entry.changedFields.join(', ')})`}
        {entry.reason ? `: ${entry.reason}` : ''} <span className="quiet">revision {entry.revision}</span>
      </li>
    ))}
  </ol>
);
