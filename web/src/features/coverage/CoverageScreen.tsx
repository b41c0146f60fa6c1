import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CoverageQuery } from '../../gql/graphql.ts';
import { buildCoverageView, type CoverageView } from '../../graph-model/coverage/coverage-view.ts';
import { describeState } from '../../graph-model/coverage/coverage-words.ts';
import { statement } from '../../graph-model/statement.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useNamedView } from '../../view/use-named-view.ts';
import { aboutView } from './about-view.ts';
import { CoverageExports } from './CoverageExports.tsx';
import { CoverageGrid } from './CoverageGrid.tsx';
import { CoverageLegend } from './CoverageLegend.tsx';
import type { GridPlace } from './grid-moves.ts';
import { traceHref, type CoverageParams } from './use-coverage-params.ts';

/** The counts, the matrix, and in words what is looked at in it. */
export const CoverageScreen = (props: {
  readonly coverage: CoverageQuery['coverage'];
  /** What the answer was asked for: while another comes, the address is ahead of it. */
  readonly params: CoverageParams;
  readonly branchNames: ReadonlyMap<string, string>;
  readonly refreshing: boolean;
}): ReactNode => {
  const { coverage, params, branchNames } = props;
  const seen = useNamedView();
  const { group, asOf, rulePack, audience } = params;
  const view = useMemo(() => buildCoverageView(coverage, group, branchNames), [coverage, group, branchNames]);
  const [looked, setLooked] = useState<GridPlace>();
  const hrefOf = useCallback(
    (dataClass: string, column: CoverageView['columns'][number] | undefined) =>
      traceHref({ asOf, rulePack }, dataClass, column?.audience.id ?? audience, column?.channel.id),
    [asOf, rulePack, audience],
  );
  const empty = coverage.rows.length === 0 || coverage.columns.length === 0;
  return (
    <>
      <div className="row spread">
        <CoverageLegend counts={coverage.counts} />
        <CoverageExports
          view={view}
          asOf={coverage.asOf}
          about={aboutView(coverage, params, seen)}
          disabled={props.refreshing || empty}
        />
      </div>
      {empty ? (
        <Nothing coverage={coverage} />
      ) : (
        <>
          <CoverageGrid view={view} hrefOf={hrefOf} onLook={setLooked} />
          <p className="coverage-looked" aria-hidden="true">
            {(looked === undefined ? undefined : wordsAt(view, looked)) ??
              'Point at a cell, or go to it with the arrow keys, to read what it says. Select it to open its trace.'}
          </p>
        </>
      )}
      <Footer channels={coverage.channelsForNobody} />
    </>
  );
};

const wordsAt = (view: CoverageView, { line: number, column }: GridPlace): string | undefined => {
  const line = view.lines[number];
  if (line?.kind !== 'row') return undefined;
  const [where, state] = [view.columns[column], line.states[column]];
  if (where === undefined || state === undefined) return `${line.name}: open its trace on every channel.`;
  return describeState({ dataClass: line.name, channel: where.channel.name, audience: where.audience.name }, state);
};

const Nothing = ({ coverage }: { readonly coverage: CoverageQuery['coverage'] }): ReactNode =>
  coverage.columns.length === 0 ? (
    <Notice kind="empty" title="No channel of this kind is live for this audience on this day.">
      Choose another audience or day, or every channel.
    </Notice>
  ) : (
    <Notice kind="empty" title="No data class fits.">
      Every class that is live on the day stands here unless a filter leaves it out. Clear the filters to see them.
    </Notice>
  );

/** What the matrix leaves out, and what it is not. */
const Footer = ({ channels }: { readonly channels: CoverageQuery['coverage']['channelsForNobody'] }): ReactNode => (
  <p className="quiet">
    {channels.length === 0 ? null : (
      <>
        Not shown, because no audience is recorded for {channels.length === 1 ? 'it' : 'them'}:{' '}
        {channels.map(({ id, name }, at) => (
          <span key={id}>
            {at === 0 ? '' : at === channels.length - 1 ? ' and ' : ', '}
            <Link href={`/record?concept=ACCESS_CHANNEL&id=${encodeURIComponent(id)}`}>{name}</Link>
          </span>
        ))}
        .{' '}
      </>
    )}
    {statement}
  </p>
);
