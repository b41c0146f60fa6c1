import { serveConfigOf, type ServeOptions } from '../../config.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { fail } from '../fail.ts';
import { startServer } from '../start-server.ts';
import { untilSignal } from '../until-signal.ts';

/** `serve`: the API and the interface, until a signal comes. */
export const serve = async ({ environment, output }: CommandContext, options: ServeOptions): Promise<ExitCode> => {
  const config = serveConfigOf(environment, options);
  if (!config.ok) return fail(config.error, output, false);
  const started = await startServer(config.value, output);
  if (!started.ok) return fail(started.error, output, false);
  // Listens first: a Ctrl-C that comes with the very line that invites it must stop the server, not kill it.
  const signal = untilSignal();
  output.out(`EHI Atlas is at ${started.value.url}  (stop with Ctrl-C)`);
  await signal;
  output.err('Stopping.');
  await started.value.stop();
  return exitCode.done;
};
