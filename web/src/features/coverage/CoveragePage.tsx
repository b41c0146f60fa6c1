import { useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { CoverageQuery, CoverageQueryVariables } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage, StaleNotice } from '../../ui/standard-notices.tsx';
import { CoverageFilters } from './CoverageFilters.tsx';
import { CoverageScreen } from './CoverageScreen.tsx';
import { CoverageChoicesDocument, CoverageDocument } from './documents.ts';
import { filterOf, useCoverageParams, type CoverageParams } from './use-coverage-params.ts';
import './coverage.css';

const noVariables = {};

/** The coverage matrix: what is released, limited and withheld, class by class, channel by channel and for whom. */
export const CoveragePage = (): ReactNode => {
  const [params, change] = useCoverageParams();
  const query = useQuery(
    CoverageDocument,
    { filter: filterOf(params), asOf: params.asOf ?? null, rulePack: params.rulePack ?? null },
    { keep: true },
  );
  const choices = useQuery(CoverageChoicesDocument, noVariables, { keep: true });
  const branches = choices.phase === 'ready' ? choices.data.catalogue.drsBranches : undefined;
  const branchNames = useMemo(() => new Map((branches ?? []).map(({ id, name }) => [id, name])), [branches]);
  useEffect(() => {
    document.title = 'Coverage matrix · EHI Atlas';
  }, []);
  const ready = query.phase === 'ready' ? query.data.coverage : undefined;
  if (query.phase !== 'ready' && query.phase !== 'failed') {
    return (
      <LonePage>
        <Notice kind="loading" title="Working out what every channel releases." />
      </LonePage>
    );
  }
  return (
    <main className="coverage" id="main" aria-busy={query.phase === 'ready' && query.refreshing}>
      <div className="row">
        <h1>Coverage matrix</h1>
        {ready === undefined ? null : <p className="sentence">{sentenceOf(ready)}</p>}
      </div>
      <CoverageFilters
        params={params}
        asOf={ready?.asOf}
        choices={choices.phase === 'ready' ? choices.data : undefined}
        onChange={change}
      />
      {query.phase === 'failed' ? (
        <FailedNotice title="The coverage could not be fetched." message={query.error.message} onRetry={query.retry} />
      ) : (
        <>
          {query.trouble === undefined ? null : <StaleNotice message={query.trouble.message} onRetry={query.retry} />}
          <CoverageScreen
            coverage={query.data.coverage}
            params={askedOf(params, query.asked)}
            branchNames={branchNames}
            refreshing={query.refreshing}
          />
        </>
      )}
    </main>
  );
};

/** The parameters that the answer on the screen was asked with: while another is fetched, the address is ahead of it. */
const askedOf = (params: CoverageParams, { filter, asOf, rulePack }: CoverageQueryVariables): CoverageParams => ({
  ...params,
  audience: filter?.audience ?? undefined,
  sideBySide: Boolean(filter?.families),
  differing: filter?.differing === true,
  outcome: filter?.outcome ?? undefined,
  basis: filter?.basis ?? undefined,
  text: filter?.text ?? undefined,
  asOf: asOf ?? undefined,
  rulePack: rulePack ?? undefined,
});

/** How large the matrix is, and what wants attention in it. The legend counts the rest. */
const sentenceOf = ({ rows, columns, counts, asOf }: CoverageQuery['coverage']): string => {
  const channels = new Set(columns.map(({ channel }) => channel.id)).size;
  const undocumented = counts
    .filter(({ basis }) => basis === 'UNDOCUMENTED')
    .reduce((sum, { count }) => sum + count, 0);
  const answers = (rows.length * columns.length).toLocaleString('en-US');
  const size = `${counted(rows.length, 'data class', 'data classes')} on ${counted(channels, 'channel')} as of ${asOf}`;
  return `${size}. Of ${answers} answers, ${undocumented.toLocaleString('en-US')} are limited or withheld with no documented exception.`;
};
