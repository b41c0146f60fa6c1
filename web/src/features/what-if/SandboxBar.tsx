import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import { useView } from '../../view/use-view.ts';
import { emptySandbox, isEmpty, isUnsaved, type Sandbox } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';
import { stateWordsOf } from './state-words.ts';
import type { Changes } from './use-changes.ts';
import type { ParamChange } from './use-what-if-params.ts';

/** What the what-if is called and where it stands, undo, redo and a fresh start. */
export const SandboxBar = (props: {
  readonly sandbox: Sandbox;
  readonly changes: Changes;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { sandbox, changes, onChange } = props;
  const { scenario } = sandbox;
  const { namesHidden } = useView();
  return (
    <div className="what-if-bar">
      <div className="what-if-name">
        <h2>{scenario === undefined ? 'What if …' : `What if: ${scenario.name}`}</h2>
        <button type="button" className="link-button" onClick={() => onChange({ page: 'scenarios' })}>
          Saved what-ifs
        </button>
      </div>
      <p className="quiet">
        {scenario === undefined ? 'Not saved' : sentenceOf(scenario.state)}
        {scenario !== undefined && isUnsaved(sandbox) ? ', changed here since' : ''}. The inventory stays as it is.
        {namesHidden ? ' It is apart from what is supposed with names shown, and cannot be saved.' : ''}
      </p>
      <div className="row">
        <button type="button" className="button" disabled={sandbox.past.length === 0} onClick={changes.undo}>
          Undo
        </button>
        <button type="button" className="button" disabled={sandbox.future.length === 0} onClick={changes.redo}>
          Redo
        </button>
        <button
          type="button"
          className="button"
          disabled={isEmpty(sandbox.now) && scenario === undefined}
          onClick={() => {
            changeSandbox(startedAnew);
            onChange({ turn: undefined, ofClass: undefined, channel: undefined, audience: undefined });
          }}
        >
          Start anew
        </button>
      </div>
      <Link href="/what-if?page=release">How could a class be released to an audience?</Link>
    </div>
  );
};

/** An empty sandbox from which one can still go back to what was there. */
const startedAnew = (sandbox: Sandbox): Sandbox => ({
  ...emptySandbox,
  past: isEmpty(sandbox.now) ? [] : [...sandbox.past, sandbox.now],
});

const sentenceOf = (state: keyof typeof stateWordsOf): string => `Saved: ${stateWordsOf[state]}`;
