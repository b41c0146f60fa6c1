import { useCallback, useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import { ChangeSinkContext } from '../../editing/change-sink.ts';
import { EditPanel } from '../../editing/EditPanel.tsx';
import { usePanelSize, Splitter } from '../../ui/Splitter.tsx';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { Adders } from './Adders.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changeRows, rowWords, thingsOfRow } from './change-rows.ts';
import { Differences } from './Differences.tsx';
import { OpenScenario } from './OpenScenario.tsx';
import { isEmpty } from './sandbox.ts';
import { useSandbox } from './sandbox-store.ts';
import { SaveForm } from './SaveForm.tsx';
import { SandboxBar } from './SandboxBar.tsx';
import { supposedThings, useChanges } from './use-changes.ts';
import { useNames } from './use-names.ts';
import { useValuesBefore } from './use-values-before.ts';
import { useSandboxKeys } from './use-sandbox-keys.ts';
import { questionOf, useWhatIf } from './use-what-if.ts';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

const range = [280, 640] as const;
const normal = innerWidth < 1500 ? 330 : 400;

/** What is supposed, on the left, and what would differ by it. */
export const SandboxPage = (props: {
  readonly params: WhatIfParams;
  readonly change: (change: ParamChange, replace?: boolean) => void;
  readonly dark: boolean;
}): ReactNode => {
  const { params, change } = props;
  const sandbox = useSandbox();
  const supposed = sandbox.now;
  const changes = useChanges(supposed);
  const own = useMemo(() => supposedThings(supposed), [supposed]);
  const rows = useMemo(() => changeRows(supposed), [supposed]);
  const valuesBefore = useValuesBefore(rows, true);
  const nameOf = useNames(
    useMemo(() => rows.flatMap((row) => thingsOfRow(row, valuesBefore)), [rows, valuesBefore]),
    own,
  );
  const question = useMemo(() => questionOf(supposed, params.asOf), [supposed, params.asOf]);
  const query = useWhatIf(question);
  const answer = query.phase === 'ready' ? query.data.whatIf : undefined;
  // Troubles have places among the changes that were asked about: they are shown only beside those.
  const troubles = answer === undefined || (query.phase === 'ready' && query.refreshing) ? [] : answer.errors;
  const [width, setWidth] = usePanelSize('what-if', normal, range);
  useSandboxKeys(changes, sandbox);
  const close = useCallback(() => changes.begin(undefined), [changes]);
  useEffect(() => {
    document.title = 'What if · EHI Atlas';
  }, []);
  const placed = supposed.changes.length + supposed.outages.length;
  return (
    <main className="what-if" id="main" style={{ '--outline': `${width}px` } as CSSProperties}>
      <section className="panel what-if-panel" aria-label="What is supposed">
        {params.scenario === undefined ? null : (
          <OpenScenario key={params.scenario} id={params.scenario} sandbox={sandbox} onChange={change} />
        )}
        <SandboxBar sandbox={sandbox} changes={changes} onChange={change} />
        {changes.task === undefined ? (
          <Adders supposed={own} onBegin={changes.begin} />
        ) : (
          <ChangeSinkContext value={changes.sink}>
            <EditPanel task={changes.task} onDone={close} onCancel={close} />
          </ChangeSinkContext>
        )}
        <ChangeList
          rows={rows}
          many={supposed.changes.length}
          troubles={troubles}
          changes={changes}
          nameOf={nameOf}
          valuesBefore={valuesBefore}
        />
        {troubles
          .filter(({ at }) => at >= placed || at < 0)
          .map(({ error }) => (
            <p key={error.message} className="form-trouble" role="alert">
              {error.message}
            </p>
          ))}
        {isEmpty(supposed) ? null : (
          <OnlyNow>
            <SaveForm key={sandbox.scenario?.id ?? ''} sandbox={sandbox} onChange={change} />
          </OnlyNow>
        )}
      </section>
      <Splitter
        label="Width of what is supposed"
        grows="right"
        size={width}
        normal={normal}
        range={range}
        onSize={setWidth}
      />
      <Differences
        empty={isEmpty(supposed)}
        query={query}
        question={question}
        supposed={supposed}
        words={rows.map((row) => rowWords(row, nameOf, valuesBefore))}
        scenario={sandbox.scenario}
        params={params}
        dark={props.dark}
        onChange={change}
      />
    </main>
  );
};
