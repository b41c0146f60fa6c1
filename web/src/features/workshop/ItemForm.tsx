import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { ChangedMeanwhile } from '../../editing/ChangedMeanwhile.tsx';
import { ConflictChoice } from '../../editing/ConflictChoice.tsx';
import { ProposalDocument } from '../../editing/documents.ts';
import type { FormBase } from '../../editing/drafts.ts';
import { FormField } from '../../editing/FormField.tsx';
import type { FormValues } from '../../editing/form-values.ts';
import { mergeFields } from '../../editing/merge-values.ts';
import { OthersEditing } from '../../editing/OthersEditing.tsx';
import { tell } from '../../editing/told.ts';
import { todayHere } from '../../editing/today.ts';
import { usePanelFocus } from '../../editing/use-panel-focus.ts';
import type { Trouble } from '../../editing/use-change-set.ts';
import { useFormDraft } from '../../editing/use-form-draft.ts';
import type { UpdateWorkshopItemInput } from '../../gql/graphql.ts';
import { useToldEditing } from '../../live/use-told-state.ts';
import { timeWords } from '../../ui/time-words.ts';
import { UpdateWorkshopItemDocument, WorkshopItemNowDocument } from './documents.ts';
import { baseOfItem, itemInput, specsOf, taskWords, type ItemTask } from './item-form-specs.ts';
import { PeopleField, PersonField } from './PeopleField.tsx';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** Under what a form of an item keeps what is typed. Pure. */
export const itemFormName = (item: string, task: ItemTask): string => `WORKSHOP_ITEM.${item}.${task}`;

