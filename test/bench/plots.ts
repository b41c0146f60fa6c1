import { parse, View, type Spec } from 'vega';

/** One line of a plot. A target is drawn grey, in dashes of its own. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly isTarget?: true;
}

/** A plot on two logarithmic axes. `ticks` names places on the x axis. */
export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly ticks: readonly { readonly x: number; readonly name: string }[];
  readonly curves: readonly Curve[];
}

const light = { paper: '#ffffff', ink: '#1f2328', line: '#d1d9e0', target: '#777b80' } as const;
const dark = { paper: '#0d1117', ink: '#f0f6fc', line: '#3d444d', target: '#8d9299' } as const;

/** Colours that people with any colour vision tell apart on white and on black; shapes tell the same. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#b5478c', '#9a7b00', '#4f8fd6', '#7a6ad8', '#a0522d'];
const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
  'triangle-left',
];

/** Returns a plot as SVG: on white, and on black where the reader prefers it. */
export const drawPlot = async (plot: Plot): Promise<string> => {
  const svg = await new View(parse(specOf(plot)), { renderer: 'none' }).toSVG();
  return `${svg.replace('>', `>${inDark}`)}\n`;
};

/** The same colours in the dark: vega writes them as attributes, which a style overrides. */
const inDark = `<style>@media (prefers-color-scheme: dark) {${(Object.keys(light) as (keyof typeof light)[])
  .flatMap((key) => ['fill', 'stroke'].map((what) => `[${what}="${light[key]}"] {${what}: ${dark[key]}}`))
  .join(' ')}}</style>`;

const specOf = ({ title, x, y, ticks, curves }: Plot): Spec => {
  const rows = curves.flatMap(({ name, points, isTarget }) => points.map((each) => ({ ...each, name, isTarget })));
  const names = curves.map(({ name }) => name);
  const plain = curves.filter(({ isTarget }) => isTarget !== true);
  const styleOf = (of: readonly string[], target: string): string[] =>
    curves.map((curve) => (curve.isTarget ? target : (of[plain.indexOf(curve) % of.length] ?? target)));
  const heights = rows.map((row) => row.y).filter((each) => each > 0);
  const text = { labelColor: light.ink, titleColor: light.ink, labelFontSize: 12, titleFontSize: 13 } as const;
  const axis = { ...text, domainColor: light.line, tickColor: light.line, gridColor: light.line, grid: true } as const;
  return {
    width: 520,
    height: 340,
    padding: 12,
    background: light.paper,
    title: { text: title, color: light.ink, anchor: 'start', fontSize: 15, offset: 12 },
    data: [{ name: 'points', values: rows }],
    scales: [
      { name: 'x', type: 'log', range: 'width', domain: spread(ticks.map((tick) => tick.x)), nice: false, zero: false },
      { name: 'y', type: 'log', range: 'height', domain: spread(heights), nice: false, zero: false },
      { name: 'colour', type: 'ordinal', domain: names, range: styleOf(colours, light.target) },
      { name: 'shape', type: 'ordinal', domain: names, range: styleOf(shapes, 'stroke') },
      { name: 'fill', type: 'ordinal', domain: names, range: fillsOf(curves) },
      {
        name: 'dash',
        type: 'ordinal',
        domain: names,
        range: dashesOf(curves),
      },
    ],
    axes: [
      {
        ...axis,
        scale: 'x',
        orient: 'bottom',
        title: x,
        titlePadding: 10,
        values: ticks.map((tick) => tick.x),
        encode: { labels: { update: { text: { signal: labelsOf(ticks) } } } },
      },
      { ...axis, scale: 'y', orient: 'left', title: y, values: tickValues(heights), format: '~g' },
    ],
    legends: [
      {
        stroke: 'colour',
        shape: 'shape',
        fill: 'fill',
        strokeDash: 'dash',
        labelColor: light.ink,
        labelFontSize: 12,
        // Text cannot be measured here, and is taken for wider than it is: no label is cut.
        labelLimit: 0,
        symbolSize: 120,
        symbolStrokeWidth: 2,
        rowPadding: 5,
        orient: 'right',
        offset: 16,
      },
    ],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'curve', data: 'points', groupby: 'name' } },
        marks: [
          { type: 'line', from: { data: 'curve' }, encode: { enter: { ...place, ...stroke } } },
          {
            type: 'symbol',
            from: { data: 'curve' },
            encode: {
              enter: {
                ...place,
                ...stroke,
                fill: { scale: 'fill', field: 'name' },
                shape: { scale: 'shape', field: 'name' },
                size: { value: 60 },
              },
            },
          },
        ],
      },
    ],
  };
};

const place = { x: { scale: 'x', field: 'x' }, y: { scale: 'y', field: 'y' } } as const;
const stroke = {
  stroke: { scale: 'colour', field: 'name' },
  strokeWidth: { value: 2 },
  strokeDash: { scale: 'dash', field: 'name' },
} as const;

/** Where there are more lines than colours, the signs of the second round are full. */
const fillsOf = (curves: readonly Curve[]): string[] => {
  const plain = curves.filter(({ isTarget }) => isTarget !== true);
  return curves.map((curve) => {
    const number = plain.indexOf(curve);
    return number < colours.length ? light.paper : (colours[number % colours.length] ?? light.paper);
  });
};

const dashes = [
  [6, 4],
  [2, 3],
];

const dashesOf = (curves: readonly Curve[]): number[][] => {
  const targets = curves.filter(({ isTarget }) => isTarget);
  return curves.map((curve) => (curve.isTarget ? (dashes[targets.indexOf(curve) % dashes.length] ?? []) : []));
};

/** A little more than from the least to the most, so that nothing lies on the frame. */
const spread = (values: readonly number[]): [number, number] => [Math.min(...values) / 1.5, Math.max(...values) * 1.5];

/** Powers of ten, and 2 and 5 of each where there are few of them. */
const tickValues = (values: readonly number[]): number[] => {
  const [least, most] = spread(values);
  const steps = Math.log10(most / least) > 2.5 ? [1] : [1, 2, 5];
  const from = Math.floor(Math.log10(least));
  const powers = Array.from({ length: Math.ceil(Math.log10(most)) - from + 1 }, (_, at) => from + at);
  return powers
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((value) => value >= least && value <= most);
};

const labelsOf = (ticks: Plot['ticks']): string =>
  ticks.reduceRight(
    (rest, { x, name }) =>
      `datum.value === ${x} ? [${JSON.stringify(name)}, ${JSON.stringify(x.toLocaleString('en-US'))}] : ${rest}`,
    "''",
  );
