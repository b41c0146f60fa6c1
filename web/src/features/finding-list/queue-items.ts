import type { FindingData } from './finding-data.ts';

/** How high a row and the heading of a rule are, in pixels. */
export const rowHeight = 60;
export const headingHeight = 40;

/** One line of the queue: the heading of a rule, or a finding by its number. `top` and `height` in pixels. */
export type QueueItem = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'heading'; readonly rule: string; readonly title: string; readonly level: FindingData['level'] }
  | { readonly kind: 'finding'; readonly number: number; readonly finding: FindingData }
);

/** The lines of a queue from the top; `bottom` is where they end. Sorted by level, each rule has a heading. `extra`: what is open below one row. */
export const queueItems = (
  findings: readonly FindingData[],
  isGrouped: boolean,
  extra: { readonly id: string | undefined; readonly height: number },
): { readonly items: readonly QueueItem[]; readonly bottom: number } => {
  const items: QueueItem[] = [];
  let top = 0;
  findings.forEach((finding, number) => {
    if (isGrouped && findings[number - 1]?.rule !== finding.rule) {
      const { rule, title, level } = finding;
      items.push({ kind: 'heading', rule, title, level, top, height: headingHeight });
      top += headingHeight;
    }
    const height = rowHeight + (finding.id === extra.id ? extra.height : 0);
    items.push({ kind: 'finding', number, finding, top, height });
    top += height;
  });
  return { items, bottom: top };
};

/** The lines within reach of what is in view, with the one that has the focus, wherever it is. Pure. */
export const itemsShown = (items: readonly QueueItem[], from: number, to: number, kept: number): readonly QueueItem[] =>
  items.filter(
    (item) => (item.top < to && item.top + item.height > from) || (item.kind === 'finding' && item.number === kept),
  );
