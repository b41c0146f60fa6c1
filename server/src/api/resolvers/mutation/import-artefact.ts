import type { ImportArtefactInput as Artefact } from '../../../app/import-artefact.ts';
import { inputInvalid } from '../../../app/input-invalid.ts';
import { fromBase64 } from '../../base64.ts';
import { toUserError } from '../../errors.ts';
import type { ImportArtefactInput, ImportOptionsInput, MutationResolvers } from '../../gen/resolver-types.ts';
import { asCreated } from '../types/reconciliation.ts';
import { failedPayload } from './failed-payload.ts';

/** Imports one file, or tells what importing it would change. */
export const importArtefact: NonNullable<MutationResolvers['importArtefact']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const bytes = fromBase64(input.contentBase64);
  if (bytes === undefined) {
    const message = 'contentBase64 is not base64. Encode the bytes of the file as they are.';
    return { ok: false, error: toUserError({ type: 'ArgumentInvalid', field: 'contentBase64', message }) };
  }
  const { fileName, dryRun } = input;
  const imported = await services.importArtefact({ fileName, bytes, dryRun, actor, options: optionsOf(input) });
  reads.forget();
  if (!imported.ok) return failedPayload(imported.error);
  return { ok: true, report: imported.value, revision: imported.value.revision };
};

/** Begins to import a file that was uploaded. */
export const startImport: NonNullable<MutationResolvers['startImport']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const { upload: id, dryRun } = input;
  const opened = services.uploads.open(id);
  if (opened === undefined)
    return failedPayload(inputInvalid('upload', 'There is no such upload, or no longer. Send the file again.'));
  const { upload, source } = opened;
  const job = services.importJobs.start({
    fileName: upload.name,
    read: source.read,
    bytesTotal: upload.bytes,
    dryRun,
    actor,
    options: optionsOf(input),
    // A file that was only tried is imported next: it is kept for that.
    done: () => void (dryRun ? undefined : services.uploads.remove(id)),
  });
  const { graph } = await reads.snapshot();
  return { ok: true, job, revision: graph.revision };
};

/** Takes an import back. */
export const undoImport: NonNullable<MutationResolvers['undoImport']> = async (
  _parent,
  { run, reason },
  { services, reads, actor },
) => {
  const undone = await services.undoImport({ run, reason, actor });
  reads.forget();
  if (!undone.ok) return { ...failedPayload(undone.error), kept: [] };
  const { run: after, restored, ended, kept, revision } = undone.value;
  return { ok: true, run: after, restored, ended, kept: kept.map(asCreated), revision };
};

type Said = Partial<Omit<ImportArtefactInput, 'options'>> & {
  readonly options?: ImportOptionsInput | null | undefined;
};

/** What was said, without what was not. */
const optionsOf = (input: Said): NonNullable<Artefact['options']> => {
  const { system, channel, url, audiences, channelKind, systemKind, again, options } = input;
  const { origin, systemName, columns } = options ?? {};
  const said = {
    system,
    channel,
    url,
    audiences,
    channelKind,
    systemKind,
    again,
    origin: origin?.trim() || undefined,
    systemName: systemName?.trim() || undefined,
    columns: columns?.length ? Object.fromEntries(columns.map(({ title, target }) => [title, target])) : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));
};
