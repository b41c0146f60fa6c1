import { createCurrentGraph } from '../../app/current-graph.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { ok } from '../../domain/result.ts';
import { toTraceQuestion } from '../../app/trace-question.ts';
import { trace as traceClass, tracePaths } from '../../domain/trace/index.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeTrace, type PathsOfAnswer } from '../describe-trace.ts';
import type { ExitCode } from '../exit-codes.ts';

/** Options of `trace`, as they were given. */
export interface TraceOptions extends StoreOptions {
  readonly audience?: string;
  readonly channel?: string;
  readonly purpose?: string;
  readonly asOf?: string;
  readonly paths: number;
}

/** `trace CLASS`: where a class originates and every path that releases or restricts it. */
export const trace = (context: CommandContext, dataClass: string, options: TraceOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock }) => {
    const current = await createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) }).get();
    if (!current.ok) return current;
    const { index } = current.value;
    const asked = toTraceQuestion(catalogues, { dataClass, ...options }, clock.now().slice(0, 10));
    if (!asked.ok) return asked;
    const question = asked.value;
    const answer = traceClass(index, question);
    if (!answer.ok) return answer;
    const pages: PathsOfAnswer[] = [];
    for (const { id } of options.paths === 0 ? [] : answer.value.answers) {
      const page = tracePaths(index, question, { part: id, first: options.paths });
      if (!page.ok) return page;
      pages.push({ answer: id, ...page.value });
    }
    const value = { ok: true, ...answer.value, paths: pages };
    return ok({ value, text: describeTrace(index.graph, answer.value, pages) });
  });
