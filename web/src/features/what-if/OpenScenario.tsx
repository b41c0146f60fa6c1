import { useCallback, useEffect, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { emptySandbox, isUnsaved, type Sandbox } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';
import { ScenarioDocument } from './scenario-documents.ts';
import { openedOf, supposedOf, type ScenarioData } from './use-scenario-steps.ts';
import type { ParamChange } from './use-what-if-params.ts';

/** Opens the scenario that the address names. What is not saved is given up only when somebody says so. */
export const OpenScenario = (props: {
  readonly id: string;
  readonly sandbox: Sandbox;
  readonly onChange: (change: ParamChange, replace: boolean) => void;
}): ReactNode => {
  const { id, sandbox, onChange } = props;
  const query = useQuery(ScenarioDocument, { id });
  const found = query.phase === 'ready' ? query.data.scenario : undefined;
  const asks = isUnsaved(sandbox) && sandbox.scenario?.id !== id;
  const done = useCallback(() => onChange({ scenario: undefined }, true), [onChange]);
  useEffect(() => {
    if (!found || asks) return;
    openScenario(found);
    done();
  }, [found, asks, done]);
  if (query.phase === 'failed')
    return (
      <FailedNotice title="The what-if could not be opened." message={query.error.message} onRetry={query.retry} />
    );
  if (found === null)
    return (
      <Notice kind="empty" title="There is no such what-if." action={{ label: 'Close', onClick: done }}>
        It may be of another inventory.
      </Notice>
    );
  if (!found || !asks) return <Notice kind="loading" title="Opening the what-if." />;
  return (
    <div className="draft-note" role="alertdialog" aria-label="What is here is not saved">
      <p>What is supposed here is not saved. Opening “{found.name}” takes its place.</p>
      <div className="row">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            openScenario(found);
            done();
          }}
        >
          Open it
        </button>
        <button type="button" className="button" onClick={done}>
          Keep what is here
        </button>
      </div>
    </div>
  );
};

/** Puts a scenario into the sandbox; what was there can be had back by undoing. */
export const openScenario = (scenario: ScenarioData): void =>
  changeSandbox((sandbox) => ({
    ...emptySandbox,
    now: supposedOf(scenario),
    past: isUnsaved(sandbox) ? [sandbox.now] : [],
    scenario: openedOf(scenario),
  }));
