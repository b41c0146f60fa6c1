import { estimateWidth, type Measure } from './wrap-label.ts';

/** A measure by the page's own face, in pixels of type of `size`, with every width remembered; the estimate where the page cannot draw. */
export const createMeasure = (font: string, size = 13): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text, bold) => (estimateWidth(text, bold) * size) / 13;
  const widths = new Map<string, number>();
  return (text, bold) => {
    const key = `${bold ? 'b' : ''}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = `${bold ? 'bold ' : ''}${size}px ${font}`;
    const width = context.measureText(text).width;
    widths.set(key, width);
    return width;
  };
};
