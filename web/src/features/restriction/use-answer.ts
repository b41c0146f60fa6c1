import { useCallback, useRef, useState } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import type { Answer } from '../../gql/graphql.ts';
import { AnswerConditionDocument } from './documents.ts';
import { currentAnswer, type ClaimData } from './story-data.ts';

/** What changes of an answer; what is absent stays as in the version before. */
export interface AnswerChange {
  readonly answer?: Answer;
  readonly rationale?: string;
  readonly evidence?: readonly string[];
}

interface Known {
  readonly version: number;
  readonly answer: Answer;
  readonly rationale: string;
  readonly evidence: readonly string[];
}

/** How answers are given: `saving` is the condition under way, `trouble` what went wrong last, in words. */
export interface Answering {
  readonly save: (condition: string, change: AnswerChange) => void;
  readonly saving: string | undefined;
  readonly trouble: { readonly condition: string; readonly message: string } | undefined;
}

/** Gives conditions their next answers, one after the other; `onSaved` is called after each that was written. */
export const useAnswer = (claim: ClaimData, onSaved: (condition: string) => void): Answering => {
  const { run } = useMutation(AnswerConditionDocument);
  const [saving, setSaving] = useState<string>();
  const [trouble, setTrouble] = useState<{ condition: string; message: string }>();
  const queue = useRef<Promise<void>>(Promise.resolve());
  // A second key can come before the page has fetched what the first one wrote.
  const written = useRef(new Map<string, Known>());
  const now = useRef(claim);
  now.current = claim;

  const save = useCallback(
    (condition: string, change: AnswerChange): void => {
      queue.current = queue.current.then(async () => {
        setSaving(condition);
        setTrouble(undefined);
        const before = newest(written.current.get(condition), fetched(now.current, condition));
        const next: Known = { ...before, ...change, version: before.version + 1 };
        const { answer, rationale, evidence } = next;
        const result = await run({
          input: {
            claim: now.current.id,
            condition,
            answer,
            rationale,
            evidence: [...evidence],
            seenVersion: before.version,
          },
        });
        const message = result.ok ? result.value.answerCondition.error?.message : result.error.message;
        if (message === undefined) written.current.set(condition, next);
        else setTrouble({ condition, message });
        setSaving(undefined);
        onSaved(condition);
      });
    },
    [run, onSaved],
  );
  return { save, saving, trouble };
};

const fetched = (claim: ClaimData, condition: string): Known => {
  const answer = currentAnswer(claim, condition);
  return {
    version: answer?.version ?? 0,
    answer: answer?.answer ?? 'UNKNOWN',
    rationale: answer?.rationale ?? '',
    evidence: answer?.evidence.map(({ id }) => id) ?? [],
  };
};

const newest = (written: Known | undefined, fetchedNow: Known): Known =>
  written !== undefined && written.version > fetchedNow.version ? written : fetchedNow;
