import {
  answerClaim,
  decideClaim,
  submitClaim,
  supersedeClaim,
  withdrawClaim,
  type AnswerGiven,
  type ClaimStamp,
  type Decision,
  type StepRefused,
} from '../domain/claim/index.ts';
import type { BasisClaim } from '../domain/model/concepts.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { conditionIdsOf } from '../domain/verdict/index.ts';
import type { GraphStore, Write } from '../store/port.ts';
import { inputInvalid } from './input-invalid.ts';
import { packById, type RulePacks } from './load-rule-packs.ts';
import { createTurns } from './turns.ts';
import type { WriteError } from './write-entity.ts';

/** The claim after a step, and the inventory's revision. */
export interface ClaimStepped {
  readonly entity: BasisClaim;
  readonly revision: Revision;
}

/** Which claim, who acts, and the revision they saw. */
export interface StepCommand {
  readonly id: Id;
  readonly actor: string;
  readonly expected: Revision;
}

type Stepped = Promise<Result<ClaimStepped, WriteError>>;

/** The steps of a claim after it is made. Times are the server's, and nothing is edited in place. */
export interface ClaimSteps {
  /** Adds an answer. It asks for the version of the answer it was given after instead of a revision, so that people can answer side by side. */
  readonly answer: (command: Omit<StepCommand, 'expected'> & { readonly given: AnswerGiven }) => Stepped;
  readonly submit: (command: StepCommand) => Stepped;
  readonly decide: (command: StepCommand & { readonly decision: Decision }) => Stepped;
  readonly withdraw: (command: StepCommand & { readonly reason: string }) => Stepped;
}

export interface ClaimStepsDeps {
  readonly store: GraphStore;
  readonly rulePacks: RulePacks;
  readonly now: () => Instant;
}

/** How often an answer is tried again when another process changed the claim between; within this one, answers wait for one another. */
const attempts = 8;

/** Returns the use cases that move a claim. Errors are values; nothing is written when there is one. */
export const createClaimSteps = ({ store, rulePacks, now }: ClaimStepsDeps): ClaimSteps => {
  const inTurn = createTurns();
  const step = async (
    { id, actor, expected }: StepCommand,
    reason: string | undefined,
    take: (claim: BasisClaim, stamp: ClaimStamp) => Result<BasisClaim, StepRefused>,
    alsoOf: (claim: BasisClaim, stamp: ClaimStamp) => Promise<Result<readonly Write[], WriteError>> = none,
  ): Stepped => {
    const found = await findClaim(store, id);
    if (!found.ok) return found;
    const before = found.value;
    if (before.revision !== expected) {
      return err({ type: 'Conflict', concept: 'BasisClaim', id, expected, actual: before.revision });
    }
    const stamp = { actor, now: now() };
    const taken = take(before, stamp);
    if (!taken.ok) return err(inputInvalid(taken.error.field, taken.error.message));
    const also = await alsoOf(taken.value, stamp);
    if (!also.ok) return also;
    const committed = await store.commit({
      actor,
      ...(reason === undefined ? {} : { reason }),
      writes: [writeOf(taken.value, expected), ...also.value],
    });
    if (!committed.ok) return committed;
    const after = committed.value.changes.find(({ entity }) => entity === id)?.after ?? before;
    return ok({ entity: after as BasisClaim, revision: committed.value.revision });
  };

  /** The claim that an approved one takes the place of goes in the same transaction. */
  const superseding = async (claim: BasisClaim, stamp: ClaimStamp): Promise<Result<readonly Write[], WriteError>> => {
    if (claim.status !== 'APPROVED' || claim.supersedes === undefined) return ok([]);
    const old = await findClaim(store, claim.supersedes);
    if (!old.ok) return old;
    const isOver = old.value.status === 'WITHDRAWN' || old.value.status === 'SUPERSEDED';
    return ok(isOver ? [] : [writeOf(supersedeClaim(old.value, claim, stamp), old.value.revision, 'END')]);
  };

  return {
    answer: ({ id, actor, given }) =>
      inTurn(id, async () => {
        for (let attempt = 1; ; attempt += 1) {
          const found = await findClaim(store, id);
          if (!found.ok) return found;
          const unknown = unknownCondition(found.value, given.condition, rulePacks);
          if (unknown !== undefined) return err(inputInvalid('condition', unknown));
          const { revision: expected } = found.value;
          const stepped = await step({ id, actor, expected }, given.rationale, (claim, stamp) =>
            answerClaim(claim, given, stamp),
          );
          if (stepped.ok || stepped.error.type !== 'Conflict' || attempt >= attempts) return stepped;
        }
      }),
    submit: (command) => step(command, undefined, submitClaim),
    decide: async (command) => {
      const claimant = await claimantOf(store, command.id);
      if (!claimant.ok) return claimant;
      const decision = { ...command.decision, ...(claimant.value === undefined ? {} : { claimant: claimant.value }) };
      return step(command, command.decision.reason, (claim, stamp) => decideClaim(claim, decision, stamp), superseding);
    },
    withdraw: (command) => step(command, command.reason, (claim, stamp) => withdrawClaim(claim, command.reason, stamp)),
  };
};

const none = (): Promise<Result<readonly Write[], WriteError>> => Promise.resolve(ok([]));

const findClaim = async (store: GraphStore, id: Id): Promise<Result<BasisClaim, WriteError>> => {
  const found = await store.get('BasisClaim', [id]);
  if (!found.ok) return found;
  const [claim] = found.value;
  return claim === undefined ? err({ type: 'EntityNotFound', concept: 'BasisClaim', id }) : ok(claim);
};

/** Who wrote a claim first. What a claim says of its source may be somebody else; the log does not. */
const claimantOf = async (store: GraphStore, id: Id): Promise<Result<string | undefined, WriteError>> => {
  for (let before: Revision | undefined; ;) {
    const page = await store.history('BasisClaim', id, historyPage, before);
    if (!page.ok) return page;
    const last = page.value.at(-1);
    if (last === undefined || last.action === 'CREATE' || page.value.length < historyPage) return ok(last?.actor);
    before = last.revision;
  }
};

/** How many entries of the log are read at once. */
const historyPage = 200;

const writeOf = (claim: BasisClaim, expected: Revision, action: 'UPDATE' | 'END' = 'UPDATE'): Write => {
  const { revision: _, createdAt: __, updatedAt: ___, ...document } = claim;
  return { concept: 'BasisClaim', document, action, expected };
};

/** Why a condition is none of those that the ground of a claim asks for; `undefined` where it is one. */
const unknownCondition = (claim: BasisClaim, condition: string, packs: RulePacks): string | undefined => {
  const pack = packById(packs, claim.rulePack);
  const known = conditionIdsOf(pack, claim);
  if (known.includes(condition)) return undefined;
  return `The rule pack ${pack.id} asks for no "${condition}" here. It asks for: ${known.join(', ')}.`;
};
