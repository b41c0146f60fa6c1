import { useMemo, type ReactNode } from 'react';
import type { CoverageChoicesQuery } from '../../gql/graphql.ts';
import { coverageBases, coverageOutcomes } from '../../graph-model/coverage/coverage-input.ts';
import { coverageGroupings, groupingWords } from '../../graph-model/coverage/coverage-view.ts';
import { basisWords } from '../../graph-model/coverage/coverage-words.ts';
import { outcomeWords, sentenceCase } from '../../graph-model/words.ts';
import { useCommands } from '../../ui/commands.ts';
import { filterCommands } from './filter-commands.ts';
import type { CoverageChange, CoverageParams } from './use-coverage-params.ts';

/** What the filters are when none is chosen. */
const cleared: CoverageChange = {
  audience: undefined,
  asOf: undefined,
  rulePack: undefined,
  group: undefined,
  sideBySide: undefined,
  differing: undefined,
  outcome: undefined,
  basis: undefined,
  text: undefined,
};

/** For whom, on which day, which channels and which rows. All of it stands in the address. */
export const CoverageFilters = (props: {
  readonly params: CoverageParams;
  readonly asOf: string | undefined;
  readonly choices: CoverageChoicesQuery | undefined;
  readonly onChange: (change: CoverageChange) => void;
}): ReactNode => {
  const { params, choices, onChange } = props;
  const known = choices?.audiences.nodes;
  useCommands(useMemo(() => filterCommands(known ?? [], onChange, cleared), [known, onChange]));
  const audiences = known ?? [];
  const packs = choices?.rulePacks ?? [];
  const { group, ...others } = params;
  const filtered = group !== 'branch' || Object.values(others).some((value) => value !== undefined && value !== false);
  return (
    <div className="filters" role="group" aria-label="Filters">
      <label>
        Audience
        <select
          value={params.audience ?? ''}
          onChange={(event) => onChange({ audience: event.target.value || undefined })}
        >
          <option value="">Every audience</option>
          {params.audience === undefined || audiences.some(({ id }) => id === params.audience) ? null : (
            <option value={params.audience}>{params.audience}</option>
          )}
          {audiences.map((audience) => (
            <option key={audience.id} value={audience.id}>
              {audience.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Channels
        <select
          value={params.sideBySide ? 'side-by-side' : ''}
          onChange={(event) =>
            // Side by side, what differs is what is looked for; the box beside takes it away.
            onChange(
              event.target.value === ''
                ? { sideBySide: undefined, differing: undefined }
                : { sideBySide: true, differing: true },
            )
          }
        >
          <option value="">Every channel</option>
          <option value="side-by-side">Portal, API and EHI export side by side</option>
        </select>
      </label>
      <label className="coverage-check">
        <input
          type="checkbox"
          checked={params.differing}
          onChange={(event) => onChange({ differing: event.target.checked || undefined })}
        />
        Only what differs
      </label>
      <label>
        Outcome
        <select
          value={params.outcome ?? ''}
          onChange={(event) => onChange({ outcome: coverageOutcomes.find((each) => each === event.target.value) })}
        >
          <option value="">Every outcome</option>
          {coverageOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {sentenceCase(outcomeWords[outcome])}
            </option>
          ))}
        </select>
      </label>
      <label>
        Documentation
        <select
          value={params.basis ?? ''}
          onChange={(event) => onChange({ basis: coverageBases.find((each) => each === event.target.value) })}
        >
          <option value="">However documented</option>
          {coverageBases.map((basis) => (
            <option key={basis} value={basis}>
              {sentenceCase(basisWords[basis])}
            </option>
          ))}
        </select>
      </label>
      <label>
        Class
        <input
          value={params.text ?? ''}
          placeholder="in its name"
          onChange={(event) => onChange({ text: event.target.value || undefined })}
        />
      </label>
      <label>
        Group by
        <select
          value={params.group}
          onChange={(event) => onChange({ group: coverageGroupings.find((each) => each === event.target.value) })}
        >
          {coverageGroupings.map((each) => (
            <option key={each} value={each}>
              {groupingWords[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        As of
        <input
          type="date"
          value={params.asOf ?? props.asOf ?? ''}
          onChange={(event) => onChange({ asOf: event.target.value || undefined })}
        />
      </label>
      <label>
        Rules
        <select
          value={params.rulePack ?? ''}
          title={packs.find(({ id }) => id === params.rulePack)?.title ?? 'The newest rule pack in force'}
          onChange={(event) => onChange({ rulePack: event.target.value || undefined })}
        >
          <option value="">{packs.find(({ isStandard }) => isStandard)?.id ?? 'In force'}</option>
          {packs
            .filter(({ isStandard }) => !isStandard)
            .map((pack) => (
              <option key={pack.id} value={pack.id}>
                {pack.id}
                {pack.status === 'PROPOSED' ? ' (proposed)' : ''}
              </option>
            ))}
        </select>
      </label>
      {filtered ? (
        <button type="button" className="button" onClick={() => onChange(cleared)}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
};
