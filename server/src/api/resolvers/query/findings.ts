import { findingsOf } from '../../../app/findings-of.ts';
import { inputInvalid } from '../../../app/input-invalid.ts';
import {
  attentionOf,
  changedIds,
  findingFacets as facetsOf,
  findingRules as rules,
  narrowFindings,
  sortFindings,
  type FindingsFilter,
  type FindingsList,
} from '../../../domain/findings/index.ts';
import { isCalendarDate, type CalendarDate } from '../../../domain/model/entity.ts';
import { err } from '../../../domain/result.ts';
import type { TraceIndex } from '../../../domain/trace/index.ts';
import type { ApiContext } from '../../context.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import { toFindingsFilter } from '../../findings-filter.ts';
import { pageOfFindings } from '../../findings-page.ts';
import type { FindingFilter, QueryResolvers } from '../../gen/resolver-types.ts';

/** What wants attention, worst level first. */
export const findings: NonNullable<QueryResolvers['findings']> = async (_parent, args, context) => {
  const { list, filter, seen } = await read(context, args);
  const fitting = sortFindings({ ...list, findings: narrowFindings(list, filter) }, args.sort ?? 'LEVEL');
  return pageOfFindings(
    fitting.map((finding) => ({ ...finding, seen })),
    args,
  );
};

/** How many findings fit, and what there is to choose from. */
export const findingFacets: NonNullable<QueryResolvers['findingFacets']> = async (_parent, args, context) => {
  const { list, filter } = await read(context, args);
  const { graph } = list;
  const ids = rules.map(({ id }) => id);
  const facets = facetsOf(list, filter, ids);
  const things = (
    concept: 'SYSTEM' | 'ACCESS_CHANNEL',
    counted: typeof facets.systems,
    named: typeof graph.System | typeof graph.AccessChannel,
  ) =>
    counted
      .map(({ value: id, count }) => ({ thing: { concept, id, name: named.get(id)?.name ?? id }, count }))
      .sort((a, b) => (a.thing.name.toLowerCase() < b.thing.name.toLowerCase() ? -1 : 1));
  return {
    total: facets.total,
    rules: facets.rules.flatMap(({ value, count }) => {
      const rule = rules.find(({ id }) => id === value);
      return rule === undefined ? [] : [{ rule: toRule(rule), count }];
    }),
    levels: facets.levels.map(({ value: level, count }) => ({ level, count })),
    states: facets.states.map(({ value: state, count }) => ({ state, count })),
    owners: facets.owners.map(({ value, count }) => ({ owner: value ?? null, count })),
    due: facets.due,
    systems: things('SYSTEM', facets.systems, graph.System),
    channels: things('ACCESS_CHANNEL', facets.channels, graph.AccessChannel),
  };
};

/** What is to be dealt with first. */
export const attention: NonNullable<QueryResolvers['attention']> = async (_parent, args, context) => {
  const size = pageSize(args.first, 8, 100);
  const { list, seen } = await read(context, { asOf: args.asOf });
  return attentionOf(list.findings, list.asOf)
    .slice(0, size)
    .map(({ finding, reason }) => ({ finding: { ...finding, seen }, reason }));
};

/** How the findings of two days differ. */
export const findingChanges: NonNullable<QueryResolvers['findingChanges']> = async (_parent, args, context) => {
  const { index } = await context.reads.snapshot();
  const asOf = args.asOf ?? context.services.now().slice(0, 10);
  return orThrow(await context.services.findingChanges({ index, since: args.since, asOf }));
};

/** The rules that find. */
export const findingRules: NonNullable<QueryResolvers['findingRules']> = () => rules.map(toRule);

const toRule = ({ id, version, level, title }: (typeof rules)[number]) => ({ id, version, level, title });

interface Args {
  readonly asOf?: string | null | undefined;
  readonly filter?: FindingFilter | null | undefined;
}

/** The findings of the day asked about and the filter, checked; what changed since a day is looked up where that is asked. */
const read = async (
  { reads, services }: ApiContext,
  args: Args,
): Promise<{
  readonly list: FindingsList;
  readonly filter: FindingsFilter;
  readonly seen: { readonly index: TraceIndex; readonly asOf: CalendarDate };
}> => {
  const asOf = args.asOf ?? services.now().slice(0, 10);
  if (!isCalendarDate(asOf)) orThrow(err(inputInvalid('asOf', `"${asOf}" is not a day. Write it like 2026-11-21.`)));
  const filter = orThrow(toFindingsFilter(args.filter ?? {}));
  const { index } = await reads.snapshot();
  const since = args.filter?.changedSince;
  const changed =
    typeof since === 'string'
      ? { among: changedIds(orThrow(await services.findingChanges({ index, since, asOf }))) }
      : {};
  const list = { graph: index.graph, asOf, findings: findingsOf(index, services.catalogues, asOf) };
  return { list, filter: { ...filter, ...changed }, seen: { index, asOf } };
};
