import { createUndoImport } from '../../app/undo-import.ts';
import type { ImportRun } from '../../domain/model/concepts.ts';
import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { toTable } from '../output.ts';

/** `runs`: the imports, newest first, with what came of them. */
export const importRuns = (context: CommandContext, options: StoreOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store }) => {
    const graph = await store.snapshot();
    if (!graph.ok) return graph;
    const runs = [...graph.value.ImportRun.values()].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    return ok({
      value: { ok: true, runs },
      text: runs.length === 0 ? 'Nothing was imported yet.' : toTable(rowsOf(runs)),
    });
  });

const rowsOf = (runs: readonly ImportRun[]): readonly (readonly string[])[] => [
  ['STARTED', 'STATUS', 'KIND', 'FILE', 'SINCE THE LAST', 'RUN'],
  ...runs.map(({ startedAt, status, kind, file, counts, id }) => [
    startedAt.slice(0, 19).replace('T', ' '),
    status.toLowerCase(),
    kind,
    file,
    changesIn(counts),
    id,
  ]),
];

const changesIn = (text: string | undefined): string => {
  if (text === undefined) return '';
  const { appeared = 0, changed = 0, vanished = 0, created, updated } = JSON.parse(text) as Record<string, number>;
  if (created !== undefined) return `${created} created, ${updated ?? 0} updated`;
  return `+${appeared} ~${changed} -${vanished}`;
};

/** Options of `undo`, as they were given. */
export interface UndoOptions extends StoreOptions {
  readonly reason: string;
  readonly actor?: string;
}

/** `undo RUN`: takes an import back. */
export const undoRun = (context: CommandContext, run: string, options: UndoOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, clock }) => {
    const undone = await createUndoImport({ store, now: clock.now })({
      run,
      reason: options.reason,
      actor: options.actor ?? 'local user',
    });
    if (!undone.ok) return undone;
    const { restored, ended, kept, revision } = undone.value;
    const text = [
      `${run} is ${undone.value.run.status.toLowerCase()}: ${ended} things it had made ended, ${restored} are as they were before. The inventory is at revision ${revision}.`,
      ...kept.map(({ concept, name, id }) => `Kept, because somebody changed it since: ${concept} "${name}" (${id})`),
    ].join('\n');
    return ok({ value: { ok: true, ...undone.value }, text });
  });
