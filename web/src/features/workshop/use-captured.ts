import { useCallback, useMemo } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { announce } from '../../ui/live.ts';
import { AddWorkshopItemDocument, CaptureLineDocument } from './documents.ts';
import { wordsOfKind } from './item-kinds.ts';
import type { LineRead } from './read-line.ts';
import type { ThingNamed } from './about-of.ts';
import type { ItemData } from './workshop-data.ts';

/** What stands beside a line that is kept: where it was said, about what, under which topic, and by whom where that is not who writes. */
export interface SaidBeside {
  readonly workshop: string;
  readonly topic: string | undefined;
  readonly about: ThingNamed | undefined;
  readonly link: string;
  readonly saidBy: string;
}

/** What came of keeping a line. */
export type Kept = { readonly ok: true; readonly item: ItemData } | { readonly ok: false; readonly message: string };

/** The way to keep a line of any kind in a workshop; the page shows it at once. */
export const useCaptured = (): {
  readonly keep: (line: LineRead, beside: SaidBeside) => Promise<Kept>;
  readonly running: boolean;
} => {
  const capture = useMutation(CaptureLineDocument);
  const add = useMutation(AddWorkshopItemDocument);
  const [runCapture, runAdd] = [capture.run, add.run];
  const keep = useCallback(
    async ({ kind, text }: LineRead, { workshop, topic, about, link, saidBy }: SaidBeside): Promise<Kept> => {
      const beside = { topic: topic ?? null, about: about ?? null, link, saidBy: saidBy.trim() || null };
      const isProposal = kind === 'PROPOSAL';
      const result = isProposal
        ? await runCapture({ workshop, line: text, ...beside })
        : await runAdd({ input: { workshop, kind, name: text, ...beside } });
      if (!result.ok) return { ok: false, message: result.error.message };
      const payload = 'captureLine' in result.value ? result.value.captureLine : result.value.addWorkshopItem;
      const item = payload.workshopItem;
      if (!payload.ok || !item) return { ok: false, message: payload.error?.message ?? 'It was not kept.' };
      noteChange();
      announce(`Kept as ${wordsOfKind(kind).one.toLowerCase()}: ${text}.`);
      return { ok: true, item };
    },
    [runCapture, runAdd],
  );
  const running = capture.running || add.running;
  return useMemo(() => ({ keep, running }), [keep, running]);
};
