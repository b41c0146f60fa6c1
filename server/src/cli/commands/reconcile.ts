import { createDecideObservations, type DecisionAction } from '../../app/decide-observations.ts';
import { inputInvalid } from '../../app/input-invalid.ts';
import { reconciliationOf } from '../../app/reconciliation-of.ts';
import type { ConceptName } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import { reconciledStatuses, type ReconciledItem, type ReconciledStatus } from '../../domain/reconcile/index.ts';
import { statement } from '../../domain/statement.ts';
import { err, ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { statusWords } from '../describe-facts.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { toTable } from '../output.ts';

/** Options of `reconcile`, as they were given. */
export interface ReconcileOptions extends StoreOptions {
  readonly run?: string;
  readonly status?: readonly string[];
  readonly fact?: readonly string[];
  readonly undecided?: boolean;
  readonly first: number;
}

/** `reconcile`: what imports saw beside what people declared. */
export const reconcileCommand = (context: CommandContext, options: ReconcileOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock }) => {
    const snapshot = await store.snapshot();
    if (!snapshot.ok) return snapshot;
    const graph = snapshot.value;
    const origin = options.run === undefined ? undefined : graph.ImportRun.get(options.run)?.origin;
    if (options.run !== undefined && origin === undefined)
      return err(inputInvalid('run', `There is no import run "${options.run}" with facts. See them with: atlas runs`));
    const statuses = options.status?.map((each) => each.toUpperCase().replaceAll('-', '_'));
    const unknown = statuses?.find((each) => !reconciledStatuses.includes(each as ReconciledStatus));
    if (unknown !== undefined)
      return err(
        inputInvalid(
          'status',
          `There is no status "${unknown}". There are: ${reconciledStatuses.join(', ').toLowerCase()}.`,
        ),
      );
    const full = reconciliationOf(graph, catalogues, clock.now().slice(0, 10));
    const items = full.items.filter(
      ({ observation, statement: fact, status }) =>
        (origin === undefined || observation.origin === origin) &&
        (statuses?.includes(status) ?? status !== 'NOTED') &&
        (options.fact?.some((each) => each.toUpperCase() === fact.kind) ?? true) &&
        (options.undecided !== true || observation.decision === undefined),
    );
    const shown = items.slice(0, options.first);
    const text = [
      `${items.length} facts: ${countsOf(items)}.`,
      toTable([['STATUS', 'FACT', 'NAME', 'STANDS FOR', 'WHERE', 'ID'], ...shown.map((item) => rowOf(graph, item))]),
      ...(items.length > shown.length ? [`and ${items.length - shown.length} more (--first N)`] : []),
      ...full.declaredOnly.map(({ concept, name, why }) => `declared only: ${concept} "${name}". ${why}`),
      statement,
    ].join('\n');
    return ok({ value: { ok: true, statement, items, declaredOnly: full.declaredOnly }, text });
  });

const countsOf = (items: readonly ReconciledItem[]): string =>
  reconciledStatuses
    .map((status) => [statusWords[status], items.filter((item) => item.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count} ${words}`)
    .join(', ');

const rowOf = (
  graph: EhiGraph,
  { observation, statement: fact, status, match, candidates }: ReconciledItem,
): readonly string[] => [
  `${statusWords[status]}${observation.decision === undefined ? '' : ` (${observation.decision.toLowerCase()})`}`,
  fact.kind.toLowerCase(),
  observation.name.slice(0, 60),
  match?.name ??
    (candidates.length === 0
      ? ''
      : `perhaps ${candidates
          .map(({ name }) => name)
          .slice(0, 2)
          .join(' or ')}`),
  `${graph.ImportRun.get(observation.run)?.file ?? ''} ${observation.pointer}`.trim(),
  observation.id,
];

/** Options of `decide`, as they were given. */
export interface DecideOptions extends StoreOptions {
  readonly reason?: string;
  readonly target?: string;
  readonly class?: readonly string[];
  readonly actor?: string;
}

const actions: readonly DecisionAction[] = ['ACCEPT', 'MERGE', 'REJECT', 'DEFER', 'REOPEN'];

/** `decide ACTION ID…`: decides about what imports saw; exit code 3 when some could not be decided. */
export const decide = (
  context: CommandContext,
  action: string,
  ids: readonly string[],
  options: DecideOptions,
): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock }) => {
    const known = actions.find((each) => each === action.toUpperCase());
    if (known === undefined)
      return err(inputInvalid('action', `There is no "${action}". There are: ${actions.join(', ').toLowerCase()}.`));
    const target = targetOf(options.target);
    const result = await createDecideObservations({ store, catalogues, now: clock.now })({
      observations: ids.map((id) => ({ id })),
      action: known,
      actor: options.actor ?? 'local user',
      ...(options.reason === undefined ? {} : { reason: options.reason }),
      ...(target === undefined ? {} : { target }),
      ...(options.class === undefined ? {} : { dataClasses: options.class }),
    });
    if (!result.ok) return result;
    const { decided, notDecided, created, revision } = result.value;
    const text = [
      `${decided.length} decided, ${notDecided.length} not. The inventory is at revision ${revision}.`,
      ...created.map(({ concept, name, id }) => `Taken in: ${concept} "${name}" (${id})`),
      ...notDecided.map(({ name, message }) => `Not decided: "${name}": ${message}`),
    ].join('\n');
    return ok({
      value: { ok: notDecided.length === 0, ...result.value },
      text,
      ...(notDecided.length === 0 ? {} : { code: exitCode.badInput }),
    });
  });

/** `System:lis` names a thing of the inventory. */
const targetOf = (text: string | undefined): { readonly concept: ConceptName; readonly id: string } | undefined => {
  const at = text?.indexOf(':') ?? -1;
  return text === undefined || at < 0
    ? undefined
    : { concept: text.slice(0, at) as ConceptName, id: text.slice(at + 1) };
};
