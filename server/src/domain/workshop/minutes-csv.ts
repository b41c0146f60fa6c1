import { csvCell } from '../csv-cell.ts';
import { compareIds } from '../model/entity.ts';
import type { Minutes, MinutesItem, MinutesScenario } from './minutes.ts';
import { placeAddress } from './place-address.ts';

const head = [
  'Workshop',
  'Item',
  'Kind',
  'State',
  'Topic',
  'Text',
  'Details',
  'About',
  'Said by',
  'Said at',
  'Agreed',
  'Objected',
  'Assignee',
  'Due',
  'Answer',
  'Answered by',
  'Answered at',
  'Revisions',
  'Link',
  'Changed by',
  'Changed at',
];

/** Returns minutes as CSV (RFC 4180): a header, one row for each item in the order in which it was said, then one for each what-if. Pure. */
export const minutesCsv = (minutes: Minutes, origin?: string): string => {
  const { decisions, captured, questions, parked, unknowns, pictures, notes, dropped } = minutes;
  const all: readonly MinutesItem[] = [
    ...decisions,
    ...captured,
    ...questions,
    ...parked,
    ...unknowns,
    ...pictures,
    ...notes,
    ...dropped,
  ];
  const inOrder = all.toSorted((a, b) => compareIds(keyOf(a), keyOf(b)));
  const { name } = minutes.workshop;
  const rows = [
    ...inOrder.map((each) => rowOf(name, each, origin)),
    ...minutes.scenarios.map((each) => scenarioRow(name, each)),
  ];
  return `${[head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
};

const keyOf = ({ item }: MinutesItem): string => `${item.createdAt} ${item.id}`;

const rowOf = (
  workshop: string,
  { item, topic, about, changedBy }: MinutesItem,
  origin: string | undefined,
): readonly string[] => [
  workshop,
  item.id,
  item.kind,
  item.state,
  topic ?? '',
  item.name,
  item.description ?? '',
  about ?? '',
  item.source,
  item.createdAt,
  item.agreedBy.join('; '),
  item.objectedBy.join('; '),
  item.assignee ?? '',
  item.dueOn ?? '',
  item.answer ?? '',
  item.answeredBy ?? '',
  item.answeredAt ?? '',
  item.revisions.join(' '),
  item.link === undefined ? '' : (placeAddress(item.link, origin) ?? item.link),
  changedBy ?? '',
  changedBy === undefined ? '' : item.updatedAt,
];

/** A what-if says in the columns of an answer what was decided, why, by whom and when. */
const scenarioRow = (workshop: string, { scenario, down, changes }: MinutesScenario): readonly string[] => [
  workshop,
  scenario.id,
  'WHAT_IF',
  scenario.state,
  '',
  scenario.name,
  [scenario.description ?? '', changes === 0 ? '' : `${changes} ${changes === 1 ? 'change' : 'changes'}`]
    .filter((part) => part !== '')
    .join(' '),
  down.join('; '),
  scenario.source,
  scenario.createdAt,
  '',
  '',
  '',
  '',
  scenario.decisionReason ?? '',
  scenario.decidedBy ?? '',
  scenario.decidedAt ?? '',
  scenario.revisions.join(' '),
  '',
  '',
  '',
];
