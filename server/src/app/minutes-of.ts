import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Change } from '../domain/model/change.ts';
import type { Workshop, WorkshopItem } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import {
  burnDown,
  itemsOf,
  minutesFile,
  minutesOf,
  scenariosOf,
  type BurnDownPoint,
  type MinutesFile,
  type MinutesFormat,
  type PictureFile,
} from '../domain/workshop/index.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import type { CurrentGraph } from './current-graph.ts';
import type { EvidenceFiles, FilesUnavailable } from './evidence-files.ts';
import { unknownsOf } from './unknowns-of.ts';
import { pictureTypes } from './write-workshop-item.ts';
import type { EntityNotFound } from './write-entity.ts';

export interface MinutesDeps {
  readonly store: Pick<GraphStore, 'changes'>;
  readonly currentGraph: CurrentGraph;
  readonly files: Pick<EvidenceFiles, 'read'>;
  readonly catalogues: Catalogues;
  readonly now: () => Instant;
}

export type WriteMinutes = (
  workshop: Id,
  format: MinutesFormat,
  /** How the reader reaches the page, for the links in it; absent: they are paths. */
  origin?: string,
) => Promise<Result<MinutesFile, EntityNotFound | StoreUnavailable | FilesUnavailable>>;

/** As many entries of the log between opening and closing as minutes write out; the rest are counted. */
const mostChanges = 1_000;

/**
 * Returns the use case that writes the minutes of a workshop. Errors: there is no such workshop, the store or the folder of evidence cannot be
 * read. A picture whose file is not there is told of in the minutes.
 */
export const createWriteMinutes =
  ({ store, currentGraph, files, catalogues, now }: MinutesDeps): WriteMinutes =>
  async (id, format, origin) => {
    const current = await currentGraph.get();
    if (!current.ok) return current;
    const { graph, index } = current.value;
    const workshop = graph.Workshop.get(id);
    if (workshop === undefined) return err({ type: 'EntityNotFound', concept: 'Workshop', id });
    const items = itemsOf(graph.WorkshopItem, id);
    const log = await readLog(store, graph, workshop, items);
    if (!log.ok) return log;
    const pictures = format === 'CSV' ? ok(new Map<Id, PictureFile>()) : await readPictures(files, graph, items);
    if (!pictures.ok) return pictures;
    const changedBy = await readChangedBy(store, items);
    if (!changedBy.ok) return changedBy;
    const at = now();
    const points = burnDownOf(index, catalogues, at);
    const found = { ...log.value, pictures: pictures.value, changedBy: changedBy.value, burnDown: points };
    return ok(minutesFile(minutesOf({ graph, workshop, at, ...found }), format, origin));
  };

/** How much was unknown when each workshop was opened and closed, and now. */
export const burnDownOf = (index: TraceIndex, catalogues: Catalogues, at: Instant): readonly BurnDownPoint[] => {
  const { graph } = index;
  const counts = unknownsOf(index, catalogues, at.slice(0, 10));
  return burnDown(graph.Workshop.values(), { at, revision: graph.revision, counts });
};

/** The entries between opening and closing, and those that accepted lines and what-ifs wrote; each once, in the order of the log. */
const readLog = async (
  store: Pick<GraphStore, 'changes'>,
  graph: EhiGraph,
  { id, openedRevision, closedRevision }: Workshop,
  items: readonly WorkshopItem[],
): Promise<Result<{ readonly log: readonly Change[]; readonly notRead: number }, StoreUnavailable>> => {
  const found = new Map<Revision, Change>();
  let notRead = 0;
  if (openedRevision !== undefined) {
    const span = Math.max(0, (closedRevision ?? graph.revision) - openedRevision);
    const page = await store.changes(openedRevision, Math.min(span, mostChanges));
    if (!page.ok) return page;
    for (const change of page.value) found.set(change.revision, change);
    notRead = span - page.value.length;
  }
  const named = [...items.filter(({ kind }) => kind === 'PROPOSAL'), ...scenariosOf(graph.Scenario, id)].flatMap(
    ({ revisions }) => revisions,
  );
  for (const revision of named) {
    if (found.has(revision)) continue;
    const page = await store.changes(revision - 1, 1);
    if (!page.ok) return page;
    const [change] = page.value;
    if (change?.revision === revision) found.set(revision, change);
  }
  return ok({ log: [...found.values()].toSorted((a, b) => a.revision - b.revision), notRead });
};

/** Who wrote each thing last that was written again after it was said, by id. */
const readChangedBy = async (
  store: Pick<GraphStore, 'changes'>,
  items: readonly WorkshopItem[],
): Promise<Result<ReadonlyMap<Id, string>, StoreUnavailable>> => {
  const found = new Map<Id, string>();
  for (const { id, createdAt, updatedAt, revision } of items) {
    if (createdAt === updatedAt) continue;
    const page = await store.changes(revision - 1, 1);
    if (!page.ok) return page;
    const [last] = page.value;
    if (last !== undefined) found.set(id, last.actor);
  }
  return ok(found);
};

const readPictures = async (
  files: Pick<EvidenceFiles, 'read'>,
  graph: EhiGraph,
  items: readonly WorkshopItem[],
): Promise<Result<ReadonlyMap<Id, PictureFile>, FilesUnavailable>> => {
  const pictures = new Map<Id, PictureFile>();
  for (const { picture } of items) {
    const evidence = picture === undefined ? undefined : graph.Evidence.get(picture);
    if (evidence?.sha256 === undefined || evidence.mediaType === undefined) continue;
    if (!pictureTypes.includes(evidence.mediaType)) continue;
    const bytes = await files.read(evidence.sha256);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) continue;
    pictures.set(evidence.id, {
      mediaType: evidence.mediaType,
      base64: bytes.value.toString('base64'),
      path: `/evidence/${encodeURIComponent(evidence.id)}`,
      ...(evidence.fileName === undefined ? {} : { fileName: evidence.fileName }),
    });
  }
  return ok(pictures);
};
