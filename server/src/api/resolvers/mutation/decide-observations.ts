import type { MutationResolvers } from '../../gen/resolver-types.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { asCreated } from '../types/reconciliation.ts';
import { failedPayload } from './failed-payload.ts';

/** Decides about what imports saw. */
export const decideObservations: NonNullable<MutationResolvers['decideObservations']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const { observations, action, reason, target, dataClasses } = input;
  const result = await services.decideObservations({
    observations: observations.map(({ id, revision }) => ({
      id,
      ...(typeof revision === 'number' ? { expected: revision } : {}),
    })),
    action,
    actor,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(target === null || target === undefined
      ? {}
      : { target: { concept: conceptByEnum[target.concept], id: target.id } }),
    ...(Array.isArray(dataClasses) ? { dataClasses } : {}),
  });
  reads.forget();
  if (!result.ok) return { ...failedPayload(result.error), decided: [], notDecided: [], created: [] };
  const { created, ...same } = result.value;
  return { ok: true, ...same, created: created.map(asCreated) };
};
