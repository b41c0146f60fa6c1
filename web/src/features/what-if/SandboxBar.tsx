import type { ReactNode } from 'react';
import { isEmpty, isUnsaved, type Sandbox } from './sandbox.ts';
import type { Changes } from './use-changes.ts';
import type { ParamChange } from './use-what-if-params.ts';
import { emptySandbox } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';

/** What the what-if is called, and undo, redo and a fresh start. */
export const SandboxBar = (props: {
  readonly sandbox: Sandbox;
  readonly changes: Changes;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { sandbox, changes } = props;
  return (
    <div className="what-if-bar">
      <h2>What if …</h2>
      <p className="quiet">
        {sandbox.scenario === undefined ? 'Not saved' : sandbox.scenario.name}
        {isUnsaved(sandbox) && sandbox.scenario !== undefined ? ', changed since it was saved' : ''}. The inventory
        stays as it is.
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
          disabled={isEmpty(sandbox.now) && sandbox.scenario === undefined}
          onClick={() => changeSandbox(() => emptySandbox)}
        >
          Start anew
        </button>
      </div>
    </div>
  );
};
