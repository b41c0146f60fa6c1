import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { FindingStandingDocument, ReviewFindingDocument } from './documents.ts';
import type { FindingData, Standing } from './finding-data.ts';
import { standingOf, states, stateWords, timeWords } from './words.ts';

/** Why a review was not written. `theirs`: what somebody else has written since, if it could be fetched. */
interface Trouble {
  readonly message: string;
  readonly field?: string | null | undefined;
  readonly theirs?: Standing | undefined;
}

/**
 * Who looks after a finding and what became of it. It begins with the state, goes with Escape, and holds to the revision that was shown when it
 * opened: what somebody else writes meanwhile is told and never overwritten unseen.
 */
export const ReviewForm = (props: {
  readonly finding: FindingData;
  readonly asOf: string | undefined;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
  /** What somebody else has written is to be shown in the place of what was. */
  readonly onReload: (theirs: Standing) => void;
}): ReactNode => {
  const { finding } = props;
  const id = useId();
  const { run, running } = useMutation(ReviewFindingDocument);
  const [seen, setSeen] = useState(finding.review?.revision ?? 0);
  const [trouble, setTrouble] = useState<Trouble>();
  const first = useRef<HTMLSelectElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.focus(), []);
  const field = trouble?.field;
  useEffect(() => {
    if (!field) return;
    form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus();
  }, [field, trouble]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const state = states.find((each) => each === text('state')) ?? finding.state;
    const result = await run({
      input: {
        finding: finding.id,
        state,
        owner: text('owner'),
        rationale: text('rationale'),
        expectedRevision: seen,
      },
    });
    const error = result.ok ? result.value.reviewFinding.error : result.error;
    if (!error) {
      props.onDone(`Review saved: ${stateWords[state]}.`);
      return;
    }
    setTrouble(
      error.code === 'CONFLICT'
        ? await told(finding, props.asOf, error.message)
        : { message: error.message, field: error.field },
    );
  };
  const reload = (theirs: Standing): void => {
    setSeen(theirs.review?.revision ?? 0);
    setTrouble(undefined);
    props.onReload(theirs);
    first.current?.focus();
  };
  const invalid = (name: string): { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string } =>
    field === name ? { 'aria-invalid': true, 'aria-describedby': `${id}-trouble` } : {};
  const theirs = trouble?.theirs;
  return (
    <form
      ref={form}
      className="stacked review-form"
      aria-label="Review the finding"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <div className="review-fields">
        <label htmlFor={`${id}-state`}>State</label>
        <select ref={first} id={`${id}-state`} name="state" defaultValue={finding.state} {...invalid('state')}>
          {states.map((state) => (
            <option key={state} value={state}>
              {sentenceCase(stateWords[state])}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-owner`}>Owner</label>
        <input
          id={`${id}-owner`}
          name="owner"
          defaultValue={finding.owner ?? ''}
          maxLength={120}
          placeholder="nobody yet"
          {...invalid('owner')}
        />
        <label htmlFor={`${id}-rationale`}>Reason</label>
        <textarea
          id={`${id}-rationale`}
          name="rationale"
          rows={2}
          defaultValue={finding.review?.rationale ?? ''}
          placeholder="needed to accept it, or to call it a false positive"
          {...invalid('rationale')}
        />
      </div>
      {trouble === undefined ? null : (
        <div className="form-trouble" id={`${id}-trouble`} role="alert">
          <p>{trouble.message}</p>
          {theirs === undefined ? null : (
            <button type="button" className="button" onClick={() => reload(theirs)}>
              Reload
            </button>
          )}
        </div>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={running}>
          Save the review
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};

/** Who wrote meanwhile and what, in words; the server's own words where that cannot be fetched. */
const told = async (finding: FindingData, asOf: string | undefined, message: string): Promise<Trouble> => {
  const result = await client(
    FindingStandingDocument,
    { asOf: asOf ?? null, rule: finding.rule, entity: finding.entities[0]?.id ?? null },
    { signal: new AbortController().signal },
  );
  const theirs = result.ok ? result.value.findings.nodes.find((node) => node.id === finding.id) : undefined;
  if (!theirs?.review) return { message };
  const { state, owner, review } = theirs;
  return {
    message: `${review.source} wrote it meanwhile, ${timeWords(review.recordedAt)}: ${standingOf({ state, owner, rationale: review.rationale })}. Nothing of yours was written. Reload to see theirs in the list; what you typed stays here.`.replace(
      '.. Nothing',
      '. Nothing',
    ),
    theirs: { state, owner: owner ?? null, review },
  };
};
