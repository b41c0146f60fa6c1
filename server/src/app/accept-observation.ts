import type { ClassLink, ConceptName, Hold, RestrictionTarget } from '../domain/model/concepts.ts';
import { isLiveOn, type Id } from '../domain/model/entity.ts';
import {
  classOfHolding,
  type ObservedChannel,
  type ObservedFilter,
  type ObservedFlow,
  type ObservedHolding,
  type ObservedSystem,
  type ReconciledItem,
} from '../domain/reconcile/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ensureClass, namedClasses, shownClasses, withClasses } from './accept-classes.ts';
import { stamp, type Acceptance } from './acceptance.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { putRestriction } from './seen-restriction.ts';

export type { Acceptance } from './acceptance.ts';

type Accepted = Result<{ readonly concept: ConceptName; readonly id: Id }, InputInvalid>;

/**
 * Puts what an observation shows into the draft, with what it needs, and the decision with it (mutates the draft). A person vouches for
 * it, so the person is its source; the grade says how well the file shows it. Error: what is missing for it, in words.
 */
export const acceptObservation = (
  context: Acceptance,
  id: Id,
  dataClasses: readonly Id[],
): Result<void, InputInvalid> => {
  const { draft, reconciliation, actor, at, reason } = context;
  const item = reconciliation.byObservation.get(id);
  if (item === undefined || item.statement.kind === 'NOTE')
    return err(inputInvalid('observations', 'There is nothing to accept about it: it is a note.'));
  // Accepted a moment ago, as a part of another: nothing more to do.
  const drafted = draft.get('Observation', id);
  if (drafted?.decision === 'ACCEPTED' && drafted.decidedAt === at) return ok(undefined);
  const taken = accept(context, item, dataClasses);
  if (!taken.ok) return taken;
  const observation = draft.get('Observation', id);
  if (observation === undefined) return err(inputInvalid('observations', 'There is no such observation.'));
  const { decisionReason: _r, ...rest } = observation;
  draft.put('Observation', {
    ...rest,
    matches: taken.value,
    outcome: 'MATCHED',
    decision: 'ACCEPTED',
    decidedBy: actor,
    decidedAt: at,
    ...(reason === '' ? {} : { decisionReason: reason }),
  });
  return ok(undefined);
};

const accept = (context: Acceptance, item: ReconciledItem, dataClasses: readonly Id[]): Accepted => {
  const { statement } = item;
  switch (statement.kind) {
    case 'SYSTEM':
      return acceptSystem(context, item, statement);
    case 'FLOW':
      return acceptFlow(context, item, statement);
    case 'CHANNEL':
      return acceptChannel(context, item, statement);
    case 'HOLDING':
      return acceptHolding(context, item, statement, dataClasses);
    case 'FILTER':
      return acceptFilter(context, item, statement, dataClasses);
    case 'NOTE':
      return err(inputInvalid('observations', 'It is a note.'));
  }
};

/** Several things could be meant: nobody but a person can say which. */
const ambiguous = ({ candidates }: ReconciledItem): InputInvalid =>
  inputInvalid(
    'observations',
    `Several things could be meant (${candidates
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ')}). Merge it with one of them.`,
  );

const acceptSystem = (context: Acceptance, item: ReconciledItem, seen: ObservedSystem): Accepted => {
  const { draft } = context;
  if (item.status === 'AMBIGUOUS') return err(ambiguous(item));
  const texts = {
    ...(seen.vendor === undefined ? {} : { vendor: seen.vendor }),
    ...(seen.product === undefined ? {} : { product: seen.product }),
    ...(seen.version === undefined ? {} : { version: seen.version }),
    ...(seen.lifecycle === undefined ? {} : { lifecycle: seen.lifecycle }),
  };
  const known = item.match === undefined ? undefined : draft.get('System', item.match.id);
  if (known !== undefined) {
    const missing = seen.identifiers.filter((each) => !known.identifiers.includes(each));
    draft.put('System', {
      ...known,
      ...texts,
      ...(seen.systemKind === undefined ? {} : { kind: seen.systemKind }),
      identifiers: [...known.identifiers, ...missing],
    });
    return ok({ concept: 'System', id: known.id });
  }
  const { name } = item.observation;
  const id = draft.newId('System', name);
  draft.put('System', {
    id,
    name,
    ...(seen.description === undefined ? {} : { description: seen.description }),
    kind: seen.systemKind ?? 'SYS-OTHER',
    ...texts,
    ...(seen.custodian === undefined ? {} : { custodian: seen.custodian }),
    identifiers: seen.identifiers,
    holds: [],
    ...stamp(context, item),
  });
  return ok({ concept: 'System', id });
};