/** Changes one side of something that was said. What two people wrote of it is put side by side; nothing typed is lost, not even by a reload. */
export const ItemForm = (props: {
  readonly item: ItemData;
  readonly workshop: WorkshopData;
  readonly task: ItemTask;
  readonly onClose: () => void;
}): ReactNode => {
  const { item, workshop, task } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  usePanelFocus(panel);
  const now = useMemo(() => baseOfItem(item), [item]);
  const [opened] = useState(item.revision);
  const draft = useFormDraft(itemFormName(item.id, task), now);
  const specs = useMemo(() => specsOf(task, item, workshop), [task, item, workshop]);
  const [failure, setFailure] = useState<{ readonly field: string | undefined; readonly message: string }>();
  const [clash, setClash] = useState<{ readonly theirs: FormBase; readonly lastChange: Trouble['lastChange'] }>();
  const { run, running } = useMutation(UpdateWorkshopItemDocument);
  useToldEditing('WORKSHOP_ITEM', item.id);
  // Somebody else has written it since this form began. While it is being saved from here, that may be the own change.
  const isNewer = now.revision > draft.base.revision && !running;
  const isAsBegun = JSON.stringify(draft.values) === JSON.stringify(draft.base.values);
  const { renew } = draft;
  useEffect(() => {
    if (isNewer && isAsBegun) renew(now);
  }, [isNewer, isAsBegun, renew, now]);
  const look = async (): Promise<void> => {
    const theirs = await fetchNow(item.id);
    if (theirs !== undefined) setClash(theirs);
  };
  const done = (): void => {
    draft.forget();
    props.onClose();
  };
  const send = async (base: FormBase, values: FormValues): Promise<void> => {
    setFailure(undefined);
    const input = itemInput(specs, base.values, values);
    if (input === undefined) return done();
    const missing = specs.find((spec) => spec.required === true && String(values[spec.name] ?? '').trim() === '');
    if (missing !== undefined) return setFailure({ field: missing.name, message: `${missing.label} is needed.` });
    const result = await run({
      id: item.id,
      expectedRevision: base.revision,
      input: await withReading(item, input),
    });
    const error = result.ok ? result.value.updateWorkshopItem.error : result.error;
    if (error === null || error === undefined) {
      noteChange();
      tell(`${taskDone[task]}: ${item.name}`);
      return done();
    }
    const theirs = error.code === 'CONFLICT' ? await fetchNow(item.id) : undefined;
    if (theirs === undefined) setFailure({ field: error.field ?? undefined, message: error.message });
    else setClash(theirs);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    if (draft.touched) tell('Closed. What you typed is kept and comes back with the form');
    props.onClose();
  };
  const field = failure?.field?.replace(/^input\./u, '').split(/[.[]/u)[0];
  return (
    <div ref={panel} className="edit-panel" onKeyDown={onKeyDown}>
      {clash !== undefined ? (
        <ConflictChoice
          lastChange={clash.lastChange}
          mine={draft.values}
          theirs={clash.theirs.values}
          merged={mergeFields(specs, draft.base.values, draft.values, clash.theirs.values)}
          running={running}
          onCancel={() => setClash(undefined)}
          onResolve={(values) => {
            setClash(undefined);
            draft.rebase(clash.theirs, values);
            void send(clash.theirs, values);
          }}
        />
      ) : (
        <form
          className="thing-form"
          data-touched={draft.touched ? 'yes' : 'no'}
          aria-label={`${taskWords[task]}: ${item.name}`}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void send(draft.base, draft.values);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
          }}
        >
          <OthersEditing concept="WORKSHOP_ITEM" id={item.id} />
          <ChangedMeanwhile
            openedAt={opened}
            revision={now.revision}
            lastChange={undefined}
            typed={isNewer && !isAsBegun}
            onLook={() => void look()}
          />
          {draft.restoredFrom === undefined ? null : (
            <p className="draft-note">
              This is what you had typed by {timeWords(draft.restoredFrom)} and not saved.{' '}
              <button type="button" className="text-button" onClick={draft.startAnew}>
                Start anew
              </button>
            </p>
          )}
          {specs.map((spec) => {
            const value = draft.values[spec.name] ?? '';
            const put = (next: FormValues[string]): void => draft.put(spec.name, next);
            if (spec.kind === 'list')
              return (
                <PeopleField
                  key={spec.name}
                  label={spec.label}
                  people={workshop.attendees}
                  chosen={value as readonly string[]}
                  onChange={put}
                />
              );
            if (spec.name === 'assignee')
              return (
                <PersonField
                  key={spec.name}
                  label={spec.label}
                  people={workshop.attendees}
                  value={String(value)}
                  onChange={put}
                />
              );
            return (
              <FormField
                key={spec.name}
                id={`${id}-${spec.name}`}
                spec={spec}
                value={value}
                choices={undefined}
                today={todayHere()}
                trouble={field === spec.name ? failure?.message : undefined}
                onChange={put}
              />
            );
          })}
          {failure === undefined || specs.some(({ name }) => name === field) ? null : (
            <p className="form-trouble" role="alert">
              {failure.message}
            </p>
          )}
          <div className="row">
            <button type="submit" className="button primary" disabled={running}>
              Save
            </button>
            <button type="button" className="button" onClick={done}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </div>
  );
};

const taskDone: Readonly<Record<ItemTask, string>> = {
  answer: 'Answered',
  assign: 'Assigned',
  agree: 'Kept who agreed',
  change: 'Changed',
};

/** A proposal whose line is changed also says anew what it is understood as. */
const withReading = async (item: ItemData, input: UpdateWorkshopItemInput): Promise<UpdateWorkshopItemInput> => {
  if (item.kind !== 'PROPOSAL' || typeof input.name !== 'string') return input;
  const read = await client(
    ProposalDocument,
    { line: input.name, chosen: [] },
    { signal: new AbortController().signal },
  );
  if (!read.ok) return input;
  const { understood, sentence } = read.value.proposal;
  return { ...input, description: understood ? sentence : `Not understood: ${sentence}` };
};

const fetchNow = async (
  id: string,
): Promise<{ readonly theirs: FormBase; readonly lastChange: Trouble['lastChange'] } | undefined> => {
  const result = await client(WorkshopItemNowDocument, { id }, { signal: new AbortController().signal });
  const item = result.ok ? result.value.workshopItem : undefined;
  return item ? { theirs: baseOfItem(item), lastChange: item.history[0] ?? null } : undefined;
};
