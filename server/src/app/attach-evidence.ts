import { ulid } from 'ulid';
import type { Evidence } from '../domain/model/concepts.ts';
import { isCalendarDate, type CalendarDate, type Instant, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore } from '../store/port.ts';
import { evidenceMediaType } from './evidence-file-type.ts';
import type { EvidenceFiles, FilesUnavailable } from './evidence-files.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { nameToId } from './text-rules.ts';
import type { WriteError } from './write-entity.ts';

/** A document to put on record: a link, or a file with its bytes. `dated`: the date it bears itself. */
export interface EvidenceGiven {
  readonly name?: string;
  readonly uri?: string;
  readonly file?: { readonly fileName: string; readonly bytes: Uint8Array };
  readonly dated?: CalendarDate;
  readonly description?: string;
  readonly actor: string;
}

export interface AttachEvidenceDeps {
  readonly store: GraphStore;
  readonly files: EvidenceFiles;
  readonly now: () => Instant;
}

/** The use case that puts a document on record. */
export type AttachEvidence = (
  given: EvidenceGiven,
) => Promise<Result<{ readonly entity: Evidence; readonly revision: Revision }, WriteError | FilesUnavailable>>;

/**
 * Returns the use case that records a link or keeps a file under its SHA-256. The record time is the server's; the date a document
 * bears is what its reader says, and lies not in the future. A file is kept before it is recorded, so that no record lacks its file.
 */
export const createAttachEvidence =
  ({ store, files, now }: AttachEvidenceDeps): AttachEvidence =>
  async (given) => {
    const at = now();
    const wrong = check(given, at);
    if (wrong !== undefined) return err(wrong);
    const kept = await keep(files, given);
    if (!kept.ok) return kept;
    const name = (given.name ?? '').trim() || given.file?.fileName || given.uri || '';
    const document: Omit<Evidence, 'revision' | 'createdAt' | 'updatedAt'> = {
      id: `${nameToId(name).slice(0, 80) || 'evidence'}-${ulid().slice(-6).toLowerCase()}`,
      name: name.slice(0, 200),
      source: given.actor,
      grade: 'DOCUMENTED',
      recordedAt: at,
      ...(given.description === undefined ? {} : { description: given.description }),
      ...(given.uri === undefined ? {} : { uri: given.uri.trim() }),
      ...(given.dated === undefined ? {} : { dated: given.dated }),
      ...kept.value,
    };
    const committed = await store.commit({
      actor: given.actor,
      writes: [{ concept: 'Evidence', document, action: 'CREATE', expected: 0 }],
    });
    if (!committed.ok) return committed;
    return ok({ entity: committed.value.changes[0]?.after as Evidence, revision: committed.value.revision });
  };

const check = ({ uri, file, dated }: EvidenceGiven, at: Instant): InputInvalid | undefined => {
  if ((uri === undefined) === (file === undefined)) {
    return inputInvalid('uri', 'Give a link or a file, one of the two.');
  }
  if (uri !== undefined && !isWebLink(uri)) {
    return inputInvalid('uri', `"${uri}" is not a link to a document. Give one that begins with https:// or http://.`);
  }
  if (dated !== undefined && !isCalendarDate(dated)) {
    return inputInvalid('dated', `"${dated}" is not a calendar date; write YYYY-MM-DD.`);
  }
  return dated !== undefined && dated > at.slice(0, 10)
    ? inputInvalid('dated', `${dated} is in the future. Give the date that the document bears.`)
    : undefined;
};

/** Scripts and data are no documents: a link is only ever followed by a click. */
const isWebLink = (text: string): boolean => {
  try {
    return ['https:', 'http:'].includes(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
};

type Kept = Pick<Evidence, 'sha256' | 'fileName' | 'mediaType' | 'bytes'>;

const keep = async (
  files: EvidenceFiles,
  { file }: EvidenceGiven,
): Promise<Result<Kept, InputInvalid | FilesUnavailable>> => {
  if (file === undefined) return ok({});
  const fileName = plainFileName(file.fileName);
  const mediaType = await evidenceMediaType(fileName, file.bytes);
  if (!mediaType.ok) return mediaType;
  const sha256 = await files.keep(file.bytes);
  return sha256.ok
    ? ok({ sha256: sha256.value, fileName, mediaType: mediaType.value, bytes: file.bytes.length })
    : sha256;
};

/** The name without folders, control characters and signs that a file system or header reads as something else. */
const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}"<>|?*:]/gu, '_')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 120) || 'evidence';
