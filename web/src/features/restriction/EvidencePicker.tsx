import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import { useQuery } from '../../api/use-query.ts';
import { AttachEvidenceDocument, EvidenceSearchDocument } from './documents.ts';
import { readFileAsBase64 } from '../../ui/read-file.ts';

/** Adds a document to an answer: a new link, a new file, or one that is on record; takes one away. */
export const EvidencePicker = (props: {
  readonly condition: string;
  readonly wanted: string | undefined;
  readonly chosen: readonly string[];
  readonly onChoose: (evidence: readonly string[]) => void;
  readonly onAttached: () => void;
}): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details className="evidence-picker" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-evidence="">
        Add evidence <kbd aria-hidden="true">E</kbd>
        {props.wanted ? <span className="quiet"> What to hold: {props.wanted}</span> : null}
      </summary>
      {open ? <Picker {...props} /> : null}
    </details>
  );
};

const Picker = (props: Parameters<typeof EvidencePicker>[0]): ReactNode => {
  const add = (id: string): void => props.onChoose([...new Set([...props.chosen, id])]);
  return (
    <div className="evidence-forms">
      <NewDocument
        condition={props.condition}
        onAttached={(id) => {
          add(id);
          props.onAttached();
        }}
      />
      <OnRecord
        condition={props.condition}
        chosen={props.chosen}
        onToggle={(id) =>
          props.chosen.includes(id) ? props.onChoose(props.chosen.filter((each) => each !== id)) : add(id)
        }
      />
    </div>
  );
};

const NewDocument = (props: { readonly condition: string; readonly onAttached: (id: string) => void }): ReactNode => {
  const id = useId();
  const { run, running } = useMutation(AttachEvidenceDocument);
  const [trouble, setTrouble] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const file = data.get('file');
    const hasFile = file instanceof File && file.size > 0;
    setTrouble(undefined);
    const text = (name: string): string | null => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    };
    const content = hasFile ? await readFileAsBase64(file, file.name) : undefined;
    if (content !== undefined && !content.ok) {
      setTrouble(content.error);
      return;
    }
    const result = await run({
      input: {
        name: text('name'),
        uri: text('uri'),
        dated: text('dated'),
        ...(content === undefined || !hasFile ? {} : { fileName: file.name, contentBase64: content.value }),
      },
    });
    const message = result.ok ? result.value.attachEvidence.error?.message : result.error.message;
    const made = result.ok ? result.value.attachEvidence.evidence?.id : undefined;
    if (message !== undefined || made === undefined) {
      setTrouble(message ?? 'The document was not recorded.');
      return;
    }
    form.reset();
    props.onAttached(made);
  };
  return (
    <form
      className="stacked"
      onSubmit={(event) => void submit(event)}
      aria-label={`New document for ${props.condition}`}
    >
      <p className="quiet">
        A link or a file of at most 20 MiB. The server records when it came; the date it bears is yours to say.
      </p>
      <label htmlFor={`${id}-name`}>Name</label>
      <input id={`${id}-name`} name="name" maxLength={200} placeholder="Security policy 7" />
      <label htmlFor={`${id}-uri`}>Link</label>
      <input id={`${id}-uri`} name="uri" type="url" placeholder="https://" />
      <label htmlFor={`${id}-file`}>or file</label>
      <input id={`${id}-file`} name="file" type="file" />
      <label htmlFor={`${id}-dated`}>Dated</label>
      <input id={`${id}-dated`} name="dated" type="date" />
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" className="button" disabled={running}>
        {running ? 'Recording.' : 'Record and add'}
      </button>
    </form>
  );
};

const OnRecord = (props: {
  readonly condition: string;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}): ReactNode => {
  const [text, setText] = useState('');
  const found = useQuery(EvidenceSearchDocument, { text: text.trim() === '' ? null : text.trim() }, { keep: true });
  const nodes = found.phase === 'ready' ? found.data.evidences.nodes : [];
  const total = found.phase === 'ready' ? found.data.evidences.totalCount : 0;
  return (
    <fieldset className="stacked">
      <legend>On record</legend>
      <input
        aria-label={`Find evidence for ${props.condition}`}
        placeholder="Find by name"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="plain">
        {nodes.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="text-button"
              aria-pressed={props.chosen.includes(each.id)}
              onClick={() => props.onToggle(each.id)}
            >
              {props.chosen.includes(each.id) ? 'Take away' : 'Add'} {each.name}{' '}
              <span className="quiet">{each.dated ?? 'undated'}</span>
            </button>
          </li>
        ))}
      </ul>
      {total > nodes.length ? (
        <p className="quiet">
          {nodes.length} of {total}. Type more of the name to find the others.
        </p>
      ) : null}
      {found.phase === 'ready' && total === 0 ? <p className="quiet">Nothing of that name is on record.</p> : null}
    </fieldset>
  );
};
