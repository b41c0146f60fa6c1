import { conceptWords } from '../inventory/check-entries.ts';
import type { Change } from '../model/change.ts';
import type { ConceptName, Scenario, ThingReference, Workshop, WorkshopItem } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id, type Instant, type Revision } from '../model/entity.ts';
import { outagesOf, topicsOf } from './agenda.ts';
import type { BurnDownPoint } from './burn-down.ts';
import { changeSentence } from './change-sentence.ts';
import { itemsOf } from './items-of.ts';
import { jsonRecords } from './json-list.ts';
import { captionOf } from './picture-caption.ts';

/** Something that was said, as minutes tell it. */
export interface MinutesItem {
  readonly item: WorkshopItem;
  /** The title of its topic. */
  readonly topic?: string;
  /** The name of the thing it is about, with what that is. */
  readonly about?: string;
  /** Who wrote it last, where it was written again after it was said. */
  readonly changedBy?: string;
}

/** A captured line with what it wrote. */
export interface MinutesCaptured extends MinutesItem {
  readonly wrote: readonly MinutesChange[];
}

/** A what-if that was saved in the workshop: what is down in it, by name, how many changes it makes, and what accepting it wrote. */
export interface MinutesScenario {
  readonly scenario: Scenario;
  readonly down: readonly string[];
  readonly changes: number;
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
  /** Where the page hands it out. */
  readonly path: string;
  readonly fileName?: string;
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
  readonly scenarios: readonly MinutesScenario[];
  readonly pictures: readonly MinutesPicture[];
  readonly notes: readonly MinutesItem[];
  readonly dropped: readonly MinutesItem[];
  readonly changes: readonly MinutesChange[];
  readonly moreChanges: number;
  readonly burnDown: readonly BurnDownPoint[];
}

/** What minutes are made from. `log` has the entries between opening and closing and those that items and what-ifs name. */
export interface MinutesQuestion {
  readonly graph: EhiGraph;
  readonly workshop: Workshop;
  readonly at: Instant;
  readonly log: readonly Change[];
  /** How many entries between opening and closing are not in `log`. */
  readonly notRead: number;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Who wrote each item last that was written again after it was said, by id of the item. */
  readonly changedBy: ReadonlyMap<Id, string>;
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
    const changedBy = question.changedBy.get(item.id);
    return {
      item,
      ...(topic === undefined ? {} : { topic }),
      ...(about === undefined ? {} : { about }),
      ...(changedBy === undefined ? {} : { changedBy }),
    };
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
    scenarios: scenariosOf(graph.Scenario, workshop.id).map((scenario) => ({
      scenario,
      down: outagesOf(scenario).map((outage) => nameOf(graph, outage)),
      changes: jsonRecords(scenario.changes).length,
      wrote: scenario.revisions.flatMap((revision) => changeByRevision.get(revision) ?? []),
    })),
    pictures: of('PICTURE').map((each): MinutesPicture => {
      const file = pictures.get(each.item.picture ?? '');
      return { ...each, caption: captionOf(each.item), ...(file === undefined ? {} : { file }) };
    }),
    notes: of('NOTE'),
    dropped: told.filter(({ item }) => item.state === 'DROPPED'),
    changes: betweenOpeningAndClosing(workshop, withoutPictures(log, items)).map(toMinutesChange),
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

/** Returns the what-ifs that were saved in a workshop and are not left aside, in the order in which they were first saved. Pure. */
export const scenariosOf = (scenarios: ReadonlyMap<Id, Scenario>, workshop: Id): readonly Scenario[] =>
  [...scenarios.values()]
    .filter((scenario) => scenario.workshop === workshop && scenario.state !== 'DISCARDED')
    .sort((a, b) => compareIds(a.createdAt, b.createdAt) || compareIds(a.id, b.id));

const aboutOf = (graph: EhiGraph, { about }: WorkshopItem): string | undefined =>
  about === undefined ? undefined : nameOf(graph, about);

const nameOf = (graph: EhiGraph, { concept, id }: ThingReference): string =>
  `${conceptWords[concept]} "${graph[concept].get(id)?.name ?? id}"`;

const toMinutesChange = (change: Change): MinutesChange => ({
  revision: change.revision,
  at: change.at,
  actor: change.actor,
  sentence: changeSentence(change),
});

/** The log without what put the kept pictures beside the inventory: their evidence is of the workshop, no fact of the inventory. */
const withoutPictures = (log: readonly Change[], items: readonly WorkshopItem[]): readonly Change[] => {
  const pictures = new Set(items.flatMap(({ picture }) => picture ?? []));
  return log.filter(({ concept, entity }) => !(concept === 'Evidence' && pictures.has(entity)));
};

const betweenOpeningAndClosing = (workshop: Workshop, log: readonly Change[]): readonly Change[] => {
  const { openedRevision, closedRevision } = workshop;
  if (openedRevision === undefined) return [];
  const last = closedRevision ?? Number.POSITIVE_INFINITY;
  return log.filter(
    ({ revision, concept }) => revision > openedRevision && revision <= last && !besideInventory.has(concept),
  );
};
