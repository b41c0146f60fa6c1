import { createCurrentGraph } from '../../app/current-graph.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { createSearchInventory } from '../../app/search-inventory.ts';
import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { toTable } from '../output.ts';

/** `search TEXT`: things of the inventory by words. */
export const search = (
  context: CommandContext,
  text: string,
  options: StoreOptions & { readonly first: number },
): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues }) => {
    const currentGraph = createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) });
    const searchInventory = createSearchInventory({ store, catalogues, currentGraph });
    const found = await searchInventory({ text, concepts: [], limit: options.first });
    if (!found.ok) return found;
    const rows = found.value.map(({ concept, id, name, matched }) => [concept, id, name, matched]);
    const table = toTable([['CONCEPT', 'ID', 'NAME', 'FOUND IN'], ...rows]);
    return ok({ value: found.value, text: rows.length === 0 ? `Nothing is found for "${text}".` : table });
  });
