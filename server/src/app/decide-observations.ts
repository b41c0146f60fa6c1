import type { Catalogues } from '../domain/catalogue/index.ts';
import type { ConceptName, ObservationDecision } from '../domain/model/concepts.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { reconcile } from '../domain/reconcile/index.ts';
import type { CommitRefused, GraphStore, StoreUnavailable } from '../store/port.ts';
import { acceptObservation, type Acceptance } from './accept-observation.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createDraft } from './inventory-draft.ts';

/** What is decided about observations. REOPEN takes an earlier decision back; what it put into the inventory stays. */
export type DecisionAction = 'ACCEPT' | 'MERGE' | 'REJECT' | 'DEFER' | 'REOPEN';

/** One observation to decide about. `expected`: the revision somebody saw; absent for whatever it is now. */
export interface ObservationToDecide {
  readonly id: Id;
  readonly expected?: Revision;
}

/** One decision on any number of observations. */
export interface DecideObservationsInput {
  readonly observations: readonly ObservationToDecide[];
  readonly action: DecisionAction;
  /** Why; must be there to reject. */
  readonly reason?: string;
  /** For MERGE: what it is the same as. */
  readonly target?: { readonly concept: ConceptName; readonly id: Id };
  /** The classes that are meant, where the file does not tell: ids of the inventory or of the catalogues. */
  readonly dataClasses?: readonly Id[];
  readonly actor: string;
}

/** One observation about which nothing was decided, and why. */
export interface NotDecided {
  readonly id: Id;
  readonly name: string;
  readonly message: string;
}

/** What deciding did. Those that could not be decided stop none of the others; all the others are one transaction. */
export interface DecidedObservations {
  readonly decided: readonly Id[];
  readonly notDecided: readonly NotDecided[];
  readonly created: readonly { readonly concept: ConceptName; readonly id: Id; readonly name: string }[];
  readonly revision: Revision;
}

export interface DecideObservationsDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly now: () => Instant;
}

export type DecideObservations = (
  input: DecideObservationsInput,
) => Promise<Result<DecidedObservations, InputInvalid | StoreUnavailable | CommitRefused>>;

/** How many are decided at once: more than a screen shows, and few enough for one transaction. */
export const mostDecided = 5_000;

/** How often it plans again because somebody changed what it was about to change. */
const attempts = 3;

const decisionOf: Readonly<Record<DecisionAction, ObservationDecision | undefined>> = {
  ACCEPT: 'ACCEPTED',
  MERGE: 'MERGED',
  REJECT: 'REJECTED',
  DEFER: 'DEFERRED',
  REOPEN: undefined,
};

/**
 * Returns the use case that decides about what imports saw. Accepting puts it into the inventory, with what it needs (a flow its two
 * systems, a table its class); merging says that it is something the inventory has; rejecting and deferring leave the inventory as it
 * is. Who, when and why stay with the observation and in the log, and the next import of the same thing finds them.
 */
export const createDecideObservations =
  ({ store, catalogues, now }: DecideObservationsDeps): DecideObservations =>
  async (input) => {
    const { observations, action, actor, target } = input;
    const reason = input.reason?.trim() ?? '';
    if (observations.length === 0) return err(inputInvalid('observations', 'Name at least one observation.'));
    if (observations.length > mostDecided)
      return err(inputInvalid('observations', `At most ${mostDecided} can be decided at once.`));
    if (action === 'REJECT' && reason === '')
      return err(inputInvalid('reason', 'Say why: whoever reads it later has to see the reason.'));
    if (action === 'MERGE' && target === undefined) return err(inputInvalid('target', 'Say what it is the same as.'));

    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await store.snapshot();
      if (!snapshot.ok) return snapshot;
      const graph = snapshot.value;
      const at = now();
      const draft = createDraft(graph);
      const reconciliation = reconcile({ graph, catalogues, asOf: at.slice(0, 10) });
      const acceptance: Acceptance = { draft, graph, catalogues, reconciliation, actor, at, reason };
      const decided: Id[] = [];
      const notDecided: NotDecided[] = [];
      for (const { id, expected } of observations) {
        const observation = graph.Observation.get(id);
        const refuse = (message: string): void => void notDecided.push({ id, name: observation?.name ?? id, message });
        if (observation === undefined) refuse('There is no such observation.');
        else if (observation.endedOn !== undefined) refuse('It has ended: the newest file does not have it.');
        else if (expected !== undefined && expected !== observation.revision)
          refuse('Somebody changed it since you saw it. Look at it again.');
        else {
          const done = decideOne(acceptance, id, input);
          if (done.ok) decided.push(id);
          else refuse(done.error.message);
        }
      }
      const writes = draft.writes();
      const report = { decided, notDecided, created: draft.created() };
      if (writes.length === 0) return ok({ ...report, revision: graph.revision });
      const why = `${action.toLowerCase()} ${decided.length === 1 ? (decided[0] ?? '') : `${decided.length} observations`}`;
      const committed = await store.commit({ actor, reason: reason === '' ? why : `${why}: ${reason}`, writes });
      if (committed.ok) return ok({ ...report, revision: committed.value.revision });
      if (committed.error.type !== 'Conflict' || attempt === attempts) return committed;
    }
  };

