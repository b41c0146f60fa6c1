import { useMemo, type ReactNode } from 'react';
import { outcomeWords, sentenceCase } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SortedTable, type SortedColumn } from '../../ui/SortedTable.tsx';
import { turnGroups } from './Counts.tsx';
import { directionSigns, turnWords } from './turn-words.ts';
import type { TurnData } from './use-what-if.ts';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

type Row = TurnData & { readonly id: string };

/** The rows that fit the filters of the address. Pure. */
export const fittingTurns = (
  turns: readonly TurnData[],
  params: Pick<WhatIfParams, 'turn' | 'ofClass' | 'channel' | 'audience'>,
): readonly TurnData[] => {
  const wanted = params.turn === undefined ? undefined : new Set(params.turn.split(','));
  return turns.filter(
    ({ turn, dataClass, channel, audience }) =>
      (wanted === undefined || wanted.has(turn)) &&
      (params.ofClass === undefined || dataClass.id === params.ofClass) &&
      (params.channel === undefined || channel.id === params.channel) &&
      (params.audience === undefined || audience.id === params.audience),
  );
};

/** What would differ, row by row: a class on a channel for an audience. A class opens in the picture. */
export const TurnTable = (props: {
  readonly turns: readonly TurnData[];
  readonly complete: boolean;
  readonly total: number;
  readonly params: WhatIfParams;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { turns, params, onChange } = props;
  const columns = useMemo(() => columnsOf(onChange), [onChange]);
  const fitting = useMemo(
    () =>
      fittingTurns(turns, params).map((turn): Row => ({
        ...turn,
        id: `${turn.dataClass.id} ${turn.channel.id} ${turn.audience.id}`,
      })),
    [turns, params],
  );
  return (
    <div className="tables what-if-table" role="region" aria-label="What would differ, as a table">
      <div className="filters" role="group" aria-label="Filters of the table">
        <Choice
          label="Turn"
          every="Every turn"
          value={params.turn}
          options={turnOptions(turns)}
          onChoose={(turn) => onChange({ turn })}
        />
        <Choice
          label="Class"
          every="Every class"
          value={params.ofClass}
          options={named(turns.map(({ dataClass }) => dataClass))}
          onChoose={(ofClass) => onChange({ ofClass })}
        />
        <Choice
          label="Channel"
          every="Every channel"
          value={params.channel}
          options={named(turns.map(({ channel }) => channel))}
          onChoose={(channel) => onChange({ channel })}
        />
        <Choice
          label="Audience"
          every="Every audience"
          value={params.audience}
          options={named(turns.map(({ audience }) => audience))}
          onChoose={(audience) => onChange({ audience })}
        />
        <span className="quiet" role="status">
          {fitting.length} of {props.total} rows{props.complete ? '' : ', more are being fetched'}
        </span>
      </div>
      {fitting.length === 0 ? (
        <Notice
          kind="empty"
          title={turns.length === 0 ? 'Nothing is released otherwise.' : 'No row fits these filters.'}
          {...(turns.length === 0
            ? {}
            : {
                action: {
                  label: 'Clear the filters',
                  onClick: () =>
                    onChange({ turn: undefined, ofClass: undefined, channel: undefined, audience: undefined }),
                },
              })}
        />
      ) : (
        <SortedTable label="What would differ" columns={columns} things={fitting} isMarked={isNever} />
      )}
    </div>
  );
};

const isNever = (): boolean => false;

const turnOrder = Object.keys(turnWords);

const Choice = (props: {
  readonly label: string;
  readonly every: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string | undefined) => void;
}): ReactNode => {
  const id = `what-if-${props.label.toLowerCase()}`;
  const known = props.options.some(([value]) => value === props.value);
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value ?? ''}
        onChange={(event) => props.onChoose(event.target.value || undefined)}
      >
        <option value="">{props.every}</option>
        {props.value === undefined || known ? null : <option value={props.value}>What was chosen</option>}
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
};

const named = (things: readonly { readonly id: string; readonly name: string }[]): readonly (readonly [string, string])[] =>
  [...new Map(things.map(({ id, name }) => [id, name]))].toSorted(([, a], [, b]) => a.localeCompare(b, 'en'));

const turnOptions = (turns: readonly TurnData[]): readonly (readonly [string, string])[] => {
  const present = new Set(turns.map(({ turn }) => turn));
  return [
    ...turnGroups
      .filter((group) => group.turns.some((turn) => present.has(turn)))
      .map((group) => [group.turns.join(','), `${group.sign} ${sentenceCase(group.words)}`] as const),
    ...[...present].map((turn) => [turn, `only: ${turnWords[turn]}`] as const),
  ];
};

const columnsOf = (onChange: (change: ParamChange) => void): readonly SortedColumn<Row>[] => [
  {
    key: 'turn',
    title: 'Turn',
    width: 'minmax(170px, 1.2fr)',
    // In the order of the turns: what releases more, then what releases less.
    text: ({ turn }) => String(turnOrder.indexOf(turn)),
    show: ({ turn, direction }) => (
      <span className={`turn turn-${direction.toLowerCase()}`}>
        {directionSigns[direction]} {turnWords[turn]}
      </span>
    ),
  },
  {
    key: 'class',
    title: 'Data class',
    width: 'minmax(160px, 1.4fr)',
    text: ({ dataClass }) => dataClass.name,
    show: ({ dataClass }) => (
      <button
        type="button"
        className="text-button"
        title={`Show ${dataClass.name} in the picture`}
        onClick={() => onChange({ look: 'picture', dataClass: dataClass.id, part: undefined, selected: undefined })}
      >
        {dataClass.name}
      </button>
    ),
  },
  { key: 'channel', title: 'Channel', width: 'minmax(140px, 1.2fr)', text: ({ channel }) => channel.name },
  { key: 'audience', title: 'Audience', width: 'minmax(120px, 1fr)', text: ({ audience }) => audience.name },
  { key: 'before', title: 'Now', width: 'minmax(96px, 0.7fr)', text: ({ before }) => stateWords(before) },
  { key: 'after', title: 'Then', width: 'minmax(96px, 0.7fr)', text: ({ after }) => stateWords(after) },
];

/** What comes of a class, in words; nothing where there is no such class or channel. */
export const stateWords = (outcome: TurnData['before']): string => (outcome ? outcomeWords[outcome] : 'not there');
