import { Kind, OperationTypeNode, parse } from 'graphql';
import type { SharedRevision } from '../app/shared-revision.ts';
import type { Instant } from '../domain/model/entity.ts';
import { fieldsByConcept } from './resolvers/concept-fields.ts';
import type { ApiRequest, ApiResponse } from './create-api.ts';
import { tokenLimit } from './query-limits.ts';

/** Gives an answer that is worked out already, or has `answer` work it out. */
export type SharedAnswers = (request: ApiRequest, answer: () => Promise<ApiResponse>) => Promise<ApiResponse>;

export interface SharedAnswersDeps {
  readonly revision: SharedRevision;
  readonly now: () => Instant;
}

/** How long an answer is given again, in milliseconds: those who hear of a change ask within a moment of one another. */
const keptMs = 5_000;
/** How many answers, and how many bytes of them, are kept at most. */
const mostKept = 100;
const mostBytes = 16 * 1024 * 1024;
/** A question longer than this is asked by one alone. Characters. */
const longest = 20_000;

/**
 * The questions whose answer follows from the inventory, the catalogues and the day: the same for whoever asks at one revision. What depends on who asks, or
 * on what this process has in hand, as the progress of an import, is not among them.
 */
const shareable: ReadonlySet<string> = new Set([
  ...['attention', 'catalogue', 'changes', 'coverage', 'findingChanges', 'findingFacets', 'findingRules', 'findings'],
  ...['inventory', 'map', 'node', 'reconciliation', 'recordSet', 'rulePacks', 'search', 'systemTemplates', 'trace'],
  ...['tracePaths', 'verdictDifference', 'verdicts', 'ways'],
  ...Object.values(fieldsByConcept).flatMap(({ one, many }) => [one, many]),
]);

interface Kept {
  readonly at: number;
  readonly answer: Promise<ApiResponse>;
  bytes: number;
}

/**
 * Returns what works the same question out once for all who ask it at one revision: in a workshop thirty pages hear of a change at once and ask the same. The database is asked
 * for its revision for each of them all the same, so none is answered from before its question.
 */
export const createSharedAnswers = ({ revision, now }: SharedAnswersDeps): SharedAnswers => {
  let of = 0;
  let bytes = 0;
  const kept = new Map<string, Kept>();
  const isShareable = createIsShareable();

  const forget = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const forgetAll = (): void => {
    kept.clear();
    bytes = 0;
  };
  const makeRoom = (): void => {
    for (const [key, { at }] of kept) {
      if (kept.size < mostKept && bytes <= mostBytes && performance.now() - at <= keptMs) return;
      forget(key);
    }
  };

  const begin = (key: string, answer: () => Promise<ApiResponse>): Promise<ApiResponse> => {
    makeRoom();
    const begun: Kept = { at: performance.now(), answer: answer().then(asShared), bytes: 0 };
    kept.set(key, begun);
    const end = (answered: ApiResponse | undefined): void => {
      if (kept.get(key) !== begun) return;
      if (answered?.shared !== true) {
        forget(key);
        return;
      }
      begun.bytes = answered.body.length;
      bytes += begun.bytes;
    };
    begun.answer.then(end, () => end(undefined));
    return begun.answer;
  };

  return async (request, answer) => {
    const { body, headers, view, seenRevision } = request;
    const text = isShareable(body) ? JSON.stringify(body) : '';
    if (text === '' || text.length > longest) return answer();
    const read = await revision.read();
    // A client that knows of more than the database says is answered by itself: there is something to find out.
    if (!read.ok || (seenRevision ?? 0) > read.value) return answer();
    if (read.value !== of) forgetAll();
    of = read.value;
    const key = JSON.stringify([now().slice(0, 10), view, headers.get('accept'), headers.get('content-type'), text]);
    const known = kept.get(key);
    if (known === undefined || performance.now() - known.at > keptMs) return begin(key, answer);
    const shared = await known.answer.catch(() => undefined);
    // What failed for another is tried for this one by itself, under its own id.
    return shared?.shared === true ? shared : answer();
  };
};

/** An answer with data and no error can be given to others. */
const asShared = (answer: ApiResponse): ApiResponse =>
  answer.status === 200 &&
  typeof answer.body === 'string' &&
  answer.body.startsWith('{"data"') &&
  !answer.body.includes('"errors"')
    ? { ...answer, body: Buffer.from(answer.body), shared: true }
    : answer;

/** How many texts of questions are remembered. */
const remembered = 200;

const createIsShareable = (): ((body: unknown) => boolean) => {
  const known = new Map<string, boolean>();
  return (body) => {
    const query = (body as { readonly query?: unknown } | null)?.query;
    if (typeof query !== 'string' || query.length > longest) return false;
    const before = known.get(query);
    if (before !== undefined) return before;
    const [oldest] = known.keys();
    if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
    const is = asksOnlyShareable(query);
    known.set(query, is);
    return is;
  };
};

/** Whether a text is one query, of nothing but what all are answered alike. */
const asksOnlyShareable = (query: string): boolean => {
  try {
    const operations = parse(query, { maxTokens: tokenLimit, noLocation: true }).definitions.filter(
      (each) => each.kind === Kind.OPERATION_DEFINITION,
    );
    const [operation] = operations;
    return (
      operation?.operation === OperationTypeNode.QUERY &&
      operations.length === 1 &&
      operation.selectionSet.selections.every((each) => each.kind === Kind.FIELD && shareable.has(each.name.value))
    );
  } catch {
    // What cannot be read is told to the one who sent it.
    return false;
  }
};
