import { useCallback, useRef } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import type { Concept, DecideObservationsMutation, DecisionAction } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { DecideObservationsDocument } from './documents.ts';
import type { Choice } from './reconciled-item.ts';
import { doneWords } from './words.ts';

type Payload = DecideObservationsMutation['decideObservations'];

/** What is decided, beside about what. */
export interface Deciding {
  readonly action: DecisionAction;
  readonly reason?: string;
  readonly target?: { readonly concept: Concept; readonly id: string };
  readonly dataClasses?: readonly string[];
}

/** What came of a decision: what was decided, what was taken in, what was not decided and why; or why nothing could be. */
export interface Outcome extends Pick<Payload, 'decided' | 'notDecided' | 'created'> {
  readonly action: DecisionAction;
  readonly trouble: string | undefined;
}

/** How decisions are sent: one after the other and each once; what comes while one is under way is not sent. */
export interface Decider {
  readonly decide: (choices: readonly Choice[], deciding: Deciding) => Promise<Outcome | undefined>;
  readonly running: boolean;
}

/** The way to decide about what imports saw, with the revision that was seen of each. */
export const useDecide = (): Decider => {
  const { run, running } = useMutation(DecideObservationsDocument);
  const busy = useRef(false);
  const decide = useCallback(
    async (choices: readonly Choice[], { action, reason, target, dataClasses }: Deciding) => {
      if (busy.current || choices.length === 0) return undefined;
      busy.current = true;
      const result = await run({
        input: {
          observations: choices.map(({ observation: { id, revision } }) => ({ id, revision })),
          action,
          reason: reason === undefined || reason === '' ? null : reason,
          target: target ?? null,
          dataClasses: dataClasses === undefined || dataClasses.length === 0 ? null : dataClasses,
        },
      });
      busy.current = false;
      if (!result.ok) return { ...nothing, action, trouble: result.error.message };
      const { decided, notDecided, created, error } = result.value.decideObservations;
      return { action, decided, notDecided, created, trouble: error?.message };
    },
    [run],
  );
  return { decide, running };
};

const nothing = { decided: [], notDecided: [], created: [] } as const;

/** What came of a decision in one or two sentences. Pure. */
export const outcomeWords = ({ action, decided, notDecided, created, trouble }: Outcome): string => {
  if (trouble !== undefined) return `Nothing was decided. ${trouble}`;
  return [
    `${decided.length} ${doneWords[action]}.`,
    created.length === 0 ? '' : `${counted(created.length, 'thing')} taken into the inventory.`,
    notDecided.length === 0 ? '' : `${notDecided.length} not decided.`,
  ]
    .filter((words) => words !== '')
    .join(' ');
};
