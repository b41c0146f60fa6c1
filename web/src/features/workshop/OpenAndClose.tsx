import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { tell } from '../../editing/told.ts';
import { counted, listed } from '../../graph-model/words.ts';
import { CloseWorkshopDocument, OpenWorkshopDocument } from './documents.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** Opens and closes a workshop. Before it is closed it is told what is still open in it; nothing is asked. */
export const OpenAndClose = (props: {
  readonly workshop: WorkshopData;
  readonly items: readonly ItemData[];
  readonly editButton: RefObject<HTMLButtonElement | null>;
  readonly onEdit: () => void;
}): ReactNode => {
  const { workshop } = props;
  const [closing, setClosing] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const opens = useMutation(OpenWorkshopDocument);
  const closes = useMutation(CloseWorkshopDocument);
  const seen = { id: workshop.id, expectedRevision: workshop.revision };
  const wrote = (message: string | undefined, words: string): void => {
    setTrouble(message);
    noteChange();
    if (message !== undefined) return;
    tell(words);
    setClosing(false);
  };
  const open = async (): Promise<void> => {
    const result = await opens.run(seen);
    wrote(result.ok ? result.value.openWorkshop.error?.message : result.error.message, `${workshop.name} is open`);
  };
  const close = async (): Promise<void> => {
    const result = await closes.run(seen);
    wrote(result.ok ? result.value.closeWorkshop.error?.message : result.error.message, `${workshop.name} is closed`);
  };
  return (
    <div className="workshop-standing">
      <div className="row">
        {workshop.state === 'CLOSED' ? null : (
          <button ref={props.editButton} type="button" className="button" onClick={props.onEdit}>
            Edit agenda and people
          </button>
        )}
        {workshop.state === 'OPEN' ? (
          <button type="button" className="button" aria-expanded={closing} onClick={() => setClosing(!closing)}>
            Close the workshop
          </button>
        ) : (
          <button
            type="button"
            className={workshop.state === 'PLANNED' ? 'button primary' : 'button'}
            disabled={opens.running}
            onClick={() => void open()}
          >
            {workshop.state === 'PLANNED' ? 'Open the workshop' : 'Open it again'}
          </button>
        )}
      </div>
      {closing && workshop.state === 'OPEN' ? (
        <Closing
          items={props.items}
          running={closes.running}
          onClose={() => void close()}
          onCancel={() => setClosing(false)}
        />
      ) : null}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
};

const Closing = (props: {
  readonly items: readonly ItemData[];
  readonly running: boolean;
  readonly onClose: () => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className="notice notice-partial" aria-label="Close the workshop">
      <div>
        <p className="notice-title">{openWords(props.items)}</p>
        <p className="notice-body">
          A closed workshop takes nothing new. What is open stays open, and can still be answered or dropped.
        </p>
        <div className="row">
          <button type="button" className="button primary" disabled={props.running} onClick={props.onClose}>
            Close it now
          </button>
          <button type="button" className="button" onClick={props.onCancel}>
            Not yet
          </button>
        </div>
      </div>
    </section>
  );
};

const openNouns = [
  ['PROPOSAL', 'proposal', 'proposals'],
  ['QUESTION', 'question', 'questions'],
  ['UNKNOWN', 'unknown', 'unknowns'],
  ['PARKED', 'parked matter', 'parked matters'],
  ['DECISION', 'decision', 'decisions'],
] as const;

/** What is still open, as a sentence. Pure. */
export const openWords = (items: readonly Pick<ItemData, 'kind' | 'state'>[]): string => {
  const counts = openNouns.flatMap(([kind, one, many]) => {
    const open = items.filter((item) => item.kind === kind && item.state === 'OPEN').length;
    return open === 0 ? [] : [counted(open, one, many)];
  });
  return counts.length === 0 ? 'Nothing is left open.' : `Still open: ${listed(counts)}.`;
};
