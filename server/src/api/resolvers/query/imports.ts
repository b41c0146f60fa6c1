import { knownKinds } from '../../../app/import-artefact.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** The imports of this server, newest first. */
export const importJobs: NonNullable<QueryResolvers['importJobs']> = (_parent, _args, { services }) =>
  services.importJobs.list();

/** One of them. */
export const importJob: NonNullable<QueryResolvers['importJob']> = (_parent, { id }, { services }) =>
  services.importJobs.get(id) ?? null;

/** What can be imported. */
export const importKinds: NonNullable<QueryResolvers['importKinds']> = () => knownKinds();
