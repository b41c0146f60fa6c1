import { isIncomplete } from '../verdict/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { Id } from '../model/entity.ts';
import type { PathStatus, TracePath } from './answer.ts';
import { namesOf } from './answer-part.ts';
import { createClassGraph, type ClassGraph } from './class-graph.ts';
import { describePath, restrictionsOn, type PathShape } from './describe-path.ts';
import { enumeratePaths } from './enumerate-paths.ts';
import { groupParts } from './parts.ts';
import { createPassage } from './passage.ts';
import { audiencesOf, checkQuestion, type TraceError, type TraceQuestion } from './question.ts';
import { findStarts } from './starts.ts';
import type { TraceIndex } from './trace-index.ts';

/** Which paths of one answer: `part` is the answer's id; `first` at least 1. `after` is the id of the last path seen. */
export interface PathRequest {
  readonly part: Id;
  readonly audience?: Id;
  readonly status?: PathStatus;
  readonly undocumented?: boolean;
  /** Only those that meet a restriction which is claimed and not completely documented. */
  readonly incomplete?: boolean;
  readonly first: number;
  readonly after?: string;
}

/** A page of paths. `endCursor` is where to go on: with a filter a page can be short, or empty, and still have more behind it. */
export interface PathPage {
  readonly paths: readonly TracePath[];
  readonly endCursor?: string;
  readonly hasMore: boolean;
}

/** How many paths one page looks at to fill a filter, before it hands over what it has with `hasMore`. */
export const pathsExaminedPerPage = 20_000;

/**
 * A page of the paths of one answer, in a fixed order: by audience, then start, then depth first. Lazy: a page costs by its own
 * length. A cursor stays good when the inventory changes: the page goes on behind the place where that path stood.
 */
export const tracePaths = (
  index: TraceIndex,
  question: TraceQuestion,
  request: PathRequest,
): Result<PathPage, TraceError> => {
  const error = checkQuestion(index, question);
  if (error !== undefined) return err(error);
  const group = groupParts(index, question.dataClass, question.asOf).find(({ parts }) => parts.includes(request.part));
  if (group === undefined) return err({ type: 'DataClassNotFound', id: request.part });
  const cursor = parseCursor(request.after);
  if (cursor === undefined) return err({ type: 'CursorInvalid', value: request.after ?? '' });
  const { asOf, purpose, channel, judge } = question;
  const paths: TracePath[] = [];
  let endCursor = request.after;
  let examined = 0;
  for (const audience of audiencesOf(index, question)) {
    if (request.audience !== undefined && audience !== request.audience) continue;
    if (cursor.audience !== undefined && audience < cursor.audience) continue;
    const graph = createClassGraph(index, {
      lineage: group.lineage,
      asOf,
      audiences: [audience],
      ...(purpose === undefined ? {} : { purpose }),
      ...(channel === undefined ? {} : { channel }),
      ...(judge === undefined ? {} : { judge }),
    });
    const passage = createPassage(graph, [...findStarts(graph).kinds.keys()], 1);
    for (const path of enumeratePaths(passage, audience === cursor.audience ? cursor.key : undefined)) {
      if (paths.length === request.first || examined === pathsExaminedPerPage)
        return ok(pageOf(paths, endCursor, true));
      examined += 1;
      endCursor = `${audience}~${path.key}`;
      if (request.status !== undefined && path.status !== request.status) continue;
      if (request.undocumented === true && !path.undocumented) continue;
      if (request.incomplete === true && !meetsIncomplete(graph, path)) continue;
      paths.push(describePath(graph, namesOf(index.graph.Audience), 0, path));
    }
  }
  return ok(pageOf(paths, endCursor, false));
};

/** Whether a path meets a restriction that is claimed and whose documentation is judged not to be complete. */
const meetsIncomplete = (graph: ClassGraph, path: PathShape): boolean =>
  restrictionsOn(graph, path, 1).some(
    ({ placed: { documentation, judged } }) => documentation !== 'NONE' && judged !== undefined && isIncomplete(judged),
  );

const pageOf = (paths: readonly TracePath[], endCursor: string | undefined, hasMore: boolean): PathPage =>
  endCursor === undefined ? { paths, hasMore } : { paths, endCursor, hasMore };

/** `audience~start~…~end`; `undefined` when the text is no cursor. */
const parseCursor = (after: string | undefined): { readonly audience?: Id; readonly key?: string } | undefined => {
  if (after === undefined) return {};
  const [audience, ...key] = after.split('~');
  return audience === undefined || audience === '' || key.length < 2 ? undefined : { audience, key: key.join('~') };
};
