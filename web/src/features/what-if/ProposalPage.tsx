import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { listed } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changeRows, rowWords, thingsOfRow } from './change-rows.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { Differences } from './Differences.tsx';
import { readChange } from './read-change.ts';
import { isEmpty } from './sandbox.ts';
import { ScenarioDocument } from './scenario-documents.ts';
import { stateWordsOf } from './state-words.ts';
import { supposedThings } from './use-changes.ts';
import { useNames } from './use-names.ts';
import { useValuesBefore } from './use-values-before.ts';
import { openedOf, supposedOf, type ScenarioData, type StepOutcome } from './use-scenario-steps.ts';
import { questionOf, useWhatIf } from './use-what-if.ts';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

interface PageProps {
  readonly params: WhatIfParams;
  readonly change: (change: ParamChange) => void;
  readonly dark: boolean;
}

/** What somebody proposes, what it would do to the inventory as it is now, and the decision of a second person. */
export const ProposalPage = (props: PageProps): ReactNode => {
  const query = useQuery(ScenarioDocument, { id: props.params.scenario ?? '' }, { keep: true });
  if (query.phase === 'failed')
    return (
      <LonePage>
        <FailedNotice title="It could not be fetched." message={query.error.message} onRetry={query.retry} />
      </LonePage>
    );
  if (query.phase !== 'ready')
    return (
      <LonePage>
        <Notice kind="loading" title="Fetching what is proposed." />
      </LonePage>
    );
  const { scenario } = query.data;
  return scenario ? (
    <Proposal {...props} key={scenario.id} scenario={scenario} />
  ) : (
    <LonePage>
      <Notice
        kind="empty"
        title="There is no such what-if."
        action={{
          label: 'See the saved ones',
          onClick: () => props.change({ page: 'scenarios', scenario: undefined }),
        }}
      />
    </LonePage>
  );
};

const Proposal = (props: PageProps & { readonly scenario: ScenarioData }): ReactNode => {
  const { scenario, params, change } = props;
  const supposed = useMemo(() => supposedOf(scenario), [scenario]);
  const own = useMemo(() => supposedThings(supposed), [supposed]);
  const rows = useMemo(() => changeRows(supposed), [supposed]);
  const valuesBefore = useValuesBefore(rows, scenario.state !== 'ACCEPTED');
  const nameOf = useNames(
    useMemo(() => rows.flatMap((row) => thingsOfRow(row, valuesBefore)), [rows, valuesBefore]),
    own,
  );
  const accepted = scenario.state === 'ACCEPTED';
  // What is accepted is part of the inventory: there is nothing left to suppose.
  const question = useMemo(
    () => (accepted ? undefined : questionOf(supposed, params.asOf)),
    [accepted, supposed, params.asOf],
  );
  const query = useWhatIf(question);
  const answer = query.phase === 'ready' ? query.data.whatIf : undefined;
  const [failed, setFailed] = useState<Extract<StepOutcome, { ok: false }>>();
  const words = rows.map((row) => rowWords(row, nameOf, valuesBefore));
  const opened = useMemo(() => openedOf(scenario), [scenario]);
  useEffect(() => {
    document.title = `${scenario.name} · EHI Atlas`;
  }, [scenario.name]);
  return (
    <main className="what-if what-if-proposal" id="main">
      <section className="panel what-if-panel" aria-label="What is proposed">
        <div className="what-if-name">
          <h2>{scenario.name}</h2>
          <button
            type="button"
            className="link-button"
            onClick={() => change({ page: 'scenarios', scenario: undefined })}
          >
            Saved what-ifs
          </button>
        </div>
        <p>
          {scenario.proposedBy
            ? `Proposed by ${scenario.proposedBy}${scenario.proposedAt ? `, ${timeWords(scenario.proposedAt)}` : ''}.`
            : `By ${scenario.source}.`}{' '}
          It is {stateWordsOf[scenario.state]}.
        </p>
        {scenario.description ? <p>{scenario.description}</p> : null}
        <ChangeList
          rows={rows}
          many={supposed.changes.length}
          troubles={failed?.errors.map((error) => ({ ...error, current: null })) ?? answer?.errors ?? []}
          nameOf={nameOf}
          valuesBefore={valuesBefore}
        />
        <OnlyNow>
          <DecisionForm scenario={scenario} ready={answer?.ok === true} onOutcome={setFailed} />
        </OnlyNow>
        {failed === undefined ? null : (
          <p className="form-trouble" role="alert">
            {failed.message}
          </p>
        )}
        {scenario.decidedBy ? <Decided scenario={scenario} nameOf={nameOf} /> : null}
        {accepted ? null : (
          <button type="button" className="button" onClick={() => change({ page: 'sandbox', scenario: scenario.id })}>
            Open it as a what-if
          </button>
        )}
      </section>
      <span aria-hidden="true" />
      {accepted ? (
        <section className="what-if-answer" aria-label="What came of it">
          <h1 className="what-if-sentence">It is part of the inventory.</h1>
          <p>
            Its changes were made in {scenario.revisions.length === 1 ? 'revision' : 'revisions'}{' '}
            {listed(scenario.revisions.map(String))}. Whoever accepted it can take them back with Undo in the bar on
            top, or Ctrl Z, in the tab it was accepted in.
          </p>
        </section>
      ) : (
        <Differences
          empty={isEmpty(supposed)}
          query={query}
          question={question}
          supposed={supposed}
          words={words}
          scenario={opened}
          params={params}
          dark={props.dark}
          onChange={change}
        />
      )}
    </main>
  );
};

/** Who decided, why, and what was written. */
const Decided = (props: {
  readonly scenario: ScenarioData;
  readonly nameOf: ReturnType<typeof useNames>;
}): ReactNode => {
  const { scenario, nameOf } = props;
  const written = supposedOf(scenario).changes.flatMap((change) => readChange(change) ?? []);
  return (
    <section aria-label="The decision">
      <h2>{scenario.state === 'ACCEPTED' ? 'Accepted' : 'Returned'}</h2>
      <p>
        By {scenario.decidedBy}
        {scenario.decidedAt ? `, ${timeWords(scenario.decidedAt)}` : ''}: {scenario.decisionReason}
      </p>
      {scenario.state !== 'ACCEPTED' ? null : (
        <>
          <h2>What was written</h2>
          <ul className="plain">
            {[...new Map(written.map((each) => [`${each.concept} ${each.id}`, each])).values()].map((each) => {
              const href = hrefOf(each.concept, each.id);
              return (
                <li key={`${each.concept} ${each.id}`}>
                  {href === undefined ? nameOf(each) : <Link href={href}>{nameOf(each)}</Link>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
};
