import type { Scenario, WorkshopItem } from '../model/concepts.ts';
import { statement } from '../statement.ts';
import type { BurnDownPoint } from './burn-down.ts';
import type { Minutes, MinutesChange, MinutesItem, MinutesPicture, MinutesScenario } from './minutes.ts';
import { totalUnknown, unknownKinds, unknownWords } from './unknowns.ts';

/** Minutes as blocks of plain text: what every written form shows, in the same order and words. Each form escapes for itself. */
export interface MinutesOutline {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly OutlineSection[];
  readonly statement: string;
}

/** One section. `none` is what stands there when it has nothing. */
export interface OutlineSection {
  readonly title: string;
  readonly none: string;
  readonly entries: readonly OutlineEntry[];
  readonly pictures?: readonly MinutesPicture[];
  readonly table?: OutlineTable;
}

/** One entry: what was said, and more about it, each on a line of its own. */
export interface OutlineEntry {
  readonly text: string;
  readonly more: readonly OutlineLine[];
}

/** A line of plain text, or a place in the page (path and search) with the words that lead there. */
export type OutlineLine = string | { readonly words: string; readonly place: string };

export interface OutlineTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Returns the outline of minutes. Pure. */
export const outlineOf = (minutes: Minutes): MinutesOutline => {
  const { workshop } = minutes;
  return {
    title: `Minutes: ${workshop.name}`,
    facts: factsOf(minutes),
    sections: [
      {
        title: 'Topics',
        none: 'No agenda is recorded.',
        entries: minutes.topics.map(({ title, minutes: planned, notes, said, from, until }) => ({
          text: title,
          more: present(
            [planned === undefined ? '' : `${planned} minutes planned`, saidWords(said, from, until)]
              .filter((part) => part !== '')
              .join('; '),
            notes,
          ),
        })),
      },
      listSection('Decisions', 'Nothing was decided.', minutes.decisions),
      {
        title: 'Captured',
        none: 'No line was captured.',
        entries: minutes.captured.map((each) => {
          const { item, wrote } = each;
          const state =
            item.state === 'DONE' ? acceptedWords(item) : 'Not accepted: nothing of it is in the inventory.';
          return { text: item.name, more: [...basics(each), state, ...wrote.map(changeLine)] };
        }),
      },
      listSection('Questions', 'No question was left.', minutes.questions),
      listSection('Parking lot', 'Nothing was parked.', minutes.parked),
      listSection('Unknown', 'Nothing was said to be unknown.', minutes.unknowns),
      {
        title: 'What if',
        none: 'No what-if was saved.',
        entries: minutes.scenarios.map((each) => ({ text: each.scenario.name, more: scenarioLines(each) })),
      },
      listSection('Notes', 'No note was taken.', minutes.notes),
      {
        title: 'Pictures',
        none: 'No picture was taken.',
        entries: [],
        ...(minutes.pictures.length === 0 ? {} : { pictures: minutes.pictures }),
      },
      changesSection(minutes),
      {
        title: 'How much is unknown',
        none: 'No workshop was opened yet.',
        entries: [],
        table: burnDownTable(minutes.burnDown),
      },
      listSection('Dropped', 'Nothing was dropped.', minutes.dropped),
    ],
    statement,
  };
};

const factsOf = ({ workshop, madeAt, revision }: Minutes): readonly (readonly [string, string])[] => [
  ['Held on', workshop.heldOn],
  ['Facilitator', workshop.facilitator],
  ['There', workshop.attendees.length === 0 ? 'nobody recorded' : workshop.attendees.join('; ')],
  ...(workshop.description === undefined ? [] : [['About', workshop.description] as const]),
  ['Opened', momentOf(workshop.openedAt, workshop.openedRevision) ?? 'not opened'],
  ['Closed', momentOf(workshop.closedAt, workshop.closedRevision) ?? 'not closed'],
  ['These minutes', `made ${timeOf(madeAt)} at revision ${revision}`],
];

const momentOf = (at: string | undefined, revision: number | undefined): string | undefined =>
  at === undefined ? undefined : `${timeOf(at)}, at revision ${revision ?? 0}`;

const saidWords = (said: number, from: string | undefined, until: string | undefined): string => {
  if (from === undefined || until === undefined) return 'nothing said';
  const [first, last] = [timeOf(from), timeOf(until)];
  return `${said} ${said === 1 ? 'thing' : 'things'} said, ${first === last ? first : `${first} to ${last}`}`;
};

/** Who accepted a line, and what it came to where that is not what it was understood as when it was captured. */
const acceptedWords = ({ answer, answeredAt, answeredBy, description, source }: WorkshopItem): string => {
  const accepted = `Accepted by ${answeredBy ?? source}${answeredAt === undefined ? '' : `, ${timeOf(answeredAt)}`}`;
  return answer === undefined || answer === description ? `${accepted}.` : `${accepted}: ${answer}`;
};

