import { useEffect, useMemo, useState } from 'react';
import { client } from '../../api/client.ts';
import { useQuery, type Query } from '../../api/use-query.ts';
import type { ChangeInput, ThingInput, WhatIfQuery, WhatIfQueryVariables } from '../../gql/graphql.ts';
import { WhatIfDocument, WhatIfRowsDocument } from './documents.ts';
import { isEmpty, type Supposed } from './sandbox.ts';

/** What would differ, as the API answers it. */
export type WhatIfData = WhatIfQuery['whatIf'];
/** One row of what would differ. */
export type TurnData = WhatIfData['outcomes']['nodes'][number];
/** A finding that opens or closes. */
export type TurnedFinding = WhatIfData['findingsOpened']['nodes'][number];
/** What is asked, as the API takes it. */
export interface Question {
  readonly changes: ChangeInput[];
  readonly outages: ThingInput[];
  readonly asOf: string | null;
}

/** The question about what is supposed on a day; undefined when nothing is supposed. Pure. */
export const questionOf = (supposed: Supposed, asOf: string | undefined): Question | undefined =>
  isEmpty(supposed)
    ? undefined
    : {
        changes: [...supposed.changes],
        outages: supposed.outages.map(({ concept, id }) => ({ concept, id })),
        asOf: asOf ?? null,
      };

/** Asks what would differ. The last answer stays while the next is worked out. */
export const useWhatIf = (question: Question | undefined): Query<WhatIfQuery, WhatIfQueryVariables> =>
  useQuery(WhatIfDocument, question, { keep: true });

/** All rows of an answer: those that came with it, and the further ones as they arrive. `complete` when none is left to come. */
export const useAllTurns = (
  answer: WhatIfData | undefined,
  question: Question | undefined,
): { readonly turns: readonly TurnData[]; readonly complete: boolean } => {
  const [more, setMore] = useState<{ readonly of: WhatIfData; readonly turns: readonly TurnData[] }>();
  useEffect(() => {
    if (answer === undefined || question === undefined || !answer.outcomes.pageInfo.hasNextPage) return undefined;
    const abort = new AbortController();
    fetchRest(answer, question, abort.signal, (turns) => setMore({ of: answer, turns })).catch(() => undefined);
    return () => abort.abort();
    // The rows belong to the answer; the question changes with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  return useMemo(() => {
    const turns = [...(answer?.outcomes.nodes ?? []), ...(more?.of === answer ? (more?.turns ?? []) : [])];
    return { turns, complete: turns.length === (answer?.outcomes.totalCount ?? 0) };
  }, [answer, more]);
};

const fetchRest = async (
  answer: WhatIfData,
  question: Question,
  signal: AbortSignal,
  onTurns: (turns: readonly TurnData[]) => void,
): Promise<void> => {
  let { hasNextPage, endCursor } = answer.outcomes.pageInfo;
  let turns: readonly TurnData[] = [];
  while (hasNextPage) {
    const result = await client(WhatIfRowsDocument, { ...question, after: endCursor ?? null }, { signal });
    // Rows of two revisions are no table: the next answer has its own.
    if (!result.ok || result.value.whatIf.revision !== answer.revision) return;
    const page = result.value.whatIf.outcomes;
    turns = [...turns, ...page.nodes];
    onTurns(turns);
    ({ hasNextPage, endCursor } = page.pageInfo);
  }
};
