import { useCallback, useEffect, useMemo, useState } from 'react';
import { useChangeSink } from './change-sink.ts';
import { dropDraft, keepDraft, readDraft, type FormBase } from './drafts.ts';
import type { FieldValue, FormValues } from './form-values.ts';

/** A form's values as they are typed, kept so that a reload loses nothing. */
export interface FormDraft {
  readonly values: FormValues;
  /** What the values are changes of. It may be older than the thing is now: then somebody else wrote it meanwhile. */
  readonly base: FormBase;
  /** When what is shown was typed, while it comes from before a reload and is untouched. */
  readonly restoredFrom: string | undefined;
  /** Whether anything was typed that is kept. */
  readonly touched: boolean;
  readonly put: (name: string, value: FieldValue) => void;
  /** The values are from now on changes of something newer. */
  readonly rebase: (base: FormBase, values: FormValues) => void;
  /** Nothing was typed, and the thing is newer: the form begins with that. */
  readonly renew: (base: FormBase) => void;
  /** Back to what the form would begin with now. */
  readonly startAnew: () => void;
  /** It was sent, or given up. */
  readonly forget: () => void;
}

interface State {
  readonly base: FormBase;
  readonly values: FormValues;
  readonly restoredFrom: string | undefined;
  /** Whether anything was typed that a reload would lose. */
  readonly touched: boolean;
}

const begin = (base: FormBase): State => ({ base, values: base.values, restoredFrom: undefined, touched: false });

/** The draft of a form that would begin with `now`. */
export const useFormDraft = (name: string, now: FormBase): FormDraft => {
  const form = `${useChangeSink()?.drafts ?? ''}${name}`;
  const [state, setState] = useState<State>(() => {
    const draft = readDraft(form);
    return draft === undefined
      ? begin(now)
      : { base: draft.base, values: draft.values, restoredFrom: draft.savedAt, touched: false };
  });
  const { base, values, touched } = state;
  useEffect(() => {
    if (touched) keepDraft(form, { base, values });
  }, [form, base, values, touched]);
  const put = useCallback(
    (name: string, value: FieldValue) =>
      setState((before) => ({
        ...before,
        values: { ...before.values, [name]: value },
        restoredFrom: undefined,
        touched: true,
      })),
    [],
  );
  const rebase = useCallback(
    (next: FormBase, merged: FormValues) =>
      setState({ base: next, values: merged, restoredFrom: undefined, touched: true }),
    [],
  );
  const renew = useCallback((next: FormBase) => setState(begin(next)), []);
  const forget = useCallback(() => {
    setState((before) => ({ ...before, touched: false }));
    dropDraft(form);
  }, [form]);
  const startAnew = useCallback(() => {
    dropDraft(form);
    setState(begin(now));
  }, [form, now]);
  const { restoredFrom } = state;
  return useMemo(
    () => ({ values, base, restoredFrom, touched, put, rebase, renew, startAnew, forget }),
    [values, base, restoredFrom, touched, put, rebase, renew, startAnew, forget],
  );
};
