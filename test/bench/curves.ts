import type { Everything } from './everything.ts';
import type { Measured } from './measure.ts';
import type { Curve, Plot } from './plots.ts';
import type { Served } from './served.ts';
import { limits } from './targets.ts';

/** A plot, the name of its file, what it shows, for those who cannot see it, and what its lines are. */
export interface NamedPlot {
  readonly file: string;
  readonly note: string;
  readonly alt: string;
  readonly plot: Plot;
}

/** Returns how times and memory grow with the inventory, one plot a question; those nothing was measured for are left out. */
export const plotsOf = (all: Everything): readonly NamedPlot[] => {
  const { measured, judged, served } = all;
  const things = new Map(measured.map(({ size, things }) => [size, Object.values(things).reduce((a, b) => a + b, 0)]));
  const ticks = [...things].map(([name, x]) => ({ x, name }));
  const curve = <T extends { readonly size: Measured['size'] }>(
    name: string,
    rows: readonly T[],
    y: (row: T) => number | undefined,
    isTarget = false,
  ): Curve => ({
    name,
    points: rows.flatMap((row) => {
      const [at, value] = [things.get(row.size), y(row)];
      return at === undefined || value === undefined ? [] : [{ x: at, y: value }];
    }),
    ...(isTarget ? { isTarget: true } : {}),
  });
  const target = (name: string, of: Readonly<Partial<Record<Measured['size'], number>>>): Curve =>
    curve(name, measured, ({ size }) => of[size], true);
  const onEach = (name: string, y: (each: Served) => number): readonly Curve[] =>
    ['embedded', 'Neo4j'].map((store) =>
      curve(
        `${name}, ${store}`,
        served.served.filter((each) => each.store === store),
        y,
      ),
    );
  const contestants = [...new Set(measured.flatMap((each) => each.contestants.asked.map(({ name }) => name)))];
  const x = 'things in the inventory';
  const plots: readonly NamedPlot[] = [
    {
      file: 'growth-trace.svg',
      note: 'The contestants tell by which channels a class is released to a patient. For every audience, and over HTTP, the product gives the outcomes of all channels; over HTTP on one connection, warm.',
      alt: 'How long a trace takes as the inventory grows: the product, the other contestants, and over HTTP.',
      plot: {
        title: 'Trace of one class, p95',
        x,
        y: 'milliseconds',
        ticks,
        curves: [
          ...contestants.map((name) =>
            curve(
              name,
              measured,
              ({ contestants: { asked } }) => asked.find((each) => each.name === name)?.timing?.p95,
            ),
          ),
          curve('EHI Atlas, every audience', measured, ({ trace }) => trace.p95),
          ...onEach('EHI Atlas over HTTP', ({ trace }) => trace.warm.timing.p95),
          target('target, in one process', limits.trace),
          target('target, over HTTP', limits.served),
        ],
      },
    },
    {
      file: 'growth-findings.svg',
      note: 'In one process, except for the first page of the screen over HTTP.',
      alt: 'How long all findings take as the inventory grows: from nothing, again, and after an edit.',
      plot: {
        title: 'Every finding',
        x,
        y: 'milliseconds (p50)',
        ticks,
        curves: [
          curve('from nothing', measured, ({ findingsFirst }) => findingsFirst),
          curve('again on the same revision', measured, ({ findings }) => findings.p50),
          curve('everything judged, from nothing', judged, ({ fromNothing }) => fromNothing.p50),
          ...['a flow carries a class less', 'a claim is answered anew', 'a channel is renamed'].map((what) =>
            curve(
              `after: ${what}`,
              judged,
              ({ afterEdit }) => afterEdit.find((each) => each.what === what)?.timing.p50,
            ),
          ),
          ...onEach('screen after an edit, over HTTP', ({ findings }) => findings.afterEdit.p50),
          target('target, from nothing', limits.findings),
          target('target, after an edit', limits.findingsAfterEdit),
        ],
      },
    },
    {
      file: 'growth-memory.svg',
      note: 'What is kept beside the inventory itself, once every class was asked about.',
      alt: 'How much memory the index takes as the inventory grows.',
      plot: {
        title: 'Memory of the index, all classes asked about',
        x,
        y: 'megabytes',
        ticks,
        curves: [curve('EHI Atlas', measured, ({ memory }) => memory / 1e6), target('target', limits.memory)],
      },
    },
    {
      file: 'growth-fill.svg',
      note: 'From the first commit to an empty store until the last, by the one write path. Neo4j was filled once before.',
      alt: 'How long it takes to fill an empty store as the inventory grows.',
      plot: {
        title: 'Filling an empty store, 2,000 things a transaction',
        x,
        y: 'seconds',
        ticks,
        curves: onEach('EHI Atlas', ({ filling }) => filling / 1_000),
      },
    },
  ];
  return plots
    .map((each) => ({
      ...each,
      plot: { ...each.plot, curves: each.plot.curves.filter(({ points }) => points.length > 0) },
    }))
    .filter(({ plot }) => plot.curves.some(({ isTarget }) => isTarget !== true));
};
