import { useCallback, useState } from 'react';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import type { FindingState, ReviewFindingInput } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { ReviewFindingsDocument } from './documents.ts';
import type { Choice } from './finding-data.ts';

/** What is to be said of findings; what is absent stays as each has it, `null` takes it away. */
export interface ReviewChange {
  readonly state?: FindingState;
  readonly owner?: string | null;
  readonly dueOn?: string | null;
  readonly rationale?: string | null;
}

/** A finding that was not written, and why. */
export interface NotReviewed {
  readonly id: string;
  readonly words: string;
  readonly isConflict: boolean;
}

/** What a change came to: done, or nothing written and why. */
export type ReviewOutcome =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly message: string; readonly refused: readonly NotReviewed[] };

/** The way to change reviews and to take the last change back. */
export interface Reviews {
  readonly change: (choices: readonly Choice[], change: ReviewChange) => Promise<ReviewOutcome>;
  /** What was done last, in words, with the way to take it back; undefined when there is nothing to take back. */
  readonly last: { readonly words: string; readonly undo: () => Promise<ReviewOutcome> } | undefined;
  readonly forget: () => void;
  readonly running: boolean;
}

/** Changes reviews of findings, all of them or none. `onWritten` is told when something was written, or was found to be written by others. */
export const useReviews = (onWritten: () => void): Reviews => {
  const { run, running } = useMutation(ReviewFindingsDocument);
  const [done, setDone] = useState<{
    readonly words: string;
    readonly back: readonly ReviewFindingInput[];
    readonly choices: readonly Choice[];
  }>();

  const send = useCallback(
    async (inputs: readonly ReviewFindingInput[], known: readonly Choice[], reason: string | null) => {
      const result = await run({ inputs: [...inputs], reason });
      if (!result.ok) return { ok: false as const, message: result.error.message, refused: [] };
      const { ok, error, errors, findingReviews } = result.value.reviewFindings;
      if (ok)
        return { ok: true as const, revisions: new Map(findingReviews.map((each) => [each.finding, each.revision])) };
      const refused = errors.map(({ finding, error: { code, message }, current }) => ({
        id: finding,
        isConflict: code === 'CONFLICT',
        words: `${known.find(({ id }) => id === finding)?.explanation ?? finding} ${
          current ? `${current.source} wrote it at ${current.updatedAt.slice(0, 16).replace('T', ' ')} UTC.` : message
        }`,
      }));
      return { ok: false as const, message: error?.message ?? 'Nothing was written.', refused };
    },
    [run],
  );

  const change = useCallback(
    async (choices: readonly Choice[], wanted: ReviewChange): Promise<ReviewOutcome> => {
      const sent = await send(
        choices.map((choice) => inputOf(choice, wanted)),
        choices,
        null,
      );
      if (!sent.ok) {
        if (sent.refused.some(({ isConflict }) => isConflict)) onWritten();
        return sent;
      }
      const words = `${counted(choices.length, 'review')} saved.`;
      const back = choices.map((choice) => ({
        ...inputOf(choice, {}),
        expectedRevision: sent.revisions.get(choice.id) ?? 0,
      }));
      setDone({ words, back, choices });
      noteChange();
      onWritten();
      return { ok: true, words };
    },
    [onWritten, send],
  );

  const undo = useCallback(async (): Promise<ReviewOutcome> => {
    if (done === undefined) return { ok: false, message: 'There is nothing to take back.', refused: [] };
    const sent = await send(done.back, done.choices, 'Taken back.');
    if (!sent.ok) {
      onWritten();
      return sent;
    }
    setDone(undefined);
    noteChange();
    onWritten();
    return { ok: true, words: `${counted(done.back.length, 'review')} taken back: as before.` };
  }, [done, onWritten, send]);

  const forget = useCallback(() => setDone(undefined), []);
  return { change, last: done === undefined ? undefined : { words: done.words, undo }, forget, running };
};

/** What is sent for one finding: what is wanted, and the rest as it has it. */
const inputOf = ({ id, state, owner, dueOn, review }: Choice, wanted: ReviewChange): ReviewFindingInput => ({
  finding: id,
  state: wanted.state ?? state,
  owner: wanted.owner === undefined ? (owner ?? null) : wanted.owner,
  dueOn: wanted.dueOn === undefined ? (dueOn ?? null) : wanted.dueOn,
  rationale: wanted.rationale === undefined ? (review?.rationale ?? null) : wanted.rationale,
  expectedRevision: review?.revision ?? 0,
});
