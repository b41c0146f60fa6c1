import { ulid } from 'ulid';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Concepts } from '../domain/model/concepts.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CommitRefused, GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import { buildDocument, type EntityDocument, type EntityPatch } from './build-document.ts';
import { bearsOnOthers, checkAmong } from './check-among.ts';
import { checkClosedClaim } from './check-closed-claim.ts';
import { checkDocument } from './check-document.ts';
import type { CurrentGraph } from './current-graph.ts';
import type { WritableConcept } from './entity-fields.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createKnownCodes } from './known-codes.ts';
import type { InTurn } from './turns.ts';
import { isId, nameToId } from './text-rules.ts';

/** There is nothing of that concept with that id. */
export interface EntityNotFound {
  readonly type: 'EntityNotFound';
  readonly concept: string;
  readonly id: Id;
}

export type WriteError = InputInvalid | EntityNotFound | CommitRefused | StoreUnavailable;

/** One change a person asks for. `expected` is the revision they saw; absent for a creation, whose id may be absent too. */
export interface WriteCommand<C extends WritableConcept> {
  readonly concept: C;
  readonly id?: Id;
  readonly expected?: Revision;
  readonly patch: EntityPatch;
  readonly actor: string;
  readonly reason?: string;
}

/** What a write made: the thing as it is now, and the inventory's revision. */
export interface Written<C extends WritableConcept> {
  readonly entity: Concepts[C];
  readonly revision: Revision;
}

export interface WriteEntityDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
  /** Two changes that are each fine could close a ring of data classes together, so those wait for one another. */
  readonly inTurn: InTurn;
}

/** The use case behind every create and update. */
export type WriteEntity = <C extends WritableConcept>(
  command: WriteCommand<C>,
) => Promise<Result<Written<C>, WriteError>>;

/**
 * Returns the use case that creates or updates one thing: the whole document from what is stored and the patch, checked,
 * committed with the revision the writer saw. Errors are values; nothing is written when there is one.
 */
export const createWriteEntity = (deps: WriteEntityDeps): WriteEntity => {
  const codes = createKnownCodes(deps.catalogues);

  const write = async <C extends WritableConcept>(
    command: WriteCommand<C>,
  ): Promise<Result<Written<C>, WriteError>> => {
    const target = await findTarget(deps.store, command);
    if (!target.ok) return target;
    const { id, before } = target.value;
    const stamp = { actor: command.actor, now: deps.now() };
    const built = buildDocument(command.concept, id, before, command.patch, { stamp, codes });
    if (!built.ok) return built;
    const wrong =
      checkDocument(command.concept, built.value) ??
      checkClosedClaim(command.concept, before, built.value) ??
      (await checkAmongOthers(deps, command.concept, built.value, before));
    if (wrong !== undefined) return err(wrong);
    return commit(deps.store, command, built.value, before?.revision ?? 0);
  };

  return (command) =>
    command.concept === 'DataClass' ? deps.inTurn('DataClass', () => write(command)) : write(command);
};

const findTarget = async <C extends WritableConcept>(
  store: GraphStore,
  command: WriteCommand<C>,
): Promise<Result<{ readonly id: Id; readonly before: Concepts[C] | undefined }, WriteError>> => {
  const { concept, expected } = command;
  const id = command.id ?? (expected === undefined ? nameToId(String(command.patch['name'] ?? '')) || ulid() : '');
  if (!isId(id)) {
    return err(
      inputInvalid('id', `"${id}" is not an id: use 1 to 128 of A-Z a-z 0-9 . _ : - and begin with a letter or digit.`),
    );
  }
  const found = await store.get(concept, [id]);
  if (!found.ok) return found;
  const [stored] = found.value;
  if (expected === undefined) {
    if (stored === undefined) return ok({ id, before: undefined });
    if (command.id === undefined) return ok({ id: `${id}-${ulid().slice(-6).toLowerCase()}`, before: undefined });
    return err({ type: 'Conflict', concept, id, expected: 0, actual: stored.revision });
  }
  if (stored === undefined) return err({ type: 'EntityNotFound', concept, id });
  if (stored.revision !== expected) return err({ type: 'Conflict', concept, id, expected, actual: stored.revision });
  return ok({ id, before: stored });
};

const checkAmongOthers = async (
  deps: WriteEntityDeps,
  concept: WritableConcept,
  document: EntityDocument<WritableConcept>,
  before: Concepts[WritableConcept] | undefined,
): Promise<InputInvalid | StoreUnavailable | undefined> => {
  if (!bearsOnOthers(concept, before)) return undefined;
  const current = await deps.currentGraph.get();
  return current.ok ? checkAmong(concept, document, before, current.value.graph) : current.error;
};

const commit = async <C extends WritableConcept>(
  store: GraphStore,
  command: WriteCommand<C>,
  document: EntityDocument<C>,
  expected: Revision,
): Promise<Result<Written<C>, WriteError>> => {
  const { concept, actor, reason } = command;
  const action = expected === 0 ? 'CREATE' : 'UPDATE';
  const committed = await store.commit({
    actor,
    ...(reason === undefined ? {} : { reason }),
    writes: [{ concept, document, action, expected } as unknown as Write],
  });
  if (!committed.ok) return committed;
  const after = committed.value.changes[0]?.after;
  if (after !== undefined) return ok({ entity: after as Concepts[C], revision: committed.value.revision });
  // The document was equal to what is stored: no change was made, and the stored one is the answer.
  const found = await store.get(concept, [document.id]);
  if (!found.ok) return found;
  const [entity] = found.value;
  return entity === undefined
    ? err({ type: 'EntityNotFound', concept, id: document.id })
    : ok({ entity, revision: committed.value.revision });
};
