import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import type { ChangeInput, ProposalQuery } from '../gql/graphql.ts';
import { sentenceCase } from '../graph-model/words.ts';
import { readStored, store } from '../ui/stored.ts';
import { ProposalDocument } from './documents.ts';
import { useChangeSet, type Trouble } from './use-change-set.ts';

type Proposal = ProposalQuery['proposal'];

const pause = 250;
const draftName = 'draft.capture';

/**
 * Takes down what somebody says as a line, e.g. "LIS sends lab results to EHR via HL7 v2". What it was understood as stands below, in a sentence, and
 * nothing is written before that is confirmed.
 */
export const CaptureForm = (props: { readonly onDone: () => void; readonly onCancel: () => void }): ReactNode => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState(() => readStored(draftName) ?? '');
  const [asked, setAsked] = useState('');
  const [said, setSaid] = useState<string>();
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const { write, running } = useChangeSet();
  const text = line.trim();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    store(draftName, text === '' ? undefined : line);
    const timer = setTimeout(() => setAsked(text), pause);
    return () => clearTimeout(timer);
  }, [line, text]);
  const query = useQuery(ProposalDocument, asked === '' ? undefined : { line: asked }, { keep: true });
  const proposal = query.phase === 'ready' && query.asked.line === text ? query.data.proposal : undefined;
  const ready = proposal?.understood === true && !proposal.already;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (proposal === undefined) {
      setAsked(text);
      return;
    }
    if (!ready) return;
    setTroubles([]);
    const written = await write(
      proposal.changes as readonly ChangeInput[],
      proposal.line,
      `Captured: ${proposal.line}`,
    );
    if (!written.ok) {
      setTroubles(written.troubles);
      return;
    }
    setSaid(proposal.sentence);
    setLine('');
    field.current?.focus();
  };
  return (
    <form className="thing-form capture" aria-label="Quick capture" onSubmit={(event) => void submit(event)}>
      <div className="form-field">
        <label htmlFor={id}>What is said, in a line</label>
        <input
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          maxLength={500}
          placeholder="LIS sends lab results to EHR via HL7 v2"
          aria-describedby={`${id}-understood`}
          value={line}
          onChange={(event) => {
            setLine(event.target.value);
            setSaid(undefined);
          }}
        />
      </div>
      <div id={`${id}-understood`} role="status" className="understood">
        {text === '' ? (
          <p className="quiet">
            {said === undefined
              ? 'Flows, what a system holds, what a channel releases or holds back. Enter writes it down, graded as asserted.'
              : `Written down. ${said}`}
          </p>
        ) : query.phase === 'failed' ? (
          <p className="form-trouble">{query.error.message}</p>
        ) : proposal === undefined ? (
          <p className="quiet">Reading.</p>
        ) : (
          <Understood proposal={proposal} onLine={setLine} />
        )}
      </div>
      {troubles.map(({ at, message }) => (
        <p key={at} className="form-trouble" role="alert">
          {message}
        </p>
      ))}
      <div className="row">
        <button type="submit" className="button primary" disabled={running || !ready}>
          Write it down
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            store(draftName, undefined);
            props.onCancel();
          }}
        >
          Close
        </button>
      </div>
    </form>
  );
};

const Understood = (props: { readonly proposal: Proposal; readonly onLine: (line: string) => void }): ReactNode => {
  const { proposal } = props;
  if (!proposal.understood) return <p>{proposal.sentence}</p>;
  return (
    <>
      <p className="sentence">{proposal.sentence}</p>
      <ul className="plain names">
        {proposal.names.map((name) => (
          <Name key={`${name.role} ${name.words}`} name={name} line={proposal.line} onLine={props.onLine} />
        ))}
      </ul>
      {proposal.rest ? <p className="quiet">Not understood, kept in words: “{proposal.rest}”.</p> : null}
      {proposal.already ? <p>The inventory says so already. There is nothing to write.</p> : null}
    </>
  );
};

/** What a name was taken for. Where it may be something else, choosing that puts its full name into the line. */
const Name = (props: {
  readonly name: Proposal['names'][number];
  readonly line: string;
  readonly onLine: (line: string) => void;
}): ReactNode => {
  const { name, line, onLine } = props;
  const [first, ...others] = name.matches;
  const kind = name.concept.toLowerCase().replaceAll('_', ' ');
  return (
    <li>
      <span className="quiet">{sentenceCase(name.role)}:</span>{' '}
      {first === undefined ? (
        <>
          “{name.words}” <span className="quiet">a new {kind}</span>
        </>
      ) : (
        <>
          {first.name} <span className="quiet">found by {first.matched}</span>
        </>
      )}
      {others.length === 0 ? null : (
        <span className="quiet">
          {' '}
          or{' '}
          {others.slice(0, 4).map((other) => (
            <button
              key={other.id}
              type="button"
              className="text-button"
              onClick={() => onLine(line.replace(name.words, `"${other.id}"`))}
            >
              {other.name}
            </button>
          ))}
        </span>
      )}
    </li>
  );
};
