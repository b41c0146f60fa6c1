import { coverageOfInventory } from '../../app/coverage-of.ts';
import { createCurrentGraph } from '../../app/current-graph.ts';
import { inputInvalid } from '../../app/input-invalid.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { loadRulePacks } from '../../app/load-rule-packs.ts';
import { countCoverage, coverageFamilies, describeCoverage, type CoverageFilter } from '../../domain/coverage/index.ts';
import { err, ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { coverageCsv, coverageTable } from '../describe-coverage.ts';
import type { ExitCode } from '../exit-codes.ts';
import { schemaFolder } from '../open-workspace.ts';

/** Options of `matrix`, as they were given. */
export interface MatrixOptions extends StoreOptions {
  readonly audience?: string;
  readonly asOf?: string;
  readonly rulePack?: string;
  readonly sideBySide?: boolean;
  readonly differing?: boolean;
  readonly csv?: boolean;
}

/** `matrix`: what is released, limited and held back, every data class on every channel for every audience. */
export const matrix = (context: CommandContext, options: MatrixOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock, calendar }) => {
    if (options.csv === true && options.json === true)
      return err(inputInvalid('csv', 'Ask for --json or for --csv, not for both.'));
    const current = await createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) }).get();
    if (!current.ok) return current;
    const { index } = current.value;
    const { graph } = index;
    const packs = await loadRulePacks(schemaFolder, catalogues);
    if (!packs.ok) return packs;
    const found = coverageOfInventory(
      index,
      { graph, catalogues, packs: packs.value, calendar },
      { asOf: options.asOf ?? clock.now().slice(0, 10), rulePack: options.rulePack, filter: filterOf(options) },
    );
    if (!found.ok) return found;
    const coverage = found.value;
    const sentence = describeCoverage(coverage);
    return ok({
      value: { ok: true, statement, sentence, counts: countCoverage(coverage), ...coverage },
      text: options.csv === true ? coverageCsv(graph, coverage) : coverageTable(graph, coverage),
    });
  });

const filterOf = ({ audience, sideBySide, differing }: MatrixOptions): CoverageFilter => ({
  ...(audience === undefined ? {} : { audience }),
  ...(sideBySide === true ? { families: coverageFamilies } : {}),
  ...(differing === true ? { differing } : {}),
});
