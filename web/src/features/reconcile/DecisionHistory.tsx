import type { ReactNode } from 'react';
import type { ObservationDetailQuery } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { decisions, decisionWords } from './words.ts';

type Entry = NonNullable<ObservationDetailQuery['observation']>['history'][number];

/** What people decided about something seen, newest first: what, who, when and why. */
export const DecisionHistory = ({ entries }: { readonly entries: readonly Entry[] }): ReactNode => {
  const decided = entries.filter(({ changedFields }) =>
    ['decision', 'decidedAt', 'decisionReason'].some((field) => changedFields.includes(field)),
  );
  if (decided.length === 0) return <p className="quiet">Nobody decided about it yet.</p>;
  return (
    <ol className="plain">
      {decided.map((entry) => (
        <li key={entry.revision}>{toldOf(entry)}</li>
      ))}
    </ol>
  );
};

const toldOf = ({ at, actor, reason, after }: Entry): string => {
  const fields = (typeof after === 'object' && after !== null ? after : {}) as Readonly<Record<string, unknown>>;
  const decision = decisions.find((each) => each === fields['decision']);
  // The log says what was done and, after it, why: `reopen engine.oru: the vendor answered`.
  const said =
    fields['decisionReason'] ?? (decision === undefined ? reason?.split(': ').slice(1).join(': ') : undefined);
  const why = typeof said === 'string' && said !== '' ? `: ${said}` : '';
  const what = decision === undefined ? 'reopened' : decisionWords[decision];
  return `${sentenceCase(what)} · ${actor}, ${at.slice(0, 16).replace('T', ' ')} UTC${why}`;
};
