import { useMemo, type ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { useCommands } from '../../ui/commands.ts';
import type { Facets } from './finding-data.ts';
import { filterCommands } from './filter-commands.ts';
import {
  isFiltered,
  noFilters,
  nobody,
  type Due,
  type FindingsChange,
  type FindingsParams,
} from './use-findings-params.ts';
import { levelWords, stateWords } from './words.ts';

/** What the findings are narrowed to and how they are sorted; beside each choice how many there would be. All of it stands in the address. */
export const FindingsFilters = (props: {
  readonly params: FindingsParams;
  readonly facets: Facets | undefined;
  readonly onChange: (change: FindingsChange) => void;
}): ReactNode => {
  const { params, facets, onChange } = props;
  useCommands(useMemo(() => filterCommands(onChange), [onChange]));
  return (
    <div className="filters findings-filters" role="group" aria-label="Filters">
      <Choose
        label="Level"
        every="Every level"
        chosen={params.level}
        choices={(facets?.levels ?? []).map(({ level, count }) => [level, sentenceCase(levelWords[level]), count])}
        onChoose={(level) => onChange({ level })}
      />
      <Choose
        label="State"
        every="Every state"
        chosen={params.state}
        choices={(facets?.states ?? []).map(({ state, count }) => [state, sentenceCase(stateWords[state]), count])}
        onChoose={(state) => onChange({ state })}
      />
      <Choose
        label="Rule"
        every="Every rule"
        chosen={params.rule}
        choices={(facets?.rules ?? []).map(({ rule, count }) => [rule.id, rule.title, count])}
        onChoose={(rule) => onChange({ rule })}
      />
      <Choose
        label="Owner"
        every="Whoever"
        chosen={oneOf(params.owner)}
        choices={(facets?.owners ?? []).map(({ owner, count }) => [owner ?? nobody, owner ?? 'Nobody', count])}
        onChoose={([owner]) => onChange({ owner })}
      />
      <Choose
        label="Due"
        every="Whenever"
        chosen={oneOf(params.due)}
        choices={dueChoices(facets)}
        onChoose={([due]) => onChange({ due, before: undefined })}
      />
      {params.due === 'before' ? (
        <Day label="the day" value={params.before} onChange={(before) => onChange({ before })} />
      ) : null}
      <Choose
        label="System"
        every="Every system"
        chosen={oneOf(params.system)}
        choices={(facets?.systems ?? []).map(({ thing, count }) => [thing.id, thing.name, count])}
        onChoose={([system]) => onChange({ system })}
      />
      <Choose
        label="Channel"
        every="Every channel"
        chosen={oneOf(params.channel)}
        choices={(facets?.channels ?? []).map(({ thing, count }) => [thing.id, thing.name, count])}
        onChoose={([channel]) => onChange({ channel })}
      />
      <label>
        Words
        <input
          value={params.text ?? ''}
          placeholder="in the finding"
          onChange={(event) => onChange({ text: event.target.value || undefined })}
        />
      </label>
      <Day
        label="Changed since"
        value={params.since}
        onChange={(since) => onChange({ since, ...(since === undefined ? { list: 'all' } : {}) })}
      />
      <Day label="As of" value={params.asOf} onChange={(asOf) => onChange({ asOf })} />
      <label>
        Sort by
        <select
          value={params.sort}
          onChange={({ target }) =>
            onChange({ sort: target.value === 'DUE' ? 'DUE' : target.value === 'NEWEST' ? 'NEWEST' : 'LEVEL' })
          }
        >
          <option value="LEVEL">Level and rule</option>
          <option value="DUE">Due date</option>
          <option value="NEWEST">Newest</option>
        </select>
      </label>
      {params.entity === undefined ? null : <span className="quiet">Only about {params.entity}</span>}
      {isFiltered(params) ? (
        <button type="button" className="button" onClick={() => onChange(noFilters)}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
};

const oneOf = <T extends string>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

const dueChoices = (facets: Facets | undefined): readonly (readonly [Due, string, number | undefined])[] => [
  ['overdue', 'Overdue', facets?.due.overdue],
  ['7', 'Within 7 days', facets?.due.week],
  ['30', 'Within 30 days', undefined],
  ['90', 'Within 90 days', undefined],
  ['none', 'No due date', facets?.due.none],
  ['before', 'Before a day', undefined],
];

/** One choice of a list with counts. Several that an address names at once are told together, until another is chosen. */
const Choose = <T extends string>(props: {
  readonly label: string;
  readonly every: string;
  readonly chosen: readonly T[];
  readonly choices: readonly (readonly [value: T, words: string, count: number | undefined])[];
  readonly onChoose: (chosen: readonly T[]) => void;
}): ReactNode => {
  const { chosen, choices } = props;
  const [only] = chosen;
  const several = chosen.length > 1;
  // What the address names stays in the list, also when nothing of it is left.
  const isMissing = !several && only !== undefined && !choices.some(([value]) => value === only);
  return (
    <label>
      {props.label}
      <select
        value={several ? chosen.join(',') : (only ?? '')}
        onChange={({ target }) => {
          const found = choices.find(([value]) => value === target.value);
          if (found !== undefined) props.onChoose([found[0]]);
          else if (target.value === '') props.onChoose([]);
        }}
      >
        <option value="">{props.every}</option>
        {several ? <option value={chosen.join(',')}>{chosen.length} chosen</option> : null}
        {isMissing ? <option value={only}>{only === nobody ? 'Nobody' : only}</option> : null}
        {choices.map(([value, words, count]) => (
          <option key={value} value={value}>
            {count === undefined ? words : `${words} (${count})`}
          </option>
        ))}
      </select>
    </label>
  );
};

const Day = (props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}): ReactNode => (
  <label>
    {props.label}
    <input
      type="date"
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value || undefined)}
    />
  </label>
);
