import { useCallback, useState } from 'react';
import type { WorkshopItemKind } from '../../gql/graphql.ts';
import { readStored, store } from '../../ui/stored.ts';

/** What is typed into the line and not kept yet, the kind chosen for it, and who is said to have said it. */
export interface CaptureDraft {
  readonly line: string;
  readonly kind: WorkshopItemKind;
  readonly saidBy: string;
}

const none: CaptureDraft = { line: '', kind: 'PROPOSAL', saidBy: '' };

/** The line that is being typed in a workshop, and the way to change it: kept as long as the tab is there, so that neither a reload nor another screen loses it. */
export const useCaptureDraft = (workshop: string): readonly [CaptureDraft, (change: Partial<CaptureDraft>) => void] => {
  const name = `draft.workshop.${workshop}`;
  const [draft, setDraft] = useState(() => parse(readStored(name, 'tab')));
  const change = useCallback(
    (part: Partial<CaptureDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        store(name, JSON.stringify(next) === JSON.stringify(none) ? undefined : JSON.stringify(next), 'tab');
        return next;
      }),
    [name],
  );
  return [draft, change];
};

const parse = (text: string | undefined): CaptureDraft => {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? { ...none, ...found } : none;
  } catch {
    return none;
  }
};
