import { useState, type ReactNode } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { readDraft } from '../../editing/drafts.ts';
import { tell } from '../../editing/told.ts';
import type { WorkshopItemState } from '../../gql/graphql.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { UpdateWorkshopItemDocument } from './documents.ts';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemForm, itemFormName } from './ItemForm.tsx';
import { taskWords, type ItemTask } from './item-form-specs.ts';
import { wordsOfKind } from './item-kinds.ts';
import { KindSign } from './KindSign.tsx';
import { ProposalPanel } from './ProposalPanel.tsx';
import type { ItemData, WorkshopData } from './workshop-data.ts';

type Open = ItemTask | 'accept';

/** Which forms each kind has, in the order of their buttons. */
const tasksOf: Readonly<Record<ItemData['kind'], readonly ItemTask[]>> = {
  PROPOSAL: ['change'],
  DECISION: ['agree', 'change'],
  QUESTION: ['answer', 'assign', 'change'],
  UNKNOWN: ['answer', 'assign', 'change'],
  PARKED: ['assign', 'change'],
  NOTE: ['change'],
  PICTURE: ['change'],
};

/** Something that was said: what, by whom, about what, where it stands, and what can be done about it. */
export const ItemCard = (props: { readonly item: ItemData; readonly workshop: WorkshopData }): ReactNode => {
  const { item, workshop } = props;
  // A form in which something was left comes back with the page.
  const [open, setOpen] = useState<Open | undefined>(() =>
    tasksOf[item.kind].find((task) => readDraft(itemFormName(item.id, task)) !== undefined),
  );
  const { one } = wordsOfKind(item.kind);
  const toggle = (what: Open): void => setOpen(open === what ? undefined : what);
  const isOpenProposal = item.kind === 'PROPOSAL' && item.state === 'OPEN';
  return (
    <article className={`item item-${item.state.toLowerCase()}`} aria-label={`${one}: ${item.name}`}>
      <span className="item-sign" title={one}>
        <KindSign kind={item.kind} />
        <span className="quiet">{one}</span>
      </span>
      <div className="item-body">
        <ItemFacts item={item} />
        <OnlyNow>
          <div className="row item-actions">
            {isOpenProposal ? (
              <button
                type="button"
                className="button"
                aria-expanded={open === 'accept'}
                onClick={() => toggle('accept')}
              >
                Accept
              </button>
            ) : null}
            {tasksOf[item.kind]
              .filter((task) => task !== 'change' || item.kind !== 'PROPOSAL' || item.state !== 'DONE')
              .map((task) => (
                <button
                  key={task}
                  type="button"
                  className="link-button"
                  aria-expanded={open === task}
                  onClick={() => toggle(task)}
                >
                  {task === 'answer' && item.answer ? 'Change the answer' : taskWords[task]}
                </button>
              ))}
            <StateButtons item={item} />
          </div>
        </OnlyNow>
        {open === 'accept' ? (
          isOpenProposal ? (
            <ProposalPanel
              item={item}
              workshop={workshop}
              onChangeLine={() => setOpen('change')}
              onClose={() => setOpen(undefined)}
            />
          ) : null
        ) : open === undefined ? null : (
          <ItemForm item={item} workshop={workshop} task={open} onClose={() => setOpen(undefined)} />
        )}
      </div>
    </article>
  );
};

/** Drops it, takes it up again, or says that it is dealt with. */
const StateButtons = ({ item }: { readonly item: ItemData }): ReactNode => {
  const { run, running } = useMutation(UpdateWorkshopItemDocument);
  const [trouble, setTrouble] = useState<string>();
  const put = async (state: WorkshopItemState, words: string): Promise<void> => {
    const result = await run({ id: item.id, expectedRevision: item.revision, input: { state } });
    const error = result.ok ? result.value.updateWorkshopItem.error : result.error;
    noteChange();
    if (error)
      setTrouble(error.code === 'CONFLICT' ? 'Somebody wrote it meanwhile. It is shown as it is now.' : error.message);
    else {
      setTrouble(undefined);
      tell(`${words}: ${item.name}`);
    }
  };
  const button = (words: string, state: WorkshopItemState, told: string): ReactNode => (
    <button type="button" className="link-button" disabled={running} onClick={() => void put(state, told)}>
      {words}
    </button>
  );
  const isWritten = item.kind === 'PROPOSAL' && item.state === 'DONE';
  return (
    <>
      {item.state === 'OPEN' && item.kind === 'PARKED' ? button('Dealt with', 'DONE', 'Dealt with') : null}
      {isWritten ? null : item.state === 'DROPPED' ? (
        button('Take it up again', 'OPEN', 'Taken up again')
      ) : (
        <>
          {item.state === 'DONE' && ['QUESTION', 'UNKNOWN', 'PARKED'].includes(item.kind)
            ? button('Open again', 'OPEN', 'Open again')
            : null}
          {button('Drop', 'DROPPED', 'Dropped')}
        </>
      )}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
};
