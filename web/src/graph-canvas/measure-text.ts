import { estimateWidth, type Measure } from './wrap-label.ts';

/** A measure by the page's own face, with every width remembered; the estimate where the page cannot draw. */
export const createMeasure = (font: string): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return estimateWidth;
  const widths = new Map<string, number>();
  return (text, bold) => {
    const key = `${bold ? 'b' : ''}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = `${bold ? 'bold ' : ''}13px ${font}`;
    const width = context.measureText(text).width;
    widths.set(key, width);
    return width;
  };
};
