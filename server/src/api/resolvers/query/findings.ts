import { findingsOf } from '../../../app/findings-of.ts';
import { inputInvalid } from '../../../app/input-invalid.ts';
import { findingRules as rules } from '../../../domain/findings/index.ts';
import { isCalendarDate } from '../../../domain/model/entity.ts';
import { err } from '../../../domain/result.ts';
import { largestPage } from '../../connections.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import type { FindingModel } from '../../models.ts';

/** What wants attention, worst level first. */
export const findings: NonNullable<QueryResolvers['findings']> = async (_parent, args, { reads, services }) => {
  const asOf = args.asOf ?? services.now().slice(0, 10);
  if (!isCalendarDate(asOf)) orThrow(err(inputInvalid('asOf', `"${asOf}" is not a day. Write it like 2026-11-21.`)));
  const { rule } = args.filter ?? {};
  if (typeof rule === 'string' && !rules.some(({ id }) => id === rule)) {
    const known = rules.map(({ id }) => id).join(', ');
    orThrow(err(inputInvalid('rule', `There is no rule "${rule}". There are: ${known}.`)));
  }
  const { index } = await reads.snapshot();
  const all = findingsOf(index, services.catalogues, asOf).filter((each) => fits(each, args.filter ?? {}));
  const after = args.after ?? undefined;
  const from = after === undefined ? 0 : all.findIndex(({ id }) => cursorOf(id) === after) + 1;
  if (after !== undefined && from === 0) orThrow(err({ type: 'CursorInvalid', value: after }));
  const page = all.slice(from, from + pageSize(args.first, 50, largestPage));
  const edges = page.map((node) => ({ cursor: cursorOf(node.id), node }));
  return {
    edges,
    nodes: page,
    totalCount: all.length,
    pageInfo: { hasNextPage: from + page.length < all.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
};

/** The rules that find. */
export const findingRules: NonNullable<QueryResolvers['findingRules']> = () =>
  rules.map(({ id, version, level, title }) => ({ id, version, level, title }));

const cursorOf = (id: string): string => Buffer.from(id).toString('base64url');

interface Filter {
  readonly rule?: string | null | undefined;
  readonly level?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly entity?: string | null | undefined;
  readonly text?: string | null | undefined;
}

const fits = (finding: FindingModel, { rule, level, state, entity, text }: Filter): boolean =>
  (typeof rule !== 'string' || finding.rule === rule) &&
  (typeof level !== 'string' || finding.level === level) &&
  (typeof state !== 'string' || finding.state === state) &&
  (typeof entity !== 'string' || finding.entities.some(({ id }) => id === entity)) &&
  (typeof text !== 'string' || finding.explanation.toLowerCase().includes(text.trim().toLowerCase()));
