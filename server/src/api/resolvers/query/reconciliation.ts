import { reconciliationOf } from '../../../app/reconciliation-of.ts';
import type { EhiGraph } from '../../../domain/model/ehi-graph.ts';
import type { ReconciledItem } from '../../../domain/reconcile/index.ts';
import { largestPage } from '../../connections.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import { err } from '../../../domain/result.ts';
import type {
  ObservedFactKind,
  QueryResolvers,
  ReconciliationFilter,
  ReconciliationStatus,
} from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { aboutOf } from '../types/reconciliation.ts';

/** What imports saw beside what people declared. */
export const reconciliation: NonNullable<QueryResolvers['reconciliation']> = async (
  _parent,
  { filter, first, after },
  { reads, services },
) => {
  const { graph } = await reads.snapshot();
  const full = reconciliationOf(graph, services.catalogues, services.now().slice(0, 10));
  const within = full.items.filter((item) => isWithin(graph, item, filter ?? {}));
  const all = within.filter((item) => fits(graph, item, filter ?? {}));
  const from =
    typeof after === 'string' ? all.findIndex(({ observation }) => cursorOf(observation.id) === after) + 1 : 0;
  if (typeof after === 'string' && from === 0) orThrow(err({ type: 'CursorInvalid', value: after }));
  const page = all.slice(from, from + pageSize(first, 50, largestPage));
  const edges = page.map((node) => ({ cursor: cursorOf(node.observation.id), node }));
  return {
    edges,
    nodes: page,
    totalCount: all.length,
    pageInfo: { hasNextPage: from + page.length < all.length, endCursor: edges.at(-1)?.cursor ?? null },
    counts: countsOf(within),
    declaredOnly: full.declaredOnly
      .filter(({ run }) => isOfOrigin(graph, run, filter ?? {}))
      .map((each) => ({ ...each, concept: enumByConcept[each.concept] })),
  };
};

const cursorOf = (id: string): string => Buffer.from(id).toString('base64url');

/** Whether an item is of the import that is asked about; all are when none is. */
const isWithin = (graph: EhiGraph, { observation }: ReconciledItem, { run, origin }: ReconciliationFilter): boolean => {
  const originOfRun = typeof run === 'string' ? graph.ImportRun.get(run)?.origin : undefined;
  if (typeof run === 'string' && (originOfRun === undefined || observation.origin !== originOfRun)) return false;
  return typeof origin !== 'string' || observation.origin === origin;
};

const isOfOrigin = (graph: EhiGraph, id: string, { run, origin }: ReconciliationFilter): boolean => {
  const own = graph.ImportRun.get(id)?.origin;
  const asked = typeof run === 'string' ? graph.ImportRun.get(run)?.origin : origin;
  return (typeof run !== 'string' && typeof origin !== 'string') || own === asked;
};

const fits = (
  graph: EhiGraph,
  item: ReconciledItem,
  { status, fact, decision, undecided, text }: ReconciliationFilter,
): boolean => {
  const { observation, statement } = item;
  if (Array.isArray(status) && !status.includes(item.status)) return false;
  if (Array.isArray(fact) && !fact.includes(statement.kind)) return false;
  const isDecided =
    Array.isArray(decision) && observation.decision !== undefined && decision.includes(observation.decision);
  const isUndecided = undecided === true && observation.decision === undefined;
  if ((Array.isArray(decision) || undecided === true) && !isDecided && !isUndecided) return false;
  return typeof text !== 'string' || has(graph, item, text.trim().toLowerCase());
};

const has = (graph: EhiGraph, item: ReconciledItem, text: string): boolean => {
  const { name, pointer, detail = '' } = item.observation;
  const about = aboutOf(item, (id) => graph.Observation.get(id)?.name ?? id);
  const classes = item.classes.flatMap(({ meant }) => meant.map((each) => each.name));
  return [name, pointer, detail, about, ...classes].join('\n').toLowerCase().includes(text);
};

interface Count {
  readonly fact: ObservedFactKind;
  readonly status: ReconciliationStatus;
  readonly count: number;
  readonly undecided: number;
}

const countsOf = (items: readonly ReconciledItem[]): readonly Count[] => {
  const counts = new Map<string, Count>();
  for (const { statement, status, observation } of items) {
    const key = `${statement.kind} ${status}`;
    const known = counts.get(key) ?? { fact: statement.kind, status, count: 0, undecided: 0 };
    const undecided = known.undecided + (observation.decision === undefined ? 1 : 0);
    counts.set(key, { ...known, count: known.count + 1, undecided });
  }
  return [...counts.values()];
};
