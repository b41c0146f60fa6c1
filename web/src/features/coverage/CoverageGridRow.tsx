import { memo, type ReactNode } from 'react';
import type { StateInput } from '../../graph-model/coverage/coverage-input.ts';
import type { CoverageLine, CoverageView } from '../../graph-model/coverage/coverage-view.ts';
import { describeState, shortStateWords } from '../../graph-model/coverage/coverage-words.ts';
import { Link } from '../../ui/Link.tsx';
import { CoverageCell } from './CoverageCell.tsx';
import { headHeight, rowHeight, sideWidth } from './grid-sizes.ts';

type RowLine = Extract<CoverageLine, { kind: 'row' }>;

/** What a line needs beside itself. Everything stays the same while the matrix is scrolled. */
export interface LineProps {
  readonly line: CoverageLine;
  readonly number: number;
  readonly columns: CoverageView['columns'];
  readonly columnWidth: number;
  /** The columns that are drawn, by number. */
  readonly shown: readonly number[];
  /** The column that Tab leads to, -1 for the name; undefined in every line but one. */
  readonly stop: number | undefined;
  readonly hrefOf: (dataClass: string, column: CoverageView['columns'][number] | undefined) => string;
}

/** One line of the matrix: a heading, or a class with those of its cells that are in view. */
export const CoverageGridRow = memo((props: LineProps): ReactNode => {
  const { line, number, columns, shown, stop, columnWidth, hrefOf } = props;
  const style = { top: headHeight + number * rowHeight, height: rowHeight };
  if (line.kind === 'group') {
    return (
      <div role="row" aria-rowindex={number + 2} className="coverage-group" style={style}>
        <div role="rowheader" aria-colindex={1} aria-colspan={columns.length + 1}>
          <strong>{line.name}</strong> <span className="quiet">{line.detail}</span>
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={number + 2} className="coverage-row" style={style}>
      <div role="rowheader" aria-colindex={1} className="coverage-name" style={{ width: sideWidth }}>
        <Link
          href={hrefOf(line.id, undefined)}
          tabIndex={stop === -1 ? 0 : -1}
          data-place={`${number} -1`}
          title={line.name}
        >
          {line.name}
        </Link>
        {line.detail === '' ? null : <span className="quiet">{line.detail}</span>}
      </div>
      {shown.map((at) => {
        const [column, state] = [columns[at], line.states[at]];
        return column === undefined || state === undefined ? null : (
          <GridCell
            key={at}
            line={line}
            number={number}
            at={at}
            column={column}
            state={state}
            width={columnWidth}
            isStop={stop === at}
            hrefOf={hrefOf}
          />
        );
      })}
    </div>
  );
});

/** One cell, drawn once while columns beside it come and go. */
const GridCell = memo(
  (props: {
    readonly line: RowLine;
    readonly number: number;
    readonly at: number;
    readonly column: CoverageView['columns'][number];
    readonly state: StateInput;
    readonly width: number;
    readonly isStop: boolean;
    readonly hrefOf: LineProps['hrefOf'];
  }): ReactNode => {
    const { line, at, column, state, width } = props;
    const where = { dataClass: line.name, channel: column.channel.name, audience: column.audience.name };
    const marked = state.basis === 'UNDOCUMENTED' ? ' coverage-undocumented' : '';
    return (
      <div
        role="gridcell"
        aria-colindex={at + 2}
        className={`coverage-cell coverage-${state.outcome.toLowerCase().replace('_', '-')}${marked}`}
        style={{ left: sideWidth + at * width, width }}
      >
        <Link
          href={props.hrefOf(line.id, column)}
          tabIndex={props.isStop ? 0 : -1}
          data-place={`${props.number} ${at}`}
          // What can be read in the cell comes first: whoever goes from cell to cell hears what differs.
          aria-label={`${shortStateWords(state)}. ${describeState(where, state)}`}
        >
          <CoverageCell state={state} />
        </Link>
      </div>
    );
  },
);
