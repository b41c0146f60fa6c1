import { useState, type ReactNode } from 'react';
import type { ImportRunsQuery } from '../../gql/graphql.ts';
import { Link } from '../../ui/Link.tsx';
import { UndoForm } from './UndoForm.tsx';
import { changeWords, runStatusWords } from './words.ts';

type Run = ImportRunsQuery['importRuns']['nodes'][number];

/** The imports there were, newest first. */
export const RunList = ({
  runs,
  onUndone,
}: {
  readonly runs: readonly Run[];
  readonly onUndone: (words: string) => void;
}): ReactNode => (
  <ul className="run-list">
    {runs.map((run) => (
      <RunRow key={run.id} run={run} onUndone={onUndone} />
    ))}
  </ul>
);

const RunRow = ({ run, onUndone }: { readonly run: Run; readonly onUndone: (words: string) => void }): ReactNode => {
  const [undoing, setUndoing] = useState(false);
  const canUndo = run.status === 'DONE' || run.status === 'RUNNING';
  return (
    <li>
      <div className="row spread">
        <div>
          <h3>{run.file}</h3>
          <p>
            {run.title ?? run.kind} · {run.startedAt.slice(0, 16).replace('T', ' ')} UTC · {runStatusWords[run.status]}
            {run.counts.length === 0 ? '' : ` · ${changeWords(run.counts)}`}
          </p>
          {run.status === 'UNDONE' ? (
            <p className="quiet">
              Taken back by {run.undoneBy ?? 'somebody'} on {run.undoneAt?.slice(0, 10) ?? 'an unknown day'}:{' '}
              {run.undoReason ?? ''}
            </p>
          ) : null}
        </div>
        <div className="row">
          {run.origin === null || run.origin === undefined || run.status !== 'DONE' ? null : (
            <Link href={`/reconcile?run=${encodeURIComponent(run.id)}`} aria-label={`Decide what ${run.file} saw`}>
              Decide what it saw
            </Link>
          )}
          {canUndo && !undoing ? (
            <button
              type="button"
              className="button"
              aria-label={`Take back ${run.file}`}
              onClick={() => setUndoing(true)}
            >
              Take back
            </button>
          ) : null}
        </div>
      </div>
      {run.warnings.length === 0 ? null : (
        <details className="stacked">
          <summary>
            {run.status === 'FAILED' ? 'Why' : 'Notes'} ({run.warnings.length})
          </summary>
          <ul>
            {run.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      {undoing ? (
        <UndoForm
          run={run.id}
          onCancel={() => setUndoing(false)}
          onDone={(words) => {
            setUndoing(false);
            onUndone(words);
          }}
        />
      ) : null}
    </li>
  );
};
