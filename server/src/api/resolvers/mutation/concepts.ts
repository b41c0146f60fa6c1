import { writableConcepts, type WritableConcept } from '../../../app/entity-fields.ts';
import type { EntityPatch } from '../../../app/build-document.ts';
import type { WriteCommand } from '../../../app/write-entity.ts';
import type { ApiContext } from '../../context.ts';
import type { MutationResolvers } from '../../gen/resolver-types.ts';
import { fieldsByConcept } from '../concept-fields.ts';
import { failedPayload } from './failed-payload.ts';

interface CreateArgs {
  readonly input: EntityPatch & { readonly id?: string | null };
  readonly reason?: string | null;
}
interface UpdateArgs {
  readonly id: string;
  readonly expectedRevision: number;
  readonly input: EntityPatch;
  readonly reason?: string | null;
}

/** The two mutations of each concept that people write: create and update. */
export const conceptMutations = (): MutationResolvers =>
  Object.fromEntries(
    writableConcepts.flatMap((concept) => [
      [`create${concept}`, createOf(concept)],
      [`update${concept}`, updateOf(concept)],
    ]),
  );

const createOf =
  (concept: WritableConcept) =>
  (_parent: unknown, { input, reason }: CreateArgs, context: ApiContext): Promise<unknown> => {
    const { id, ...patch } = input;
    return write(context, { concept, patch, ...(typeof id === 'string' ? { id } : {}), ...whoAndWhy(context, reason) });
  };

const updateOf =
  (concept: WritableConcept) =>
  (_parent: unknown, args: UpdateArgs, context: ApiContext): Promise<unknown> => {
    const { id, expectedRevision: expected, input: patch, reason } = args;
    return write(context, { concept, id, expected, patch, ...whoAndWhy(context, reason) });
  };

const whoAndWhy = ({ actor }: ApiContext, reason: string | null | undefined) => ({
  actor,
  ...(typeof reason === 'string' && reason.trim() !== '' ? { reason: reason.trim() } : {}),
});

const write = async ({ services, reads }: ApiContext, command: WriteCommand<WritableConcept>): Promise<unknown> => {
  const written = await services.writeEntity(command);
  reads.forget();
  if (!written.ok) return failedPayload(written.error);
  const { entity, revision } = written.value;
  return { ok: true, [fieldsByConcept[command.concept].one]: entity, revision };
};
