import type { ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { originOf, originsOf, type RunData } from './use-runs.ts';
import { noParams, type ReconcileChange, type ReconcileParams } from './use-reconcile-params.ts';
import { standingWords } from '../../graph-model/observed-standing.ts';
import { decisions, decisionWords, facts, factWords, statuses } from './words.ts';

/** What the list is narrowed to: status, kind, import, decision and words. All of it stands in the address. */
export const ReconcileFilters = (props: {
  readonly params: ReconcileParams;
  readonly runs: readonly RunData[];
  readonly onChange: (change: ReconcileChange) => void;
}): ReactNode => {
  const { params, runs, onChange } = props;
  const origins = originsOf(runs);
  const origin = originOf(params, runs);
  const isKnown = origin === undefined || origins.some(([each]) => each === origin);
  const filtered = Object.values(params).some((value) => value !== undefined);
  return (
    <div className="filters" role="group" aria-label="Filters">
      <label htmlFor="reconcile-status">Status</label>
      <select
        id="reconcile-status"
        value={params.status ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ status: value === 'ANY' ? 'ANY' : statuses.find((each) => each === value) })
        }
      >
        <option value="">Wants a decision</option>
        <option value="ANY">Every status</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {sentenceCase(standingWords[status])}
          </option>
        ))}
      </select>
      <label htmlFor="reconcile-fact">Kind</label>
      <select
        id="reconcile-fact"
        value={params.fact ?? ''}
        onChange={({ target: { value } }) => onChange({ fact: facts.find((each) => each === value) })}
      >
        <option value="">Every kind</option>
        {facts.map((fact) => (
          <option key={fact} value={fact}>
            {sentenceCase(factWords[fact])}
          </option>
        ))}
      </select>
      <label htmlFor="reconcile-origin">Import</label>
      <select
        id="reconcile-origin"
        value={origin ?? (params.run === undefined ? '' : `run ${params.run}`)}
        onChange={({ target: { value } }) => onChange({ origin: value || undefined, run: undefined })}
      >
        <option value="">Every import</option>
        {params.run !== undefined && origin === undefined ? (
          <option value={`run ${params.run}`}>{params.run}</option>
        ) : null}
        {isKnown ? null : <option value={origin}>{origin}</option>}
        {origins.map(([each, file]) => (
          <option key={each} value={each}>
            {file} ({each})
          </option>
        ))}
      </select>
      <label htmlFor="reconcile-decision">Decision</label>
      <select
        id="reconcile-decision"
        value={params.decision ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ decision: value === 'ANY' ? 'ANY' : decisions.find((each) => each === value) })
        }
      >
        <option value="">Undecided</option>
        <option value="ANY">Decided or not</option>
        {decisions.map((decision) => (
          <option key={decision} value={decision}>
            {sentenceCase(decisionWords[decision])}
          </option>
        ))}
      </select>
      <label htmlFor="reconcile-text">Words</label>
      <input
        id="reconcile-text"
        value={params.text ?? ''}
        placeholder="in name, place or class"
        onChange={({ target: { value } }) => onChange({ text: value || undefined })}
      />
      {filtered ? (
        <button type="button" className="button" onClick={() => onChange(noParams)}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
};
