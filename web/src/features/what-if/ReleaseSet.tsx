import { useId, useState, type ReactNode } from 'react';
import type { ChangeInput, ReleaseSetsQuery } from '../../gql/graphql.ts';
import { documentationWords, outcomeWords } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { newId } from './new-id.ts';
import { nothing, withChanges, type Sandbox } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';

type SetData = ReleaseSetsQuery['smallestReleaseSets']['sets'][number];

/** One set of changes: in words, what law may require marked, why it suffices, and the way to try it. */
export const ReleaseSet = (props: {
  readonly set: SetData;
  readonly place: number;
  readonly dataClass: string;
  readonly onTry: () => void;
}): ReactNode => {
  const { set, place } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li className={set.requiredByLaw ? 'by-law' : undefined}>
      <h2>
        {place}. By {set.channel.name}: {outcomeWords[set.outcome]}
      </h2>
      <ul>
        {set.changes.map((change) => (
          <li key={change.words}>
            {change.words}
            {change.requiredByLaw ? (
              <strong className="by-law-words"> § Recorded as required by law: counsel decides.</strong>
            ) : change.documentation ? (
              <span className="quiet"> {documentationWords(change.documentation)}</span>
            ) : null}
            {change.restriction ? (
              <>
                {' '}
                <Link href={`/restriction?id=${encodeURIComponent(change.restriction.id)}`}>Open the restriction</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            changeSandbox((sandbox) => tried(sandbox, set.changeInputs as readonly ChangeInput[]));
            props.onTry();
          }}
        >
          Try it
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          Show why it suffices
        </button>
      </div>
      <div id={id} hidden={!open} className="what-if-proof">
        <p>With these changes made, the trace has this path:</p>
        <p>{set.path.sentence}</p>
        <ol className="path-steps">
          {set.path.steps.map((step) => (
            <li key={`${step.kind} ${step.id}`}>{step.name}</li>
          ))}
        </ol>
        <p className="quiet">It was found by tracing the class in the inventory with these changes, not by rule of thumb.</p>
      </div>
    </li>
  );
};

/** The sandbox with nothing but these changes; what was there can be had back by undoing. Pure but for new ids. */
const tried = (sandbox: Sandbox, changes: readonly ChangeInput[]): Sandbox => {
  const next = withChanges({ ...sandbox, now: nothing, reopened: [] }, changes, newId);
  return { ...next, past: [...sandbox.past, sandbox.now], scenario: undefined };
};