/** A time as people read it. */
export const timeOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

const present = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

const listSection = (title: string, none: string, items: readonly MinutesItem[]): OutlineSection => ({
  title,
  none,
  entries: items.map((each) => ({ text: each.item.name, more: detailsOf(each) })),
});

const basics = ({ item, topic, about, changedBy }: MinutesItem): readonly string[] =>
  present(
    item.description,
    about === undefined ? undefined : `About the ${about}.`,
    `Said by ${item.source}, ${timeOf(item.createdAt)}${topic === undefined ? '' : `, under ${topic}`}.`,
    changedBy === undefined ? undefined : `Changed by ${changedBy}, ${timeOf(item.updatedAt)}.`,
  );

const detailsOf = (each: MinutesItem): readonly OutlineLine[] => {
  const { item } = each;
  const due = item.dueOn === undefined ? '' : ` by ${item.dueOn}`;
  return [
    ...basics(each),
    ...present(
      item.agreedBy.length === 0 ? undefined : `Agreed: ${item.agreedBy.join('; ')}.`,
      item.objectedBy.length === 0 ? undefined : `Objected: ${item.objectedBy.join('; ')}.`,
      item.assignee === undefined && due === ''
        ? undefined
        : `To be dealt with${due}: ${item.assignee ?? 'nobody named'}.`,
      item.answer === undefined ? undefined : `Answer (${item.answeredBy ?? 'somebody'}): ${item.answer}`,
    ),
    ...(item.link === undefined ? [] : [{ words: 'In the page', place: item.link }]),
    ...(item.state === 'DROPPED' ? ['Dropped.'] : []),
  ];
};

const scenarioLines = ({ scenario, down, changes, wrote }: MinutesScenario): readonly string[] => {
  const { baseRevision, createdAt, description, source } = scenario;
  const supposed = [
    ...(down.length === 0 ? [] : [`Down: the ${down.join(', the ')}.`]),
    ...(changes === 0 ? [] : [`${changes} ${changes === 1 ? 'change' : 'changes'} of the inventory.`]),
  ];
  return [
    ...present(description, supposed.length === 0 ? 'Nothing is supposed in it.' : supposed.join(' ')),
    `Supposed by ${source}, ${timeOf(createdAt)}, at revision ${baseRevision}.`,
    standingWords(scenario),
    ...wrote.map(changeLine),
  ];
};

/** Where a what-if stands, by whom and when; the inventory has nothing of it until it is accepted. */
const standingWords = (scenario: Scenario): string => {
  const { decidedAt, decidedBy, decisionReason, proposedAt, proposedBy, state } = scenario;
  const byWhom = (by: string | undefined, at: string | undefined): string =>
    `${by === undefined ? '' : ` by ${by}`}${at === undefined ? '' : `, ${timeOf(at)}`}`;
  const proposed = `Proposed${byWhom(proposedBy, proposedAt)}`;
  if (state === 'PROPOSED') return `${proposed}; not decided. Nothing of it is in the inventory.`;
  if (state !== 'ACCEPTED' && state !== 'RETURNED') return 'Not proposed: nothing of it is in the inventory.';
  const decided = `${state === 'ACCEPTED' ? 'accepted' : 'returned'}${byWhom(decidedBy, decidedAt)}`;
  return `${proposed}; ${decided}${decisionReason === undefined ? '.' : `: ${decisionReason}`}`;
};

const changeLine = ({ revision, sentence }: MinutesChange): string => `Revision ${revision}: ${sentence}`;

const changesSection = ({ workshop, changes, moreChanges }: Minutes): OutlineSection => ({
  title: 'What changed in the inventory between opening and closing',
  none: workshop.openedRevision === undefined ? 'The workshop was not opened.' : 'Nothing changed.',
  entries: [
    ...changes.map((change) => ({
      text: changeLine(change),
      more: [`${change.actor}, ${timeOf(change.at)}`],
    })),
    ...(moreChanges === 0
      ? []
      : [{ text: `${moreChanges} more entries of the log are not written out here; the log has them all.`, more: [] }]),
  ],
});

const momentWords: Readonly<Record<BurnDownPoint['moment'], string>> = {
  OPENED: 'opened',
  CLOSED: 'closed',
  NOW: 'Now',
};

const burnDownTable = (points: readonly BurnDownPoint[]): OutlineTable => ({
  head: ['When', 'Revision', ...unknownKinds.map((kind) => unknownWords[kind]), 'In all'],
  rows: points.map(({ moment, workshop, at, revision, counts }) => [
    `${workshop === undefined ? momentWords[moment] : `${workshop.name} ${momentWords[moment]}`}, ${timeOf(at)}`,
    String(revision),
    ...unknownKinds.map((kind) => String(counts[kind])),
    String(totalUnknown(counts)),
  ]),
});