/** The system an observation stands for; one that nobody decided about is accepted with what needs it. */
const systemOf = (context: Acceptance, observation: Id): Result<Id, InputInvalid> => {
  const { draft, reconciliation } = context;
  const drafted = draft.get('Observation', observation);
  if (drafted?.decision === 'ACCEPTED' && drafted.matches !== undefined) return ok(drafted.matches.id);
  const item = reconciliation.byObservation.get(observation);
  if (item === undefined) return err(inputInvalid('observations', 'One of its systems was never seen, or has ended.'));
  if (item.match !== undefined) return ok(item.match.id);
  if (item.observation.decision === 'REJECTED')
    return err(
      inputInvalid('observations', `Its system "${item.observation.name}" was rejected. Decide about that first.`),
    );
  const accepted = acceptObservation(context, observation, []);
  if (!accepted.ok)
    return err({ ...accepted.error, message: `Its system "${item.observation.name}": ${accepted.error.message}` });
  const id = draft.get('Observation', observation)?.matches?.id;
  return id === undefined ? err(inputInvalid('observations', 'Its system could not be accepted.')) : ok(id);
};

const acceptFlow = (context: Acceptance, item: ReconciledItem, seen: ObservedFlow): Accepted => {
  const { draft } = context;
  if (item.status === 'AMBIGUOUS') return err(ambiguous(item));
  const from = systemOf(context, seen.from);
  if (!from.ok) return from;
  const to = systemOf(context, seen.to);
  if (!to.ok) return to;
  const provenance = stamp(context, item);
  const make = (dataClass: Id): ClassLink => ({ dataClass, ...provenance });
  const said = {
    ...(seen.protocol === undefined ? {} : { protocol: seen.protocol }),
    ...(seen.trigger === undefined ? {} : { trigger: seen.trigger }),
    ...(seen.schedule === undefined ? {} : { schedule: seen.schedule }),
    ...(seen.engineRef === undefined ? {} : { engineRef: seen.engineRef }),
  };
  const known = item.match === undefined ? undefined : draft.get('Flow', item.match.id);
  const { name } = item.observation;
  const document =
    known === undefined
      ? {
          id: draft.newId('Flow', name),
          name,
          ...(seen.description === undefined ? {} : { description: seen.description }),
          from: from.value,
          to: to.value,
          ...said,
          carries: withClasses(context, item, [], make, 'carries'),
          ...provenance,
        }
      : {
          ...known,
          from: from.value,
          to: to.value,
          ...said,
          carries: withClasses(context, item, known.carries, make, 'carries'),
        };
  draft.put('Flow', document);
  if (seen.isActive === false) recordSwitchedOff(context, item, document.id);
  return ok({ concept: 'Flow', id: document.id });
};

/** A flow that is switched off must not look as if it ran: what switches it off is taken in with it. */
const recordSwitchedOff = (context: Acceptance, item: ReconciledItem, flow: Id): void => {
  const { draft, reconciliation } = context;
  const off = reconciliation.items.find(
    ({ statement }) =>
      statement.kind === 'FILTER' &&
      statement.nature === 'DISABLED' &&
      statement.at.observation === item.observation.id,
  );
  if (off?.match !== undefined) return;
  const target = { kind: 'FLOW', id: flow } as const;
  const restriction = putRestriction(context, off ?? item, {
    name: off?.observation.name ?? `${item.observation.name} is switched off`,
    nature: 'DISABLED',
    effect: 'WITHHOLDS',
    appliesTo: target,
    limits: [],
  });
  const observation = off === undefined ? undefined : draft.get('Observation', off.observation.id);
  if (observation !== undefined)
    draft.put('Observation', {
      ...observation,
      matches: { concept: 'Restriction', id: restriction },
      outcome: 'MATCHED',
      decision: 'ACCEPTED',
      decidedBy: context.actor,
      decidedAt: context.at,
    });
};

