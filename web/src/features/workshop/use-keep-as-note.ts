import { useCallback, useMemo } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { tell } from '../../editing/told.ts';
import { AddWorkshopItemDocument, UpdateWorkshopItemDocument } from './documents.ts';
import type { ItemData } from './workshop-data.ts';

/** The way to keep a proposal's words as a note instead: the note is written first, then the proposal is dropped, so that no word is lost. Answers what went wrong, if anything. */
export const useKeepAsNote = (): {
  readonly keepAsNote: (item: ItemData, workshop: string) => Promise<string | undefined>;
  readonly keeping: boolean;
} => {
  const { run: add, running: adding } = useMutation(AddWorkshopItemDocument);
  const { run: update, running: dropping } = useMutation(UpdateWorkshopItemDocument);
  const keepAsNote = useCallback(
    async (item: ItemData, workshop: string): Promise<string | undefined> => {
      const added = await add({
        input: {
          workshop,
          kind: 'NOTE',
          name: item.name,
          description: item.description ?? null,
          topic: item.topic ?? null,
          about: item.about ? { concept: item.about.concept, id: item.about.id } : null,
          link: item.link ?? null,
          saidBy: item.source,
        },
      });
      const refused = added.ok ? added.value.addWorkshopItem.error : added.error;
      if (refused) return `The note was not written: ${refused.message}`;
      const dropped = await update({ id: item.id, expectedRevision: item.revision, input: { state: 'DROPPED' } });
      noteChange();
      const left = dropped.ok ? dropped.value.updateWorkshopItem.error : dropped.error;
      if (left) return `The note is kept, but the proposal still stands: ${left.message} Drop it.`;
      tell(`Kept as a note: ${item.name}`);
      return undefined;
    },
    [add, update],
  );
  const keeping = adding || dropping;
  return useMemo(() => ({ keepAsNote, keeping }), [keepAsNote, keeping]);
};
