import { placeOfRestriction, edgeName } from '../../graph-model/place-of-restriction.ts';
import { countOf, countTabs, countWords } from '../../graph-model/path-counts.ts';
import { inventoryId, laneTitles, type TraceView } from '../../graph-model/trace-view.ts';
import { statement } from '../../graph-model/statement.ts';
import { effectWords, outcomeWords, sentenceCase, standingWords } from '../../graph-model/words.ts';
import type { AnswerData, PathData, TraceData } from './trace-data.ts';
import { tabTitles, type PathTab } from './use-trace-params.ts';

/** What the file says about itself: the question, the day, the revision, the filters, and what is exact. */
export interface TraceCaption {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
}

/** What the rows are made from: the answer, its full view (nothing folded), and the paths fetched so far under the chosen tab. */
export interface RowFacts {
  readonly trace: Pick<TraceData, 'audiences' | 'completeness'>;
  readonly answer: Pick<AnswerData, 'systems' | 'channels' | 'restrictions' | 'pathCounts'>;
  readonly view: TraceView;
  readonly paths: readonly PathData[];
  readonly tab: PathTab;
  readonly caption: TraceCaption;
}

type Row = readonly (string | number)[];

/**
 * The answer as rows for a spreadsheet, in the words of the screen: what it is about, where it begins, what is stranded, every system, channel, audience and
 * flow, every outcome, every restriction, and the paths fetched so far. One row a fact; the first column says which kind, the last the id. The last
 * row is what the product says of itself: below the facts, where it is in the way of no header.
 */
export const traceRows = (facts: RowFacts): readonly Row[] => {
  const { trace, answer, view, paths, tab, caption } = facts;
  const audienceName = new Map(trace.audiences.map((audience) => [audience.id, audience.name]));
  const nameOf = (id: string): string => audienceName.get(id) ?? id;
  const count = countOf(countTabs(answer.pathCounts), tab);
  const which = tab === 'all' ? 'paths' : `paths under “${tabTitles[tab]}”`;
  return [
    ['kind', 'subject', 'audience', 'status', 'detail', 'id'],
    ['about', caption.title, '', '', caption.sentence, ''],
    ...caption.facts.map((fact) => ['about', '', '', '', fact, '']),
    ...trace.completeness.notes.map((note) => ['completeness', '', '', '', note, '']),
    [
      'completeness',
      which,
      '',
      count === undefined ? 'not counted' : countWords(count),
      `${paths.length} of them in this file`,
      '',
    ],
    ...systemRows(answer),
    ...view.nodes.map((node) => [
      node.kind,
      node.name,
      '',
      node.status,
      `${laneTitles[node.lane]}. ${node.sentence}`,
      inventoryId(node.id),
    ]),
    ...view.edges
      .filter((edge) => edge.kind === 'flow')
      .map((edge) => [
        'flow',
        edgeName(view, edge),
        '',
        edge.status,
        `${edge.label}. ${edge.sentence}`,
        edge.members.join(' '),
      ]),
    ...answer.channels.flatMap((entry) =>
      entry.outcomes.map((one) => [
        'outcome',
        entry.channel.name,
        nameOf(one.audience),
        outcomeWords[one.outcome],
        '',
        entry.channel.id,
      ]),
    ),
    ...answer.restrictions.map((entry) => [
      'restriction',
      entry.restriction.name,
      entry.audiences.map(nameOf).join('; '),
      standingWords(entry),
      [
        `${sentenceCase(effectWords(entry.restriction.effect))} the data`,
        `at ${placeOfRestriction(view, entry.restriction.id)?.name ?? 'a place that is not shown'}`,
        entry.place === 'BEHIND' ? 'behind another restriction' : 'met',
      ].join(', '),
      entry.restriction.id,
    ]),
    ...paths.map((path) => ['path', '', nameOf(path.audience), pathWords[path.status], path.sentence, path.id]),
    ['about', '', '', '', statement, ''],
  ];
};

const systemRows = (answer: RowFacts['answer']): readonly Row[] => [
  ...answer.systems.flatMap(({ system, start }) =>
    start === null || start === undefined ? [] : [['start', system.name, '', startWords[start], '', system.id]],
  ),
  ...answer.systems
    .filter((entry) => entry.stranded)
    .map(({ system }) => [
      'stranded',
      system.name,
      '',
      'stranded',
      'No channel that releases it can be reached from here.',
      system.id,
    ]),
];

const startWords = {
  ORIGIN: 'origin',
  HOLDER: 'holder; no origin is recorded',
  UNEXPLAINED_COPY: 'unexplained copy',
} as const;

const pathWords = { RELEASED: 'released', LIMITED: 'released, limited', STOPPED: 'stopped' } as const;
