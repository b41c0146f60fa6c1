import { createCurrentGraph } from '../../app/current-graph.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { createWriteMinutes } from '../../app/minutes-of.ts';
import { err, ok } from '../../domain/result.ts';
import { formatByExtension } from '../../domain/workshop/index.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** Options of `minutes`, as they were given. */
export interface MinutesOptions extends StoreOptions {
  readonly format: string;
}

/** `minutes ID`: the minutes of a workshop as text, in the form that was asked for. */
export const minutes = (context: CommandContext, id: string, options: MinutesOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, files, clock: { now } }) => {
    const format = formatByExtension[options.format];
    if (format === undefined)
      return err({
        type: 'UsageInvalid',
        message: `"${options.format}" is no form of minutes. Give --format md, html or csv.`,
      });
    const currentGraph = createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) });
    const written = await createWriteMinutes({ store, currentGraph, files, catalogues, now })(id, format);
    if (!written.ok) return written;
    return ok({ value: { ok: true, ...written.value }, text: written.value.text.trimEnd() });
  });
