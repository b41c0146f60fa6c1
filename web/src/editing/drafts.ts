import { readStored, store } from '../ui/stored.ts';
import type { FormValues } from './form-values.ts';

/** What a form began with: a thing at a revision, or nothing yet at revision 0. */
export interface FormBase {
  readonly revision: number;
  readonly values: FormValues;
}

/** What was typed into a form and not sent, with what the form began with: only both together tell what was changed. */
export interface Draft {
  readonly savedAt: string;
  readonly base: FormBase;
  readonly values: FormValues;
}

const nameOf = (form: string): string => `draft.${form}`;

/** What was left in a form of this tab, which outlives a reload; undefined when nothing, or when what is there is no draft. */
export const readDraft = (form: string): Draft | undefined => {
  try {
    const draft = JSON.parse(readStored(nameOf(form), 'tab') ?? 'null') as Draft | null;
    return typeof draft?.base.revision === 'number' && typeof draft.values === 'object' ? draft : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what is in a form. */
export const keepDraft = (form: string, draft: Omit<Draft, 'savedAt'>): void =>
  store(nameOf(form), JSON.stringify({ ...draft, savedAt: new Date().toISOString() }), 'tab');

/** Forgets what was in a form: it was sent, or given up. */
export const dropDraft = (form: string): void => store(nameOf(form), undefined, 'tab');
