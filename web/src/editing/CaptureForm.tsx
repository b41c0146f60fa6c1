import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import type { ChangeInput } from '../gql/graphql.ts';
import { readStored, store } from '../ui/stored.ts';
import { useChangeSink } from './change-sink.ts';
import { ProposalDocument } from './documents.ts';
import { Understood, type Chosen } from './Understood.tsx';
import { useChangeSet, type Trouble } from './use-change-set.ts';

const pause = 250;
/** How many of the lines written down here stay in sight. */
const most = 8;

/**
 * Takes down what somebody says as a line, e.g. "LIS sends lab results to EHR via HL7 v2". What it was understood as stands below, in a sentence, and
 * nothing is written before that is confirmed.
 */
export const CaptureForm = (props: { readonly onCancel: () => void }): ReactNode => {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const sink = useChangeSink();
  const draftName = `draft.${sink?.drafts ?? ''}capture`;
  const [line, setLine] = useState(() => readStored(draftName, 'tab') ?? '');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [written, setWritten] = useState<readonly string[]>([]);
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const { write, running } = useChangeSet();
  const text = line.trim();
  // What is left from before is marked, so that typing takes its place.
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    store(draftName, text === '' ? undefined : line, 'tab');
    const timer = setTimeout(() => setAsked(text), pause);
    return () => clearTimeout(timer);
  }, [line, text, draftName]);
  const query = useQuery(ProposalDocument, asked === '' ? undefined : { line: asked, chosen: [...chosen] }, {
    keep: true,
  });
  // Another answer may stand while this one is fetched: only what answers just this line and these choices is written.
  const proposal =
    query.phase === 'ready' && query.asked.line === text && !query.refreshing && query.trouble === undefined
      ? query.data.proposal
      : undefined;
  // What a name stands for is never guessed: what is not certain is chosen first.
  const ready = proposal?.understood === true && proposal.certain && !proposal.already;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (proposal === undefined) {
      setAsked(text);
      return;
    }
    if (!ready || running) return;
    setTroubles([]);
    const outcome = await write(
      proposal.changes as readonly ChangeInput[],
      proposal.line,
      `Captured: ${proposal.line}`,
    );
    if (!outcome.ok) {
      setTroubles(outcome.troubles);
      return;
    }
    setWritten((before) => [proposal.sentence, ...before].slice(0, most));
    // The next line may have been begun meanwhile.
    setLine((now) => (now.trim() === proposal.line ? '' : now));
    setChosen([]);
    field.current?.focus();
  };
  return (
    <form className="thing-form capture" aria-label="Quick capture" onSubmit={(event) => void submit(event)}>
      <div className="form-field">
        <label htmlFor={id}>What is said, in a line</label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          autoComplete="off"
          maxLength={500}
          placeholder="LIS sends lab results to EHR via HL7 v2"
          aria-describedby={`${id}-understood`}
          value={line}
          onChange={(event) => {
            setLine(event.target.value.replaceAll('\n', ' '));
            setChosen([]);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </div>
      <div id={`${id}-understood`} role="status" className="understood">
        {text === '' ? (
          <p className="quiet">
            Flows, what a system holds, what a channel releases or holds back.{' '}
            {sink === undefined
              ? 'Enter writes it down, graded as asserted.'
              : 'Enter supposes it; nothing is written.'}
          </p>
        ) : query.phase === 'failed' ? (
          <p className="form-trouble">{query.error.message}</p>
        ) : proposal === undefined ? (
          <p className="quiet">Reading.</p>
        ) : (
          <Understood proposal={proposal} chosen={chosen} onChoose={setChosen} />
        )}
      </div>
      {troubles.map(({ at, message }) => (
        <p key={at} className="form-trouble" role="alert">
          {message}
        </p>
      ))}
      <div className="row">
        <button type="submit" className="button primary" disabled={running || !ready}>
          {sink === undefined ? 'Write it down' : 'Suppose this'}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            store(draftName, undefined, 'tab');
            props.onCancel();
          }}
        >
          Close
        </button>
      </div>
      {written.length === 0 ? null : (
        <section aria-label={sink === undefined ? 'Written down here' : 'Supposed here'}>
          <h3>{sink === undefined ? 'Written down' : 'Supposed'}</h3>
          <ul className="plain">
            {written.map((sentence, at) => (
              <li key={`${written.length - at} ${sentence}`} className="quiet">
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
};
