import type { Result } from '../domain/result.ts';
import { storeConfigOf, type Environment } from '../config.ts';
import type { CliError } from './cli-error.ts';
import { exitCode, type ExitCode } from './exit-codes.ts';
import { fail } from './fail.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './open-workspace.ts';
import { toJson, type Output } from './output.ts';

/** What a command is run with. */
export interface CommandContext {
  readonly environment: Environment;
  readonly output: Output;
}

/** Options every command that opens a store has. */
export interface StoreOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** What a command found: the value for `--json`, the words for people, and the exit code when it is not 0. */
export interface Answer {
  readonly value: unknown;
  readonly text: string;
  readonly code?: ExitCode;
}

/**
 * Returns the exit code of a command: opens the store, does the work, tells the answer or what went wrong, closes the store.
 * A command that only reads never makes a database (`create`): a folder named by mistake would look like an empty inventory.
 */
export const withWorkspace = async (
  { environment, output }: CommandContext,
  options: StoreOptions & Partial<WorkspaceOptions>,
  work: (workspace: Workspace) => Promise<Result<Answer, CliError>>,
): Promise<ExitCode> => {
  const json = options.json === true;
  const config = storeConfigOf(environment, options);
  if (!config.ok) return fail(config.error, output, json);
  const opened = await openWorkspace(config.value, { create: options.create ?? false });
  if (!opened.ok) return fail(opened.error, output, json);
  try {
    const answer = await work(opened.value);
    if (!answer.ok) return fail(answer.error, output, json);
    output.out(json ? toJson(answer.value.value) : answer.value.text);
    return answer.value.code ?? exitCode.done;
  } finally {
    await opened.value.close();
  }
};
