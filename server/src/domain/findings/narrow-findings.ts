import type { FindingState } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import { bearingOf } from './bearing.ts';
import type { FindingLevel } from './finding.ts';
import { isOverdue, type ReviewedFinding } from './reviewed.ts';

/** What findings are narrowed to by due date; several conditions: all of them. */
export interface DueFilter {
  /** Open, and the day has passed. */
  readonly overdue?: boolean;
  /** Open, and due on the day asked about or at most so many days after it. */
  readonly withinDays?: number;
  /** Due before this day. */
  readonly before?: CalendarDate;
  /** Without a due date, or with one. */
  readonly none?: boolean;
}

/** What findings are narrowed to; several conditions: all of them. */
export interface FindingsFilter {
  readonly rules?: readonly string[];
  readonly levels?: readonly FindingLevel[];
  readonly states?: readonly FindingState[];
  readonly entity?: Id;
  readonly system?: Id;
  readonly channel?: Id;
  /** Somebody by name; `null` for nobody. */
  readonly owner?: string | null;
  /** Whether somebody looks after it. */
  readonly owned?: boolean;
  readonly due?: DueFilter;
  readonly text?: string;
  /** Only these, by id. */
  readonly among?: ReadonlySet<string>;
}

/** The findings and what they are read with. */
export interface FindingsList {
  readonly graph: EhiGraph;
  readonly asOf: CalendarDate;
  readonly findings: readonly ReviewedFinding[];
}

/** The findings that fit, in their order; `except` leaves a condition aside. Pure. */
export const narrowFindings = (
  { graph, asOf, findings }: FindingsList,
  filter: FindingsFilter,
  except?: keyof FindingsFilter,
): readonly ReviewedFinding[] => {
  const conditions = conditionsOf(graph, asOf, filter).filter(([name]) => name !== except);
  return findings.filter((finding) => conditions.every(([, fits]) => fits(finding)));
};

type Condition = readonly [keyof FindingsFilter, (finding: ReviewedFinding) => boolean];

const conditionsOf = (graph: EhiGraph, asOf: CalendarDate, filter: FindingsFilter): readonly Condition[] => {
  const { rules, levels, states, entity, system, channel, owner, owned, due, text, among } = filter;
  const words = text?.trim().toLowerCase() ?? '';
  const found: Condition[] = [];
  if (rules !== undefined) found.push(['rules', ({ rule }) => rules.includes(rule)]);
  if (levels !== undefined) found.push(['levels', ({ level }) => levels.includes(level)]);
  if (states !== undefined) found.push(['states', ({ state }) => states.includes(state)]);
  if (entity !== undefined) found.push(['entity', ({ entities }) => entities.some(({ id }) => id === entity)]);
  if (owner !== undefined) found.push(['owner', ({ review }) => (review?.owner ?? null) === owner]);
  if (owned !== undefined) found.push(['owner', ({ review }) => (review?.owner !== undefined) === owned]);
  if (due !== undefined) found.push(['due', (finding) => isDue(finding, asOf, due)]);
  if (words !== '') found.push(['text', ({ explanation }) => explanation.toLowerCase().includes(words)]);
  if (among !== undefined) found.push(['among', ({ id }) => among.has(id)]);
  if (system !== undefined) found.push(['system', (finding) => bearingOf(graph, finding).systems.has(system)]);
  if (channel !== undefined) found.push(['channel', (finding) => bearingOf(graph, finding).channels.has(channel)]);
  return found;
};

const isDue = (
  finding: ReviewedFinding,
  asOf: CalendarDate,
  { overdue, withinDays, before, none }: DueFilter,
): boolean => {
  const dueOn = finding.review?.dueOn;
  return (
    (overdue === undefined || isOverdue(finding, asOf) === overdue) &&
    (withinDays === undefined || isDueWithin(finding, asOf, withinDays)) &&
    (before === undefined || (dueOn !== undefined && dueOn < before)) &&
    (none === undefined || (dueOn === undefined) === none)
  );
};

/** Whether a finding is open and due on a day or at most so many days after it. Pure. */
export const isDueWithin = ({ state, review }: ReviewedFinding, asOf: CalendarDate, days: number): boolean =>
  state === 'OPEN' && review?.dueOn !== undefined && asOf <= review.dueOn && review.dueOn <= daysAfter(asOf, days);

/** The day so many days later. */
const daysAfter = (day: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
