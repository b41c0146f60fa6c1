import { conceptWords } from '../inventory/check-entries.ts';
import type { Change } from '../model/change.ts';
import type { ConceptName, Workshop, WorkshopItem } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Instant, Revision } from '../model/entity.ts';
import { topicsOf } from './agenda.ts';
import type { BurnDownPoint } from './burn-down.ts';
import { changeSentence } from './change-sentence.ts';
import { itemsOf } from './items-of.ts';
import { captionOf } from './picture-caption.ts';

/** Something that was said, as minutes tell it. */
export interface MinutesItem {
  readonly item: WorkshopItem;
  /** The title of its topic. */
  readonly topic?: string;
  /** The name of the thing it is about, with what that is. */
  readonly about?: string;
}

/** A captured line with what it wrote. */
export interface MinutesCaptured extends MinutesItem {
  readonly wrote: readonly MinutesChange[];
}

/** One entry of the log, in a sentence. */
export interface MinutesChange {
  readonly revision: Revision;
  readonly at: Instant;
  readonly actor: string;
  readonly sentence: string;
}

/** A picture with its caption; without bytes where its file is not there. */
export interface MinutesPicture extends MinutesItem {
  readonly caption: string;
  readonly file?: PictureFile;
}

/** The file of a picture. */
export interface PictureFile {
  readonly mediaType: string;
  readonly base64: string;
}

/** One topic, and when something was said about it, first and last. */
export interface MinutesTopic {
  readonly title: string;
  readonly minutes?: number;
  readonly notes?: string;
  readonly said: number;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** What minutes say. `moreChanges`: how many entries between opening and closing are not written out. */
export interface Minutes {
  readonly workshop: Workshop;
  readonly madeAt: Instant;
  readonly revision: Revision;
  readonly topics: readonly MinutesTopic[];
  readonly decisions: readonly MinutesItem[];
  readonly captured: readonly MinutesCaptured[];
  readonly questions: readonly MinutesItem[];
  readonly parked: readonly MinutesItem[];
  readonly unknowns: readonly MinutesItem[];
  readonly pictures: readonly MinutesPicture[];
  readonly notes: readonly MinutesItem[];
  readonly dropped: readonly MinutesItem[];
  readonly changes: readonly MinutesChange[];
  readonly moreChanges: number;
  readonly burnDown: readonly BurnDownPoint[];
}

/** What minutes are made from. `log` has the entries between opening and closing and those that the items name. */
export interface MinutesQuestion {
  readonly graph: EhiGraph;
  readonly workshop: Workshop;
  readonly at: Instant;
  readonly log: readonly Change[];
  /** How many entries between opening and closing are not in `log`. */
  readonly notRead: number;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly burnDown: readonly BurnDownPoint[];
}

/** The records that are kept beside the inventory: to write one changes nothing of it. */
const besideInventory: ReadonlySet<ConceptName> = new Set(['Workshop', 'WorkshopItem', 'Walkthrough', 'Scenario']);

/** Returns what the minutes of a workshop say, as of now: of one that is open, up to now. Pure. */
export const minutesOf = (question: MinutesQuestion): Minutes => {
  const { graph, workshop, at, log, notRead, pictures, burnDown } = question;
  const items = itemsOf(graph.WorkshopItem, workshop.id);
  const topics = topicsOf(workshop);
  const titleById = new Map(topics.map(({ id, title }) => [id, title]));
  const changeByRevision = new Map(log.map((change) => [change.revision, toMinutesChange(change)]));
  const told = items.map((item): MinutesItem => {
    const topic = item.topic === undefined ? undefined : (titleById.get(item.topic) ?? item.topic);
    const about = aboutOf(graph, item);
    return { item, ...(topic === undefined ? {} : { topic }), ...(about === undefined ? {} : { about }) };
  });
  const of = (kind: WorkshopItem['kind']): readonly MinutesItem[] =>
    told.filter(({ item }) => item.kind === kind && item.state !== 'DROPPED');
  return {
    workshop,
    madeAt: at,
    revision: graph.revision,
    topics: topics.map(({ id, title, minutes, notes }) => ({
      title,
      ...(minutes === undefined ? {} : { minutes }),
      ...(notes === undefined ? {} : { notes }),
      ...whenSaid(items.filter(({ topic }) => topic === id)),
    })),
    decisions: of('DECISION'),
    captured: of('PROPOSAL').map((each) => ({
      ...each,
      wrote: each.item.revisions.flatMap((revision) => changeByRevision.get(revision) ?? []),
    })),
    questions: of('QUESTION'),
    parked: of('PARKED'),
    unknowns: of('UNKNOWN'),
    pictures: of('PICTURE').map((each): MinutesPicture => {
      const file = pictures.get(each.item.picture ?? '');
      return { ...each, caption: captionOf(each.item), ...(file === undefined ? {} : { file }) };
    }),
    notes: of('NOTE'),
    dropped: told.filter(({ item }) => item.state === 'DROPPED'),
    changes: betweenOpeningAndClosing(workshop, log).map(toMinutesChange),
    moreChanges: notRead,
    burnDown,
  };
};

const whenSaid = (items: readonly WorkshopItem[]): Pick<MinutesTopic, 'said' | 'from' | 'until'> => {
  const [first, last] = [items[0], items.at(-1)];
  return first === undefined || last === undefined
    ? { said: 0 }
    : { said: items.length, from: first.createdAt, until: last.createdAt };
};

const aboutOf = (graph: EhiGraph, { about }: WorkshopItem): string | undefined =>
  about === undefined
    ? undefined
    : `${conceptWords[about.concept]} "${graph[about.concept].get(about.id)?.name ?? about.id}"`;

const toMinutesChange = (change: Change): MinutesChange => ({
  revision: change.revision,
  at: change.at,
  actor: change.actor,
  sentence: changeSentence(change),
});

const betweenOpeningAndClosing = (workshop: Workshop, log: readonly Change[]): readonly Change[] => {
  const { openedRevision, closedRevision } = workshop;
  if (openedRevision === undefined) return [];
  const last = closedRevision ?? Number.POSITIVE_INFINITY;
  return log.filter(
    ({ revision, concept }) => revision > openedRevision && revision <= last && !besideInventory.has(concept),
  );
};
