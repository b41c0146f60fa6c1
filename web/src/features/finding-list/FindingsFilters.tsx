import type { ReactNode } from 'react';
import type { FindingsQuery } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import type { FindingsChange, FindingsParams } from './use-findings-params.ts';
import { levels, levelWords, states, stateWords } from './words.ts';

/** What the findings are narrowed to: day, level, state, rule and words. All of it stands in the address. */
export const FindingsFilters = (props: {
  readonly params: FindingsParams;
  readonly rules: FindingsQuery['findingRules'];
  readonly onChange: (change: FindingsChange) => void;
}): ReactNode => {
  const { params, onChange } = props;
  const filtered = Object.values(params).some((value) => value !== undefined);
  return (
    <div className="filters" role="group" aria-label="Filters">
      <label htmlFor="findings-level">Level</label>
      <select
        id="findings-level"
        value={params.level ?? ''}
        onChange={(event) => onChange({ level: levels.find((level) => level === event.target.value) })}
      >
        <option value="">Every level</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {sentenceCase(levelWords[level])}
          </option>
        ))}
      </select>
      <label htmlFor="findings-state">State</label>
      <select
        id="findings-state"
        value={params.state ?? ''}
        onChange={(event) => onChange({ state: states.find((state) => state === event.target.value) })}
      >
        <option value="">Every state</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {sentenceCase(stateWords[state])}
          </option>
        ))}
      </select>
      <label htmlFor="findings-rule">Rule</label>
      <select
        id="findings-rule"
        value={params.rule ?? ''}
        onChange={(event) => onChange({ rule: event.target.value || undefined })}
      >
        <option value="">Every rule</option>
        {props.rules.map((rule) => (
          <option key={rule.id} value={rule.id}>
            {rule.title}
          </option>
        ))}
      </select>
      <label htmlFor="findings-text">Words</label>
      <input
        id="findings-text"
        value={params.text ?? ''}
        placeholder="in the explanation"
        onChange={(event) => onChange({ text: event.target.value || undefined })}
      />
      <label htmlFor="findings-as-of">As of</label>
      <input
        id="findings-as-of"
        type="date"
        value={params.asOf ?? ''}
        onChange={(event) => onChange({ asOf: event.target.value || undefined })}
      />
      {params.entity === undefined ? null : <span className="quiet">Only about {params.entity}</span>}
      {filtered ? (
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({
              asOf: undefined,
              level: undefined,
              state: undefined,
              rule: undefined,
              text: undefined,
              entity: undefined,
            })
          }
        >
          Clear filters
        </button>
      ) : null}
    </div>
  );
};
