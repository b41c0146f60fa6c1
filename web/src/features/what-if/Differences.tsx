import { useEffect, useMemo, type ReactNode } from 'react';
import type { Query } from '../../api/use-query.ts';
import type { WhatIfQuery, WhatIfQueryVariables } from '../../gql/graphql.ts';
import { readView } from '../../view/use-view.ts';
import { viewFacts } from '../../view/saved-about.ts';
import { announce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { Counts } from './Counts.tsx';
import { Examples } from './Examples.tsx';
import { FindingLists } from './FindingLists.tsx';
import { MoreLists } from './MoreLists.tsx';
import { PictureSection } from './PictureSection.tsx';
import type { OpenedScenario, Supposed } from './sandbox.ts';
import type { SavedFacts } from './saved-facts.ts';
import { TableSection } from './TableSection.tsx';
import { useAllTurns, type Question } from './use-what-if.ts';
import type { Look, ParamChange, WhatIfParams } from './use-what-if-params.ts';

const looks: readonly (readonly [Look, string])[] = [
  ['picture', 'Picture'],
  ['table', 'Table'],
  ['findings', 'Findings'],
  ['more', 'Stranded and judged'],
];

/** What would differ: the sentence, the counts, then picture, table and lists. */
export const Differences = (props: {
  readonly empty: boolean;
  readonly query: Query<WhatIfQuery, WhatIfQueryVariables>;
  readonly question: Question | undefined;
  readonly supposed: Supposed;
  /** What is supposed, in words. */
  readonly words: readonly string[];
  readonly scenario: OpenedScenario | undefined;
  readonly params: WhatIfParams;
  readonly dark: boolean;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { query, question, params, onChange, scenario, supposed } = props;
  const answer = query.phase === 'ready' ? query.data.whatIf : undefined;
  const { turns, complete } = useAllTurns(answer, question);
  const sentence = answer?.ok === true ? answer.sentence : undefined;
  const isTold = !props.empty && question !== undefined && sentence !== undefined;
  useEffect(() => {
    if (sentence !== undefined) announce(sentence);
  }, [sentence]);
  const facts = useMemo(
    (): SavedFacts => ({
      name: scenario?.name ?? 'not saved',
      sentence: answer?.sentence ?? '',
      asOf: answer?.asOf ?? '',
      revision: answer?.revision ?? 0,
      supposed: props.words,
      view: viewFacts(readView()),
    }),
    [scenario?.name, answer, props.words],
  );
  const isSaved = scenario !== undefined && JSON.stringify(scenario.saved) === JSON.stringify(supposed);
  const inWhatIf = isSaved
    ? (href: string): string => `${href}&scenario=${encodeURIComponent(scenario.id)}`
    : undefined;
  return (
    <section
      className="what-if-answer"
      aria-label="What would differ"
      aria-busy={query.phase === 'ready' && query.refreshing}
    >
      {props.empty || sentence !== undefined ? null : <h1 className="unseen">What if</h1>}
      {isTold ? null : <h1 className="unseen">What if</h1>}
      {props.empty || question === undefined ? (
        <Examples />
      ) : query.phase === 'failed' ? (
        <FailedNotice
          title="What would differ could not be worked out."
          message={query.error.message}
          onRetry={query.retry}
        />
      ) : query.phase !== 'ready' || answer === undefined ? (
        <Notice kind="loading" title="Working out what would differ." />
      ) : !answer.ok ? (
        <Notice kind="partial" title="This cannot be supposed as it is.">
          What is wrong stands on the left, at the line it is about. Mend it or take it out.
        </Notice>
      ) : (
        <>
          <h1 className="what-if-sentence">{answer.sentence}</h1>
          {query.trouble === undefined ? null : (
            <StaleNotice
              title="This is the last answer that arrived."
              message={query.trouble.message}
              onRetry={query.retry}
            />
          )}
          {answer.notes.map((note) => (
            <p key={note} className="what-if-note">
              {note}
            </p>
          ))}
          <Counts answer={answer} onChange={onChange} />
          <div className="tools">
            <div className="view-switch" role="group" aria-label="Show as">
              {looks.map(([look, title]) => (
                <button
                  key={look}
                  type="button"
                  className="button"
                  aria-pressed={params.look === look}
                  onClick={() => onChange({ look })}
                >
                  {title}
                </button>
              ))}
            </div>
            <div className="filters">
              <label htmlFor="what-if-day">On the day</label>
              <input
                id="what-if-day"
                type="date"
                value={params.asOf ?? answer.asOf}
                onChange={(event) => onChange({ asOf: event.target.value || undefined })}
              />
            </div>
            <span className="quiet">Compared with revision {answer.revision}.</span>
          </div>
          {params.look === 'picture' ? (
            <PictureSection
              question={question}
              supposed={supposed}
              turns={turns}
              params={params}
              facts={facts}
              dark={props.dark}
              inWhatIf={inWhatIf}
              onChange={onChange}
            />
          ) : params.look === 'table' ? (
            <TableSection
              turns={turns}
              complete={complete}
              total={answer.outcomes.totalCount}
              params={params}
              facts={facts}
              onChange={onChange}
            />
          ) : params.look === 'findings' ? (
            <FindingLists answer={answer} inWhatIf={inWhatIf} />
          ) : (
            <MoreLists answer={answer} onChange={onChange} />
          )}
        </>
      )}
    </section>
  );
};
