import { useMemo, useRef, useState, type ReactNode } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { useQuery } from '../../api/use-query.ts';
import { ProposalDocument } from '../../editing/documents.ts';
import { changeHistory, withDone } from '../../editing/edit-history.ts';
import { tell } from '../../editing/told.ts';
import { Understood, type Chosen } from '../../editing/Understood.tsx';
import { usePanelFocus } from '../../editing/use-panel-focus.ts';
import { AcceptProposalDocument } from './documents.ts';
import { useKeepAsNote } from './use-keep-as-note.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** What a proposal would write, with what is not certain to be chosen, and the button that writes it into the inventory. */
export const ProposalPanel = (props: {
  readonly item: ItemData;
  readonly workshop: WorkshopData;
  readonly onChangeLine: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { item, workshop } = props;
  const panel = useRef<HTMLDivElement>(null);
  usePanelFocus(panel);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const { run, running } = useMutation(AcceptProposalDocument);
  const query = useQuery(
    ProposalDocument,
    useMemo(() => ({ line: item.name, chosen: [...chosen] }), [item.name, chosen]),
    { keep: true },
  );
  const proposal = query.phase === 'ready' && !query.refreshing ? query.data.proposal : undefined;
  const { keepAsNote, keeping } = useKeepAsNote();
  const ready = proposal?.understood === true && proposal.certain;

  const accept = async (): Promise<void> => {
    setTroubles([]);
    const result = await run({ item: item.id, expectedRevision: item.revision, chosen: [...chosen] });
    const payload = result.ok ? result.value.acceptProposal : undefined;
    if (payload?.ok === true) {
      const revisions = payload.changes
        .filter(({ concept }) => concept !== 'WORKSHOP_ITEM')
        .map(({ revision }) => revision);
      if (revisions.length > 0) changeHistory((history) => withDone(history, { words: item.name, revisions }));
      noteChange();
      tell(revisions.length === 0 ? `It was so already: ${item.name}` : `Written into the inventory: ${item.name}`);
      props.onClose();
      return;
    }
    // What it says now may be something else than what was read before.
    noteChange();
    const several = payload?.errors.map(({ error }) => error.message) ?? [];
    const one = payload?.error?.message ?? (result.ok ? 'It was not written.' : result.error.message);
    setTroubles(several.length > 0 ? several : [one]);
  };
  const asNote = async (): Promise<void> => {
    const trouble = await keepAsNote(item, workshop.id);
    if (trouble === undefined) props.onClose();
    else setTroubles([trouble]);
  };
  const notUnderstood = proposal?.understood === false;
  return (
    <div ref={panel} className="edit-panel understood" role="group" aria-label={`Accept: ${item.name}`}>
      {query.phase === 'failed' ? (
        <p className="form-trouble">{query.error.message}</p>
      ) : query.phase === 'ready' ? (
        <Understood proposal={query.data.proposal} chosen={chosen} onChoose={setChosen} />
      ) : (
        <p className="quiet">Reading.</p>
      )}
      {notUnderstood ? (
        <p className="quiet">
          {workshop.state === 'OPEN'
            ? 'Keep its words as a note, which drops the proposal; or change the line so that it says a fact.'
            : 'Change the line so that it says a fact.'}
        </p>
      ) : null}
      {troubles.map((message) => (
        <p key={message} className="form-trouble" role="alert">
          {message}
        </p>
      ))}
      <div className="row">
        {notUnderstood ? (
          <>
            {workshop.state === 'OPEN' ? (
              <button type="button" className="button primary" disabled={keeping} onClick={() => void asNote()}>
                Keep as a note
              </button>
            ) : null}
            <button type="button" className="button" onClick={props.onChangeLine}>
              Change the line
            </button>
          </>
        ) : (
          <button type="button" className="button primary" disabled={running || !ready} onClick={() => void accept()}>
            {proposal?.already === true ? 'It is so already: done with' : 'Write it into the inventory'}
          </button>
        )}
        <button type="button" className="button" onClick={props.onClose}>
          Not now
        </button>
      </div>
    </div>
  );
};
