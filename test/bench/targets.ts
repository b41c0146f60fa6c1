import type { Everything } from './everything.ts';
import type { Size } from '../generators/size.ts';
import type { AskedTwice } from './served.ts';

type Limit = Readonly<Partial<Record<Size['name'], number>>>;

/** What is aimed at, by size: milliseconds, megabytes, answers a second. */
export const limits = {
  /** p95 of a trace inside the process. */
  trace: { S: 0.2, M: 1, L: 2 },
  /** p95 of a trace over HTTP. */
  served: { S: 5, M: 10, L: 20 },
  perSecond: { S: 500, M: 300, L: 150 },
  findings: { S: 10, M: 100, L: 300 },
  findingsAfterEdit: { S: 5, M: 10, L: 20 },
  memory: { M: 50, L: 150 },
  /** p95 of a change until others have it, with 30 pages on one server. */
  together: { S: 300 },
  /** A what-if with the findings that open and close. */
  whatIf: { M: 100 },
} as const satisfies Readonly<Record<string, Limit>>;

/** One thing that is aimed at, and whether it was met. */
export interface Target {
  readonly what: string;
  readonly size: Size['name'] | 'XL';
  readonly unit: 'ms' | 'MB' | 'a second';
  readonly target: number;
  readonly measured: number;
  readonly met: boolean;
  /** What speaks against a figure that is good enough; absent when nothing does. */
  readonly but?: string;
}

/** Returns every target of what was measured, with the figure beside it. */
export const targetsOf = ({ measured, judged, supposed, huge, served, live }: Everything): readonly Target[] => {
  const most = (
    what: string,
    unit: Target['unit'],
    limit: Limit,
    rows: readonly { readonly size: Size['name']; readonly is: number }[],
  ): readonly Target[] =>
    rows.flatMap(({ size, is }) => {
      const target = limit[size];
      return target === undefined ? [] : [{ what, size, unit, target, measured: is, met: is <= target }];
    });
  const of = <T extends { readonly size: Size['name'] }>(rows: readonly T[], is: (row: T) => number) =>
    rows.map((row) => ({ size: row.size, is: is(row) }));
  const edits = [...new Set(judged.flatMap(({ afterEdit }) => afterEdit.map(({ what }) => what)))];
  return [
    ...most(
      'trace inside the process, p95',
      'ms',
      limits.trace,
      of(measured, ({ trace }) => trace.p95),
    ),
    ...stores(served).flatMap(({ store, rows }) => [
      ...most(
        `trace over HTTP, first time, p95, ${store}`,
        'ms',
        limits.served,
        of(rows, ({ trace }) => trace.first.timing.p95),
      ),
      ...most(
        `trace over HTTP, warm, p95, ${store}`,
        'ms',
        limits.served,
        of(rows, ({ trace }) => trace.warm.timing.p95),
      ),
      ...rows.map(({ size, trace }) => enough(`traces over HTTP, 50 connections, ${store}`, size, trace)),
    ]),
    ...most(
      'everything judged from nothing, p50',
      'ms',
      limits.findings,
      of(judged, ({ fromNothing }) => fromNothing.p50),
    ),
    ...edits.flatMap((what) =>
      most(
        `everything judged after an edit, p50: ${what}`,
        'ms',
        limits.findingsAfterEdit,
        of(judged, ({ afterEdit }) => afterEdit.find((each) => each.what === what)?.timing.p50 ?? Number.NaN),
      ),
    ),
    ...most(
      'memory of the index',
      'MB',
      limits.memory,
      of(measured, ({ memory }) => memory / 1e6),
    ),
    ...supposed.flatMap(({ size, supposed: rows }) =>
      rows.flatMap(({ what, findings }) =>
        (['p50', 'p95'] as const).flatMap((which) =>
          most(`what if ${what}, with findings, ${which}`, 'ms', limits.whatIf, [{ size, is: findings[which] }]),
        ),
      ),
    ),
    ...live.live.flatMap((each) =>
      [
        { what: 'a change until another page has it, 30 pages, p95', is: each.seen.p95 },
        { what: 'presence until another page has it, 30 pages, p95', is: each.presence.p95 },
      ].map(({ what, is }) => ({
        what,
        size: 'S' as const,
        unit: 'ms' as const,
        target: limits.together.S,
        measured: is,
        met: is <= limits.together.S,
      })),
    ),
    ...huge.flatMap((each) =>
      [
        { what: 'trace inside the process, first time, p95', unit: 'ms', target: 20, is: each.traceFirst.p95 },
        { what: 'trace inside the process, p95', unit: 'ms', target: 20, is: each.traceAgain.p95 },
        { what: 'everything judged from nothing', unit: 'ms', target: 3_000, is: each.judging },
        { what: 'memory of the index', unit: 'MB', target: 1_000, is: each.memory / 1e6 },
      ].map(({ is, unit, ...rest }) => ({
        ...rest,
        unit: unit as Target['unit'],
        size: 'XL' as const,
        measured: is,
        met: is <= rest.target,
      })),
    ),
  ];
};

const stores = ({ served }: Everything['served']) =>
  [...new Set(served.map(({ store }) => store))].map((store) => ({
    store,
    rows: served.filter((each) => each.store === store),
  }));

const enough = (what: string, size: Size['name'], { sustained }: AskedTwice): Target => {
  const target = limits.perSecond[size];
  const { perSecond, errors, timeouts, non2xx } = sustained;
  const failed = errors + timeouts + non2xx;
  return {
    what,
    size,
    unit: 'a second',
    target,
    measured: perSecond,
    met: perSecond >= target && failed === 0,
    ...(failed === 0 ? {} : { but: `${failed} had no answer` }),
  };
};
