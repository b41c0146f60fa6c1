/** A point of the chart: where it stands, and the number it stands for. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** The room a chart has, in pixels, its margins within it. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The points of a line through `values`, evenly apart, and the numbers beside its grid lines, from 0 up. Pure and total. */
export const burnDownLine = (
  values: readonly number[],
  size: ChartSize,
): {
  readonly points: readonly ChartPoint[];
  readonly grid: readonly { readonly y: number; readonly value: number }[];
} => {
  const step = gridStep(Math.max(0, ...values));
  const most = Math.max(step, Math.ceil(Math.max(0, ...values) / step) * step);
  const wide = size.width - size.left - size.right;
  const high = size.height - size.top - size.bottom;
  const yOf = (value: number): number => size.top + high * (1 - value / most);
  return {
    points: values.map((value, at) => ({
      x: size.left + (values.length === 1 ? wide / 2 : (wide * at) / (values.length - 1)),
      y: yOf(value),
      value,
    })),
    grid: Array.from({ length: Math.round(most / step) + 1 }, (_, at) => ({ y: yOf(at * step), value: at * step })),
  };
};

/** 1, 2 or 5 times a power of ten, so that there are at most six grid lines. */
const gridStep = (most: number): number => {
  const rough = Math.max(1, most / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= rough) ?? power * 10;
};
