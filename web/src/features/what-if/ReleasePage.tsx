import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { FormChoicesDocument, ThingHeadDocument } from '../../editing/documents.ts';
import { ThingPicker } from '../../editing/ThingPicker.tsx';
import type { Concept } from '../../gql/graphql.ts';
import { Link } from '../../ui/Link.tsx';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { ReleaseSetsDocument } from './release-documents.ts';
import { ReleaseSet } from './ReleaseSet.tsx';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

const noVariables = {};
const classes: Concept[] = ['DATA_CLASS'];

/** How a class could be released to an audience: the smallest sets of changes, the best first, each with its proof and the way to try it. */
export const ReleasePage = (props: {
  readonly params: WhatIfParams;
  readonly change: (change: ParamChange) => void;
}): ReactNode => {
  const { params, change } = props;
  const id = useId();
  const announce = useAnnounce();
  const [allowLimited, setAllowLimited] = useState(false);
  const { dataClass, audience, asOf } = params;
  const head = useQuery(ThingHeadDocument, dataClass === undefined ? undefined : { concept: 'DATA_CLASS', id: dataClass });
  const name = head.phase === 'ready' ? head.data.node?.name : undefined;
  const choices = useQuery(FormChoicesDocument, noVariables);
  const audiences = choices.phase === 'ready' ? choices.data.audiences.nodes : [];
  const question = useMemo(
    () =>
      dataClass === undefined || audience === undefined
        ? undefined
        : { dataClass, audience, asOf: asOf ?? null, allowLimited },
    [dataClass, audience, asOf, allowLimited],
  );
  const query = useQuery(ReleaseSetsDocument, question, { keep: true });
  const answer = query.phase === 'ready' ? query.data.smallestReleaseSets : undefined;
  const sentence = answer?.sentence;
  useEffect(() => {
    document.title = 'How could it be released? · EHI Atlas';
  }, []);
  useEffect(() => {
    if (sentence !== undefined) announce(sentence);
  }, [announce, sentence]);
  return (
    <main className="what-if-page what-if-release" id="main" aria-busy={query.phase === 'ready' && query.refreshing}>
      <div className="head">
        <h1>
          How could {name ?? 'a class'} be released to {audiences.find((each) => each.id === audience)?.name ?? 'an audience'}?
        </h1>
        <button type="button" className="button" onClick={() => change({ page: 'sandbox' })}>
          Back to the what-if
        </button>
      </div>
      <div className="filters" role="group" aria-label="What is to be released to whom">
        <label htmlFor={`${id}-class`}>{name === undefined ? 'Data class' : 'Another class'}</label>
        <ThingPicker
          id={`${id}-class`}
          concepts={classes}
          taken={[]}
          onPick={(thing) => change({ dataClass: thing.id })}
        />
        <label htmlFor={`${id}-audience`}>Audience</label>
        <select
          id={`${id}-audience`}
          value={audience ?? ''}
          onChange={(event) => change({ audience: event.target.value || undefined })}
        >
          <option value="">Choose one</option>
          {audiences.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <label>
          <input
            type="checkbox"
            checked={allowLimited}
            onChange={(event) => setAllowLimited(event.target.checked)}
          />
          A release with a delay, fee, terms or manner will do
        </label>
      </div>
      {query.phase === 'idle' ? (
        <Notice kind="empty" title="Choose a data class and an audience.">
          Here stand then the smallest sets of changes each of which would release the class to the audience.
        </Notice>
      ) : query.phase === 'failed' ? (
        <FailedNotice title="It could not be worked out." message={query.error.message} onRetry={query.retry} />
      ) : answer === undefined ? (
        <Notice kind="loading" title="Looking for the smallest sets of changes." />
      ) : (
        <>
          <p className="what-if-sentence">{answer.sentence}</p>
          {answer.notes.map((note) => (
            <p key={note} className="what-if-note">
              {note}
            </p>
          ))}
          <p className="quiet">
            As of {answer.asOf}, revision {answer.revision}. {answer.exact ? 'Exact: there are no smaller sets.' : 'Not searched to the end.'}
          </p>
          {answer.sets.length === 0 ? (
            <Notice
              kind="empty"
              title={answer.isReleased ? 'Nothing has to change.' : 'No set of changes was found.'}
            >
              <Link href={`/trace?class=${encodeURIComponent(answer.dataClass.id)}&audience=${encodeURIComponent(answer.audience.id)}`}>
                See the trace
              </Link>
            </Notice>
          ) : (
            <ol className="what-if-sets" aria-label="Sets of changes, the best first">
              {answer.sets.map((set, at) => (
                <ReleaseSet
                  key={`${set.channel.id} ${set.changes.map(({ words }) => words).join(' ')}`}
                  set={set}
                  place={at + 1}
                  dataClass={answer.dataClass.id}
                  onTry={() =>
                    change({ page: 'sandbox', audience: undefined, dataClass: answer.dataClass.id, look: 'picture', side: 'difference' })
                  }
                />
              ))}
            </ol>
          )}
        </>
      )}
    </main>
  );
};
