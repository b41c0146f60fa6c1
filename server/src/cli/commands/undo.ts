import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { fail } from '../fail.ts';
import { undoRevisions, type UndoRevisionsOptions } from './edit.ts';
import { undoRun } from './import-runs.ts';

/** `undo WHAT…`: numbers are revisions of the log; one text that is none is an import run. */
export const undo = async (
  context: CommandContext,
  what: readonly string[],
  options: UndoRevisionsOptions,
): Promise<ExitCode> => {
  if (what.every((each) => /^\d{1,15}$/.test(each))) return undoRevisions(context, what.map(Number), options);
  const [run, ...others] = what;
  const { reason } = options;
  if (run !== undefined && others.length === 0 && reason !== undefined)
    return undoRun(context, run, { ...options, reason });
  const message =
    others.length > 0
      ? 'Give revisions of the log (numbers), or one import run.'
      : 'Say why the import is taken back: --reason TEXT.';
  return fail({ type: 'UsageInvalid', message }, context.output, options.json === true);
};