const acceptChannel = (context: Acceptance, item: ReconciledItem, seen: ObservedChannel): Accepted => {
  const { draft } = context;
  if (item.status === 'AMBIGUOUS') return err(ambiguous(item));
  const system = systemOf(context, seen.system);
  if (!system.ok) return system;
  const provenance = stamp(context, item);
  const make = (dataClass: Id): ClassLink => ({ dataClass, ...provenance });
  const known = item.match === undefined ? undefined : draft.get('AccessChannel', item.match.id);
  const { name } = item.observation;
  if (known === undefined) {
    const id = draft.newId('AccessChannel', name);
    draft.put('AccessChannel', {
      id,
      name,
      ...(seen.description === undefined ? {} : { description: seen.description }),
      kind: seen.channelKind,
      standards: seen.standards,
      system: system.value,
      identifiers: seen.identifiers,
      releases: withClasses(context, item, [], make, 'releases'),
      audiences: seen.audiences.filter((id) => draft.get('Audience', id) !== undefined),
      ...provenance,
    });
    return ok({ concept: 'AccessChannel', id });
  }
  const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
  draft.put('AccessChannel', {
    ...known,
    standards: union(known.standards, seen.standards),
    identifiers: union(known.identifiers, seen.identifiers),
    audiences: union(
      known.audiences,
      seen.audiences.filter((id) => draft.get('Audience', id) !== undefined),
    ),
    releases: withClasses(context, item, known.releases, make, 'releases'),
  });
  return ok({ concept: 'AccessChannel', id: known.id });
};

const acceptHolding = (
  context: Acceptance,
  item: ReconciledItem,
  seen: ObservedHolding,
  dataClasses: readonly Id[],
): Accepted => {
  const { draft, reconciliation, at } = context;
  const named = namedClasses(context, dataClasses);
  if (!named.ok) return named;
  const proposed = classOfHolding(item);
  const meant = named.value.length > 0 ? named.value : proposed === undefined ? [] : [proposed];
  const [first] = meant;
  if (first === undefined)
    return err(inputInvalid('dataClasses', `Nobody can tell which class "${item.observation.name}" holds. Name it.`));
  const system = systemOf(context, seen.system);
  if (!system.ok) return system;
  const known = draft.get('System', system.value);
  if (known === undefined) return err(inputInvalid('observations', 'Its system is not there.'));
  const today = at.slice(0, 10);
  const live = new Set(known.holds.filter((hold) => isLiveOn(hold, today)).map(({ dataClass }) => dataClass));
  const added = meant
    .filter(({ id }) => !reconciliation.resolver.isWithin(id, live))
    .map((each): Hold => ({
      dataClass: ensureClass(context, item, each),
      // A table says that the data is there, not that it began there.
      role: seen.role ?? 'COPY',
      ...(seen.format === undefined ? {} : { format: seen.format }),
      ...stamp(context, item),
    }));
  if (added.length > 0) draft.put('System', { ...known, holds: [...known.holds, ...added] });
  return ok({ concept: 'DataClass', id: first.id });
};

const acceptFilter = (
  context: Acceptance,
  item: ReconciledItem,
  seen: ObservedFilter,
  dataClasses: readonly Id[],
): Accepted => {
  const { draft, at } = context;
  const named = namedClasses(context, dataClasses);
  if (!named.ok) return named;
  if (item.match?.concept === 'Restriction') return ok({ concept: 'Restriction', id: item.match.id });
  const meant = named.value.length > 0 ? named.value : shownClasses(item);
  if (meant.length === 0 && seen.effect === 'FILTERS')
    return err(
      inputInvalid('dataClasses', `The file does not tell which classes "${item.observation.name}" stops. Name them.`),
    );
  const place = placeOf(context, seen);
  if (!place.ok) return place;
  // Accepting a flow that is switched off takes in what switches it off: that may be this.
  const taken = draft.get('Observation', item.observation.id);
  if (taken?.decidedAt === at && taken.matches?.concept === 'Restriction')
    return ok({ concept: 'Restriction', id: taken.matches.id });
  const id = putRestriction(context, item, {
    name: item.observation.name,
    nature: seen.nature,
    effect: seen.effect,
    appliesTo: place.value,
    limits: meant.map((each) => ensureClass(context, item, each)),
  });
  return ok({ concept: 'Restriction', id });
};

/** Where a filter sits, in the inventory; what it sits on is accepted with it. */
const placeOf = (context: Acceptance, { at }: ObservedFilter): Result<RestrictionTarget, InputInvalid> => {
  if (at.kind === 'SYSTEM') {
    const system = systemOf(context, at.observation);
    return system.ok ? ok({ kind: 'SYSTEM', id: system.value }) : system;
  }
  const { draft, reconciliation } = context;
  const item = reconciliation.byObservation.get(at.observation);
  const match = draft.get('Observation', at.observation)?.decision === 'ACCEPTED' ? undefined : item?.match;
  if (match !== undefined) return ok({ kind: at.kind, id: match.id });
  const accepted = acceptObservation(context, at.observation, []);
  if (!accepted.ok) return accepted;
  const id = draft.get('Observation', at.observation)?.matches?.id ?? item?.match?.id;
  return id === undefined
    ? err(inputInvalid('observations', 'What it sits on is not in the inventory.'))
    : ok({ kind: at.kind, id });
};
