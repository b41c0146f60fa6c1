import type { ReactNode } from 'react';
import type { FindingChangesQuery } from '../../gql/graphql.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { useQuery } from '../../api/use-query.ts';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FindingChangesDocument } from './documents.ts';
import type { ChangeList } from './use-findings-params.ts';
import { dueWords, levelWords, ownerWords, stateWords } from './words.ts';

/** As many as are told of each list here; the queue and the command line have all of them. */
const most = 500;

type Changes = FindingChangesQuery['findingChanges'];

/** What changed since a day: which revision stood then, and the lists to choose between. `children` is shown for those that are still there. */
export const ChangedLists = (props: {
  readonly since: string;
  readonly asOf: string | undefined;
  readonly list: ChangeList;
  readonly onList: (list: ChangeList) => void;
  readonly children: ReactNode;
}): ReactNode => {
  const { since, list } = props;
  const query = useQuery(FindingChangesDocument, { since, asOf: props.asOf ?? null, first: most }, { keep: true });
  if (query.phase === 'failed')
    return <FailedNotice title="What changed could not be told." message={query.error.message} onRetry={query.retry} />;
  if (query.phase !== 'ready')
    return <Notice kind="loading" title={`Looking at the inventory as it was on ${since}.`} />;
  const changes = query.data.findingChanges;
  return (
    <>
      <div className="row changed-lists" role="group" aria-label={`What changed since ${since}`}>
        <span>{changes.sentence}</span>
        {lists(changes).map(([key, words]) => (
          <button
            key={key}
            type="button"
            className="button"
            aria-pressed={list === key}
            onClick={() => props.onList(key)}
          >
            {words}
          </button>
        ))}
      </div>
      {list === 'all' ? props.children : <ChangedTable list={list} changes={changes} />}
    </>
  );
};

const lists = (changes: Changes): readonly (readonly [ChangeList, string])[] => [
  ['all', 'Changed and still there'],
  ['appeared', `Appeared (${changes.appeared.totalCount})`],
  ['gone', `Gone (${changes.gone.totalCount})`],
  ['reviewed', `Reviewed (${changes.reviewed.totalCount})`],
];

const ChangedTable = ({
  list,
  changes,
}: {
  readonly list: Exclude<ChangeList, 'all'>;
  readonly changes: Changes;
}): ReactNode => {
  const { totalCount, nodes } = changes[list];
  if (totalCount === 0)
    return (
      <Notice kind="empty" title={emptyWords[list]}>
        Choose another list or an earlier day.
      </Notice>
    );
  return (
    <div className="queue changed-table" tabIndex={0} role="region" aria-label={titles[list]}>
      {totalCount > nodes.length ? (
        <p className="quiet">
          The first {nodes.length} of {counted(totalCount, 'finding')}; the command line tells all of them: findings
          --since.
        </p>
      ) : null}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Finding</th>
            <th scope="col">{list === 'reviewed' ? 'Before' : 'State'}</th>
            <th scope="col">{list === 'reviewed' ? 'Now' : 'Owner'}</th>
          </tr>
        </thead>
        <tbody>
          {list === 'reviewed'
            ? changes.reviewed.nodes.map((each) => (
                <tr key={each.finding}>
                  <td>{each.now ? sentenceCase(levelWords[each.now.level]) : 'Gone'}</td>
                  <td>{each.explanation}</td>
                  <td>{standWords(each.stateBefore, each.ownerBefore, each.dueOnBefore)}</td>
                  <td>
                    {standWords(each.review.state, each.review.owner, each.review.dueOn)}
                    {each.review.rationale ? ` ${each.review.rationale}` : ''}{' '}
                    <span className="quiet">
                      {each.review.source}, {each.review.updatedAt.slice(0, 16).replace('T', ' ')} UTC
                    </span>
                  </td>
                </tr>
              ))
            : changes[list].nodes.map((finding) => (
                <tr key={finding.id}>
                  <td>{sentenceCase(levelWords[finding.level])}</td>
                  <td>{finding.explanation}</td>
                  <td>{sentenceCase(stateWords[finding.state])}</td>
                  <td>{sentenceCase(ownerWords(finding.owner))}</td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
};

const titles = { appeared: 'Appeared since', gone: 'Gone since', reviewed: 'Reviewed since' } as const;
const emptyWords = {
  appeared: 'Nothing appeared since.',
  gone: 'Nothing is gone since.',
  reviewed: 'No review says something else since.',
} as const;

const standWords = (
  state: keyof typeof stateWords,
  owner: string | null | undefined,
  dueOn: string | null | undefined,
): string => `${sentenceCase(stateWords[state])}, owner ${ownerWords(owner)}, ${dueWords(dueOn)}.`;
