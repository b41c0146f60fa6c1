import type { ReactNode } from 'react';
import { toCsv } from '../../graph-model/csv.ts';
import { downloadCsv } from '../../ui/download.ts';
import { announce } from '../../ui/live.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { fileName, type SavedFacts } from './saved-facts.ts';
import { turnRows } from './turn-rows.ts';
import { fittingTurns, TurnTable } from './TurnTable.tsx';
import { turnWords } from './turn-words.ts';
import type { TurnData } from './use-what-if.ts';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

/** The table with the button that saves it. */
export const TableSection = (props: {
  readonly turns: readonly TurnData[];
  readonly complete: boolean;
  readonly total: number;
  readonly params: WhatIfParams;
  readonly facts: SavedFacts;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { turns, complete, params, facts } = props;
  const save = (): void => {
    const rows = turnRows(fittingTurns(turns, params), facts, filterWords(turns, params));
    downloadCsv(`${fileName(facts)}.csv`, toCsv(rows));
    announce('CSV saved.');
  };
  useExportCommands(complete ? [{ title: 'Save what would differ as CSV', run: save }] : []);
  return (
    <>
      <TurnTable
        turns={turns}
        complete={complete}
        total={props.total}
        params={params}
        onChange={props.onChange}
      />
      <div className="exports" role="group" aria-label="Save the table">
        <button
          type="button"
          className="link-button"
          disabled={!complete}
          title={complete ? undefined : 'More rows are being fetched'}
          onClick={save}
        >
          Save CSV
        </button>
      </div>
    </>
  );
};

/** What the table is narrowed to, in words. Pure. */
const filterWords = (turns: readonly TurnData[], params: WhatIfParams): readonly string[] => {
  const nameOf = (kind: 'dataClass' | 'channel' | 'audience', id: string | undefined): readonly string[] =>
    id === undefined ? [] : [turns.find((turn) => turn[kind].id === id)?.[kind].name ?? id];
  const wanted = turns.map(({ turn }) => turn).filter((turn) => params.turn?.split(',').includes(turn) === true);
  return [
    ...(params.turn === undefined ? [] : [`Turn: ${[...new Set(wanted)].map((turn) => turnWords[turn]).join(', ')}`]),
    ...nameOf('dataClass', params.ofClass).map((name) => `Class: ${name}`),
    ...nameOf('channel', params.channel).map((name) => `Channel: ${name}`),
    ...nameOf('audience', params.audience).map((name) => `Audience: ${name}`),
    ...(params.turn ?? params.ofClass ?? params.channel ?? params.audience) === undefined ? ['Every row'] : [],
  ];
};
