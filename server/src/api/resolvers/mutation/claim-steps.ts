import type { ClaimStepped } from '../../../app/claim-steps.ts';
import type { WriteError } from '../../../app/write-entity.ts';
import type { Result } from '../../../domain/result.ts';
import type { ApiContext } from '../../context.ts';
import type { MutationResolvers } from '../../gen/resolver-types.ts';
import { failedPayload } from './failed-payload.ts';

type Mutation<K extends keyof MutationResolvers> = NonNullable<MutationResolvers[K]>;

/** Claims a basis for a restriction. */
export const claimBasis: Mutation<'claimBasis'> = async (_parent, { input }, context) => {
  const { restriction, ...rest } = input;
  return payload(context, await context.services.claimBasis({ restriction, ...present(rest), actor: context.actor }));
};

/** Answers one condition. */
export const answerCondition: Mutation<'answerCondition'> = async (_parent, { input }, context) => {
  const { claim, condition, answer, rationale, evidence, seenVersion } = input;
  const why = rationale?.trim() ?? '';
  return payload(
    context,
    await context.services.claimSteps.answer({
      id: claim,
      actor: context.actor,
      given: {
        condition,
        answer,
        evidence: [...new Set(evidence ?? [])],
        seen: seenVersion,
        ...(why === '' ? {} : { rationale: why }),
      },
    }),
  );
};

/** Hands a claim in. */
export const submitClaim: Mutation<'submitClaim'> = async (_parent, { id, expectedRevision: expected }, context) =>
  payload(context, await context.services.claimSteps.submit({ id, expected, actor: context.actor }));

/** Decides a claim. */
export const decideClaim: Mutation<'decideClaim'> = async (_parent, { input }, context) => {
  const { id, expectedRevision: expected, decision, reason, reviewBy } = input;
  return payload(
    context,
    await context.services.claimSteps.decide({
      id,
      expected,
      actor: context.actor,
      decision: { decision, reason, ...present({ reviewBy }) },
    }),
  );
};

/** Takes a claim back. */
export const withdrawClaim: Mutation<'withdrawClaim'> = async (_parent, args, context) => {
  const { id, expectedRevision: expected, reason } = args;
  return payload(context, await context.services.claimSteps.withdraw({ id, expected, reason, actor: context.actor }));
};

type Payload = Awaited<ReturnType<Extract<Mutation<'submitClaim'>, (...args: never[]) => unknown>>>;

const payload = ({ reads }: ApiContext, stepped: Result<ClaimStepped, WriteError>): Payload => {
  reads.forget();
  if (!stepped.ok) return failedPayload(stepped.error);
  return { ok: true, basisClaim: stepped.value.entity, revision: stepped.value.revision };
};

/** The fields that say something. */
const present = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
