import { createCurrentGraph } from '../../app/current-graph.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { loadRulePacks } from '../../app/load-rule-packs.ts';
import { traceJudge } from '../../app/restriction-judge.ts';
import { toTraceQuestion } from '../../app/trace-question.ts';
import { trace as traceClass, tracePaths, type TraceAnswer } from '../../domain/trace/index.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeTrace, type PathsOfAnswer } from '../describe-trace.ts';
import { schemaFolder } from '../open-workspace.ts';
import type { ExitCode } from '../exit-codes.ts';

/** Options of `trace`, as they were given. */
export interface TraceOptions extends StoreOptions {
  readonly audience?: string;
  readonly channel?: string;
  readonly purpose?: string;
  readonly asOf?: string;
  readonly rulePack?: string;
  /** How many paths to write out for each answer; absent: a few for the first answer that has any only. */
  readonly paths?: number;
}

/** How many paths of the first answer that has any are written out when nothing is said. */
export const defaultPaths = 5;

const hasPaths = ({ pathCounts }: TraceAnswer): boolean =>
  pathCounts.some(({ release, restricted }) => release.value + restricted.value > 0);

/** `trace CLASS`: where a class originates and every path that releases or restricts it. */
export const trace = (context: CommandContext, dataClass: string, options: TraceOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock, calendar }) => {
    const current = await createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) }).get();
    if (!current.ok) return current;
    const { index } = current.value;
    const asked = toTraceQuestion(catalogues, { dataClass, ...options }, clock.now().slice(0, 10));
    if (!asked.ok) return asked;
    const packs = await loadRulePacks(schemaFolder, catalogues);
    if (!packs.ok) return packs;
    const { graph } = index;
    const judge = traceJudge({ graph, catalogues, packs: packs.value, calendar }, asked.value.asOf, options.rulePack);
    if (!judge.ok) return judge;
    const question = { ...asked.value, judge: judge.value };
    const answer = traceClass(index, question);
    if (!answer.ok) return answer;
    const pages: PathsOfAnswer[] = [];
    const { paths: first = defaultPaths } = options;
    const { answers } = answer.value;
    const told = options.paths === undefined ? answers.filter(hasPaths).slice(0, 1) : answers;
    for (const { id } of first === 0 ? [] : told) {
      const page = tracePaths(index, question, { part: id, first });
      if (!page.ok) return page;
      pages.push({ answer: id, ...page.value });
    }
    const value = { ok: true, statement, ...answer.value, paths: pages };
    return ok({ value, text: describeTrace(index.graph, answer.value, pages) });
  });
