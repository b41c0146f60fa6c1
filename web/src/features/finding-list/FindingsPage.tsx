import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { FindingsQuery } from '../../gql/graphql.ts';
import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { download } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage, StaleNotice } from '../../ui/standard-notices.tsx';
import { FindingsDocument } from './documents.ts';
import { FindingRow, type FindingData } from './FindingRow.tsx';
import { FindingsFilters } from './FindingsFilters.tsx';
import { filterOf, useFindingsParams } from './use-findings-params.ts';
import { levelWords, stateWords } from './words.ts';

/** How many findings are fetched at first, and how many more each time. The API gives at most 500 at once. */
const step = 100;
const largest = 500;

/** What wants attention, worst level first and rule by rule, with who looks after it and what became of it. */
export const FindingsPage = (): ReactNode => {
  const [params, change] = useFindingsParams();
  const [first, setFirst] = useState(step);
  const query = useQuery(
    FindingsDocument,
    { asOf: params.asOf ?? null, filter: filterOf(params), first, after: null },
    { keep: true },
  );
  const { retry } = query;
  const announce = useAnnounce();
  const onReviewed = useCallback(
    (words: string) => {
      if (words !== '') announce(words);
      retry();
    },
    [announce, retry],
  );
  useEffect(() => {
    document.title = 'Findings · EHI Atlas';
  }, []);
  if (query.phase === 'failed') {
    return (
      <LonePage>
        <FailedNotice title="The findings could not be fetched." message={query.error.message} onRetry={retry} />
      </LonePage>
    );
  }
  if (query.phase !== 'ready') {
    return (
      <LonePage>
        <Notice kind="loading" title="Looking for what wants attention." />
      </LonePage>
    );
  }
  const { findings } = query.data;
  return (
    <main className="home" id="main" aria-busy={query.refreshing}>
      <h1>Findings</h1>
      <p className="sentence">{sentenceOf(query.data, params.asOf)}</p>
      <FindingsFilters params={params} rules={query.data.findingRules} onChange={change} />
      {query.trouble === undefined ? null : <StaleNotice message={query.trouble.message} onRetry={retry} />}
      <div className="row spread">
        <p>
          Showing {findings.nodes.length} of {counted(findings.totalCount, 'finding')}.
        </p>
        <button
          type="button"
          className="button"
          disabled={findings.nodes.length === 0}
          onClick={() => {
            save(findings.nodes);
            announce('CSV saved.');
          }}
        >
          Save CSV
        </button>
      </div>
      {findings.nodes.length === 0 ? (
        <Notice kind="empty" title="Nothing of this kind wants attention.">
          Findings come from rules that look at the recorded facts. Clear the filters to see the others.
        </Notice>
      ) : null}
      {byRule(findings.nodes).map(({ rule, title, level, found }) => (
        <section key={rule} className="sheet" aria-label={title}>
          <h2>
            {title}{' '}
            <span className="quiet">
              {sentenceCase(levelWords[level])} level · {counted(found.length, 'shown', 'shown')}
            </span>
          </h2>
          {found.map((finding) => (
            <FindingRow key={finding.id} finding={finding} onReviewed={onReviewed} />
          ))}
        </section>
      ))}
      {findings.pageInfo.hasNextPage ? (
        findings.nodes.length < largest ? (
          <button type="button" className="button" onClick={() => setFirst(Math.min(largest, first + step))}>
            Show more
          </button>
        ) : (
          <p>Narrow the list with the filters to see the others: at most {largest} are shown at once.</p>
        )
      ) : null}
      <p className="quiet">{statement}</p>
    </main>
  );
};

const sentenceOf = ({ high, medium, low, open }: FindingsQuery, asOf: string | undefined): string => {
  const all = high.totalCount + medium.totalCount + low.totalCount;
  return `${counted(all, 'finding')}${asOf === undefined ? ' today' : ` as of ${asOf}`}: ${high.totalCount} high, ${medium.totalCount} medium, ${low.totalCount} low; ${open.totalCount} open.`;
};

interface Group {
  readonly rule: string;
  readonly title: string;
  readonly level: FindingData['level'];
  readonly found: readonly FindingData[];
}

/** The findings by rule, in the order in which they come. */
const byRule = (nodes: readonly FindingData[]): readonly Group[] => {
  const groups = new Map<string, FindingData[]>();
  for (const finding of nodes) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups].flatMap(([rule, found]) => {
    const [first] = found;
    return first === undefined ? [] : [{ rule, title: first.title, level: first.level, found }];
  });
};

const save = (nodes: readonly FindingData[]): void => {
  const rows = [
    ['rule', 'version', 'level', 'state', 'owner', 'reason', 'explanation', 'about', 'id'],
    ...nodes.map((finding) => [
      finding.rule,
      finding.ruleVersion,
      levelWords[finding.level],
      stateWords[finding.state],
      finding.owner ?? '',
      finding.review?.rationale ?? '',
      finding.explanation,
      finding.entities.map(({ concept, id }) => `${concept.toLowerCase()} ${id}`).join('; '),
      finding.id,
    ]),
    ['about', '', '', '', '', '', statement, '', ''],
  ];
  // The mark tells spreadsheets that this is UTF-8.
  download('findings.csv', new Blob(['\uFEFF', toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
};
