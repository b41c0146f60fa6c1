import type { Asked } from './ask.ts';
import { cells, table } from './markdown.ts';
import type { Measured } from './measure.ts';

/** Returns the section that sets the product beside others, a table for each size. */
export const contestantsSection = (measured: readonly Measured[]): readonly string[] => [
  '## Beside others',
  [
    'The same question to each: by which channels is a class released to a patient at all. The product answers it for every audience, with the outcome of each,',
    'from an inventory it holds in memory. Neo4j is sent one query for each answer, over the network of this machine.',
    'A query that takes too long is given up; then its time counts as that limit. Who is slow is asked about some classes only, spread over all of them.',
    'How Neo4j walks the paths of a query is the choice of its planner, by its statistics: the same text can be quick with one plan and time out with another.',
  ].join(' '),
  ...measured.flatMap(({ size, contestants: { asked, skipped } }) => [
    `### ${size}`,
    table(
      ['who', 'p50 / p95 / p99', 'times the product (p50)', 'classes asked', 'same answers', 'no answer', 'what it is'],
      asked.map((each) => [
        each.name,
        cells(each.timing, each.limit),
        timesProduct(each, asked[0]),
        each.asked.toLocaleString('en-US'),
        `${each.same} of ${each.answered}`,
        noAnswer(each),
        each.what,
      ]),
    ),
    ...skippedNote(skipped),
  ]),
];

/** Returns the paragraph that says what was left out and why; nothing when nothing was. */
export const skippedNote = (skipped: readonly string[]): readonly string[] =>
  skipped.length === 0 ? [] : [`Not measured. ${skipped.map((each) => each.replaceAll('\n', ' ')).join('; ')}.`];

const timesProduct = ({ timing, limit = Infinity }: Asked, product: Asked | undefined): string => {
  const times = timing.p50 / (product?.timing.p50 ?? 1);
  const text = times >= 100 ? Math.round(times).toLocaleString('en-US') : times.toFixed(2);
  return timing.p50 >= limit ? `> ${text}` : text;
};

const noAnswer = ({ unanswered, asked }: Asked): string => {
  const reasons = Object.entries(unanswered);
  return reasons.length === 0 ? '0' : reasons.map(([reason, count]) => `${count} of ${asked} ${reason}`).join(', ');
};
