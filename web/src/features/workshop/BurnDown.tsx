import { useId, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { BurnDownQuery } from '../../gql/graphql.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { burnDownLine } from './burn-down-line.ts';
import { BurnDownDocument } from './documents.ts';

type Point = NonNullable<BurnDownQuery['workshop']>['burnDown'][number];

const size = { width: 760, height: 260, left: 76, right: 44, top: 24, bottom: 44 };
/** Where the grid begins, left of the first point, so that its numbers and those of the points are apart. */
const gridLeft = 40;
const momentWords = { OPENED: 'opened', CLOSED: 'closed', NOW: 'now' } as const;

/** How much was unknown when each workshop was opened and closed, and is now: as a line, and as a table of the same numbers by kind. */
export const BurnDown = ({ workshop }: { readonly workshop: string }): ReactNode => {
  const query = useQuery(
    BurnDownDocument,
    useMemo(() => ({ id: workshop }), [workshop]),
    { keep: true },
  );
  if (query.phase === 'failed')
    return (
      <FailedNotice title="The burn-down could not be fetched." message={query.error.message} onRetry={query.retry} />
    );
  if (query.phase !== 'ready') return <Notice kind="loading" title="Counting what is unknown." />;
  return <Chart points={query.data.workshop?.burnDown ?? []} />;
};

const Chart = ({ points }: { readonly points: readonly Point[] }): ReactNode => {
  const id = useId();
  const [kind, setKind] = useState('');
  const kinds = points.at(-1)?.counts ?? [];
  const values = points.map((point) => valueOf(point, kind));
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const what = kind === '' ? 'Everything unknown' : (kinds.find((each) => each.kind === kind)?.title ?? kind);
  const sentence =
    points.length < 2
      ? `${what}: ${last} now. The line begins when a workshop is opened.`
      : `${what}: ${first} when ${points[0]?.name ?? 'the first workshop'} was opened, ${last} now${
          first === last ? ', as many' : `, ${Math.abs(first - last)} ${last < first ? 'fewer' : 'more'}`
        }.`;
  return (
    <div className="burn-down">
      <div className="row spread">
        <p>{sentence}</p>
        <label htmlFor={`${id}-kind`} className="row quiet">
          Show
          <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">all kinds together</option>
            {kinds.map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="quiet">
        Counted in the whole inventory, among everything that was live at the moment. Home counts the classes that the
        catalogues put into the record set: what is missing there is here the classes that nobody mapped.
      </p>
      <Line points={points} values={values} label={sentence} />
      <Table points={points} kind={kind} />
    </div>
  );
};

const valueOf = (point: Point, kind: string): number =>
  kind === '' ? point.total : (point.counts.find((each) => each.kind === kind)?.count ?? 0);

const Line = (props: {
  readonly points: readonly Point[];
  readonly values: readonly number[];
  readonly label: string;
}): ReactNode => {
  const { points, grid } = burnDownLine(props.values, size);
  // Where there are many, only every so many are named below; the table has them all.
  const every = Math.ceil(points.length / 8);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="burn-down-line" role="img" aria-label={props.label}>
      {grid.map(({ y, value }) => (
        <g key={value}>
          <line x1={gridLeft} x2={size.width - size.right} y1={y} y2={y} className="burn-down-grid" />
          <text x={gridLeft - 8} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} className="burn-down-stroke" />
      {points.map(({ x, y, value }, at) => {
        const point = props.points[at];
        return (
          <g key={`${x}`}>
            <circle cx={x} cy={y} r={5} className="burn-down-point" />
            <text x={x} y={y - 10} textAnchor="middle" className="burn-down-value">
              {value}
            </text>
            {point === undefined || (at % every !== 0 && at !== points.length - 1) ? null : (
              <text x={x} y={size.height - 24} textAnchor="middle">
                <tspan x={x}>{momentWords[point.moment]}</tspan>
                <tspan x={x} dy={16}>
                  {point.at.slice(0, 10)}
                </tspan>
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};

const Table = (props: { readonly points: readonly Point[]; readonly kind: string }): ReactNode => {
  const { points } = props;
  const rows = [
    { kind: '', title: 'Everything unknown' },
    ...(points.at(-1)?.counts ?? []).map(({ kind, title }) => ({ kind: kind as string, title })),
  ];
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label="The same as a table">
      <table>
        <caption className="unseen">How much was unknown, by kind</caption>
        <thead>
          <tr>
            <th scope="col">Unknown</th>
            {points.map((point) => (
              <th key={`${point.moment} ${point.workshop ?? ''}`} scope="col">
                {point.workshop ? `${point.name ?? point.workshop} ${momentWords[point.moment]}` : 'Now'}
                <span className="quiet">
                  {' '}
                  {timeWords(point.at)}, revision {point.revision}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, title }) => (
            <tr key={kind} aria-current={kind === props.kind ? 'true' : undefined}>
              <th scope="row">{title}</th>
              {points.map((point) => (
                <td key={`${point.moment} ${point.workshop ?? ''}`}>{valueOf(point, kind)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
