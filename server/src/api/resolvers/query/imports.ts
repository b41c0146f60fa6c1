import { importColumns as columnsOf } from '../../../app/import-columns.ts';
import { inputInvalid } from '../../../app/input-invalid.ts';
import { knownKinds } from '../../../app/import-artefact.ts';
import { err } from '../../../domain/result.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** The imports of this server, newest first. */
export const importJobs: NonNullable<QueryResolvers['importJobs']> = (_parent, _args, { services }) =>
  services.importJobs.list();

/** One of them. */
export const importJob: NonNullable<QueryResolvers['importJob']> = (_parent, { id }, { services }) =>
  services.importJobs.get(id) ?? null;

/** What can be imported. */
export const importKinds: NonNullable<QueryResolvers['importKinds']> = () => knownKinds();

/** What the columns of an uploaded list are taken for. */
export const importColumns: NonNullable<QueryResolvers['importColumns']> = async (
  _parent,
  { upload },
  { services, reads },
) => {
  const opened = services.uploads.open(upload);
  if (opened === undefined)
    return orThrow(err(inputInvalid('upload', 'There is no such upload, or no longer. Send the file again.')));
  const { graph } = await reads.snapshot();
  const columns = orThrow(await columnsOf(graph, opened.source));
  if (columns === undefined) return null;
  return { ...columns, columns: columns.columns.map(({ target, ...rest }) => ({ ...rest, target: target ?? null })) };
};
