import { useCallback, useState } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { tell } from '../../editing/told.ts';
import type { KeepPictureMutation, KeepPictureMutationVariables } from '../../gql/graphql.ts';
import { readFileAsBase64 } from '../../ui/read-file.ts';
import type { ShownPicture } from '../../ui/shown-picture.ts';
import { AddWorkshopItemDocument, KeepPictureDocument } from './documents.ts';
import type { SaidBeside } from './use-captured.ts';

/** The way to keep the picture that is shown, as it is now, in a workshop; why that failed, in words. */
export const useKeptPicture = (): {
  readonly keep: (picture: ShownPicture, beside: SaidBeside) => Promise<void>;
  readonly running: boolean;
  readonly trouble: string | undefined;
} => {
  const attach = useMutation(KeepPictureDocument);
  const add = useMutation(AddWorkshopItemDocument);
  const [running, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [runAttach, runAdd] = [attach.run, add.run];
  const keep = useCallback(
    async (picture: ShownPicture, { workshop, topic, about, link, saidBy }: SaidBeside): Promise<void> => {
      setRunning(true);
      setTrouble(undefined);
      try {
        const evidence = await attachPicture(picture, runAttach);
        const result = await runAdd({
          input: {
            workshop,
            kind: 'PICTURE',
            name: picture.title,
            description: [picture.sentence, picture.facts.join(' · ')].filter((text) => text !== '').join(' '),
            picture: evidence,
            shownRevision: picture.revision,
            topic: topic ?? null,
            about: about ?? null,
            link,
            saidBy: saidBy.trim() || null,
          },
        });
        const error = result.ok ? result.value.addWorkshopItem.error : result.error;
        if (error) throw new Error(error.message);
        tell(`Picture kept: ${picture.title}`);
      } catch (error) {
        setTrouble(`The picture could not be kept. ${error instanceof Error ? error.message : ''}`);
      } finally {
        noteChange();
        setRunning(false);
      }
    },
    [runAttach, runAdd],
  );
  return { keep, running, trouble };
};

/** Puts the picture beside the database, as a PNG; gives the id of its evidence. Rejects with words for the reader. */
const attachPicture = async (
  picture: ShownPicture,
  attach: ReturnType<typeof useMutation<KeepPictureMutation, KeepPictureMutationVariables>>['run'],
): Promise<string> => {
  const { svgToPng } = await import('../../graph-canvas/svg-to-png.ts');
  const fileName = `${picture.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.png`;
  const png = await readFileAsBase64(await svgToPng(await picture.svg()), fileName);
  if (!png.ok) throw new Error(png.error);
  const result = await attach({ input: { name: `Picture: ${picture.title}`, fileName, contentBase64: png.value } });
  if (!result.ok) throw new Error(result.error.message);
  const { evidence, error } = result.value.attachEvidence;
  if (!evidence) throw new Error(error?.message ?? 'Its file was not kept.');
  return evidence.id;
};
