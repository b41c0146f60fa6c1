import { useMemo, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { restrictionFilters, type RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { useCommands } from '../../ui/commands.ts';
import { FilterChoicesDocument } from './documents.ts';
import { filterCommands } from './filter-commands.ts';
import type { ParamChange, TraceParams } from './use-trace-params.ts';

const noVariables = {};

/** For whom, through which channel and on which day. Each filter asks the question anew, so that sentence, picture and paths stay one answer. */
export const Filters = (props: {
  readonly params: TraceParams;
  readonly asOf: string | undefined;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const choices = useQuery(FilterChoicesDocument, noVariables);
  const { params, onChange } = props;
  const data = choices.phase === 'ready' ? choices.data : undefined;
  useCommands(useMemo(() => (data === undefined ? [] : filterCommands(data, onChange)), [data, onChange]));
  const cleared = { path: undefined, selected: undefined } as const;
  const filtered =
    [params.audience, params.channel, params.asOf, params.rulePack].some((each) => each !== undefined) ||
    params.show !== 'all';
  const audiences = data?.audiences.nodes ?? [];
  const packs = data?.rulePacks ?? [];
  const channels = data?.accessChannels.nodes ?? [];
  return (
    <div className="filters" role="group" aria-label="Filters">
      <label htmlFor="filter-audience">Audience</label>
      <select
        id="filter-audience"
        value={params.audience ?? ''}
        title={nameIn(audiences, params.audience) ?? 'Every audience'}
        onChange={(event) => onChange({ ...cleared, audience: event.target.value || undefined })}
      >
        <option value="">Every audience</option>
        {withCurrent(audiences, params.audience).map((audience) => (
          <option key={audience.id} value={audience.id}>
            {audience.name}
          </option>
        ))}
      </select>
      <label htmlFor="filter-channel">Channel</label>
      <select
        id="filter-channel"
        value={params.channel ?? ''}
        title={nameIn(channels, params.channel) ?? 'Every channel'}
        onChange={(event) => onChange({ ...cleared, channel: event.target.value || undefined })}
      >
        <option value="">Every channel</option>
        {withCurrent(channels, params.channel).map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name}
          </option>
        ))}
      </select>
      <label htmlFor="filter-as-of">As of</label>
      <input
        id="filter-as-of"
        type="date"
        value={params.asOf ?? props.asOf ?? ''}
        onChange={(event) => onChange({ ...cleared, asOf: event.target.value || undefined })}
      />
      <label htmlFor="filter-pack">Rules</label>
      <select
        id="filter-pack"
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
      <label htmlFor="filter-show">Show</label>
      <select
        id="filter-show"
        value={params.show}
        onChange={(event) =>
          onChange({ path: undefined, show: restrictionFilters.find((each) => each === event.target.value) })
        }
      >
        {restrictionFilters.map((each) => (
          <option key={each} value={each}>
            {showWords[each]}
          </option>
        ))}
      </select>
      {filtered ? (
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({
              ...cleared,
              audience: undefined,
              channel: undefined,
              asOf: undefined,
              rulePack: undefined,
              show: undefined,
            })
          }
        >
          Clear filters
        </button>
      ) : null}
    </div>
  );
};

/** What each choice of restrictions is called. */
export const showWords: Readonly<Record<RestrictionFilter, string>> = {
  all: 'every restriction',
  undocumented: 'only undocumented',
  incomplete: 'only incomplete',
};

interface Choice {
  readonly id: string;
  readonly name: string;
}

const nameIn = (choices: readonly Choice[], id: string | undefined): string | undefined =>
  id === undefined ? undefined : (choices.find((choice) => choice.id === id)?.name ?? id);

/** The choices, with the chosen one among them even before they are fetched. */
const withCurrent = (choices: readonly Choice[], current: string | undefined): readonly Choice[] =>
  current === undefined || choices.some((choice) => choice.id === current)
    ? choices
    : [...choices, { id: current, name: current }];