const decideOne = (
  acceptance: Acceptance,
  id: Id,
  { action, target, dataClasses = [] }: DecideObservationsInput,
): Result<void, InputInvalid> => {
  const { draft, graph, reconciliation, actor, at, reason } = acceptance;
  const observation = draft.get('Observation', id);
  if (observation === undefined) return err(inputInvalid('observations', 'There is no such observation.'));
  if (observation.outcome === 'ADDED' && observation.statement === undefined)
    return decideAdded(acceptance, id, action);
  if (action === 'ACCEPT') return acceptObservation(acceptance, id, dataClasses);
  const { decision: _d, decidedBy: _b, decidedAt: _a, decisionReason: _r, matches, ...rest } = observation;
  const item = reconciliation.byObservation.get(id);
  if (item === undefined || item.statement.kind === 'NOTE')
    return err(inputInvalid('observations', 'There is nothing to decide about it: it is a note.'));
  const decision = decisionOf[action];
  if (action === 'MERGE' && target !== undefined) {
    const entity = graph[target.concept].get(target.id);
    if (entity === undefined || entity.endedOn !== undefined)
      return err(inputInvalid('target', `There is no live ${target.concept} "${target.id}".`));
    if (mayBe[item.statement.kind]?.includes(target.concept) !== true)
      return err(
        inputInvalid('target', `It cannot be a ${target.concept}: it is a ${item.statement.kind.toLowerCase()}.`),
      );
    rememberAddresses(acceptance, id, target.id);
  }
  draft.put('Observation', {
    ...rest,
    ...(action === 'MERGE' && target !== undefined
      ? { matches: target }
      : action === 'DEFER' && matches !== undefined
        ? { matches }
        : {}),
    ...(decision === undefined
      ? {}
      : { decision, decidedBy: actor, decidedAt: at, ...(reason === '' ? {} : { decisionReason: reason }) }),
  });
  return ok(undefined);
};

/** What a capability statement took in by itself: accepting confirms it, and what is rejected ends where the import is its only source. */
const decideAdded = (
  { draft, actor, at, reason }: Acceptance,
  id: Id,
  action: DecisionAction,
): Result<void, InputInvalid> => {
  const observation = draft.get('Observation', id);
  if (observation === undefined) return err(inputInvalid('observations', 'There is no such observation.'));
  if (action === 'MERGE')
    return err(inputInvalid('observations', 'The import took it in already: edit what it made, or reject it.'));
  const { decision: _d, decidedBy: _b, decidedAt: _a, decisionReason: _r, ...rest } = observation;
  const decision = decisionOf[action];
  draft.put('Observation', {
    ...rest,
    ...(decision === undefined
      ? {}
      : { decision, decidedBy: actor, decidedAt: at, ...(reason === '' ? {} : { decisionReason: reason }) }),
  });
  const made = observation.matches;
  const entity = made === undefined || observation.fact === 'exposes' ? undefined : draft.get(made.concept, made.id);
  if (action === 'REJECT' && made !== undefined && entity !== undefined && entity.source.startsWith('import:'))
    draft.put(made.concept, { ...entity, endedOn: at.slice(0, 10), endReason: reason });
  return ok(undefined);
};

const mayBe: Readonly<Record<string, readonly ConceptName[]>> = {
  SYSTEM: ['System'],
  FLOW: ['Flow'],
  CHANNEL: ['AccessChannel'],
  HOLDING: ['DataClass'],
  FILTER: ['Restriction'],
};

/** A system that was merged is known by the address it was seen at: the next import knows it by itself. */
const rememberAddresses = ({ draft, reconciliation }: Acceptance, id: Id, target: Id): void => {
  const statement = reconciliation.byObservation.get(id)?.statement;
  const system = statement?.kind === 'SYSTEM' ? draft.get('System', target) : undefined;
  if (system === undefined || statement?.kind !== 'SYSTEM') return;
  const missing = statement.identifiers.filter((each) => !system.identifiers.includes(each));
  if (missing.length > 0) draft.put('System', { ...system, identifiers: [...system.identifiers, ...missing] });
};
