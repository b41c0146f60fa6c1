import type { ItemGiven } from '../../../app/write-workshop-item.ts';
import type { RecordRefused, RecordResult } from '../../../app/workshop-record.ts';
import type { ConceptName, ThingReference } from '../../../domain/model/concepts.ts';
import type { ApiContext } from '../../context.ts';
import type { MutationResolvers, ThingInput } from '../../gen/resolver-types.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { toProposal } from '../query/proposals.ts';
import { toPlacedError } from '../placed-error.ts';
import { failedPayload } from './failed-payload.ts';

/** Plans a workshop. */
export const createWorkshop: NonNullable<MutationResolvers['createWorkshop']> = async (_parent, args, context) =>
  workshopPayload(context, await context.services.writeWorkshop.create(args.input, writer(context, args.reason)));

/** Changes a workshop. */
export const updateWorkshop: NonNullable<MutationResolvers['updateWorkshop']> = async (_parent, args, context) => {
  const seen = { id: args.id, expected: args.expectedRevision };
  const { update } = context.services.writeWorkshop;
  return workshopPayload(context, await update(seen, args.input, writer(context, args.reason)));
};

/** Opens a workshop. */
export const openWorkshop: NonNullable<MutationResolvers['openWorkshop']> = async (_parent, args, context) => {
  const seen = { id: args.id, expected: args.expectedRevision };
  return workshopPayload(context, await context.services.writeWorkshop.open(seen, writer(context)));
};

/** Closes a workshop. */
export const closeWorkshop: NonNullable<MutationResolvers['closeWorkshop']> = async (_parent, args, context) => {
  const seen = { id: args.id, expected: args.expectedRevision };
  return workshopPayload(context, await context.services.writeWorkshop.close(seen, writer(context)));
};

/** Keeps something that was said. */
export const addWorkshopItem: NonNullable<MutationResolvers['addWorkshopItem']> = async (_parent, args, context) => {
  const { about, ...rest } = args.input;
  const item = { ...rest, ...aboutOf(about) };
  return itemPayload(context, await context.services.writeWorkshopItem.add(item, writer(context, args.reason)));
};

/** Changes what was said. */
export const updateWorkshopItem: NonNullable<MutationResolvers['updateWorkshopItem']> = async (
  _parent,
  args,
  context,
) => {
  const seen = { id: args.id, expected: args.expectedRevision };
  const { about, ...rest } = args.input;
  const given: ItemGiven = { ...rest, ...aboutOf(about) };
  const { update } = context.services.writeWorkshopItem;
  return itemPayload(context, await update(seen, given, writer(context, args.reason)));
};

/** Keeps a line as a proposal. */
export const captureLine: NonNullable<MutationResolvers['captureLine']> = async (_parent, args, context) => {
  const { about, ...rest } = args;
  const captured = await context.services.captureLine({ ...rest, ...aboutOf(about) }, writer(context));
  context.reads.forget();
  if (!captured.ok) return failedPayload(captured.error.error);
  const { entity, proposal, revision } = captured.value;
  return { ok: true, workshopItem: entity, proposal: toProposal(proposal), revision };
};

/** Writes what a proposal says. */
export const acceptProposal: NonNullable<MutationResolvers['acceptProposal']> = async (_parent, args, context) => {
  const chosen = (args.chosen ?? []).map(({ words, id }) => ({ words, ...(typeof id === 'string' ? { id } : {}) }));
  const seen = { id: args.item, expected: args.expectedRevision, chosen };
  const accepted = await context.services.acceptProposal(seen, writer(context, args.reason));
  context.reads.forget();
  if (accepted.ok) {
    const { item, changes, revision } = accepted.value;
    return { ok: true, workshopItem: item, changes, errors: [], revision };
  }
  if ('refused' in accepted.error) {
    const errors = accepted.error.refused.errors.map(toPlacedError);
    return { ok: false, error: errors[0]?.error, errors, changes: [] };
  }
  return { ...refusedPayload(accepted.error), errors: [], changes: [] };
};

/** Saves a walkthrough. */
export const saveWalkthrough: NonNullable<MutationResolvers['saveWalkthrough']> = async (_parent, args, context) => {
  const which = { id: args.id, expected: args.expectedRevision };
  const saved = await context.services.saveWalkthrough(which, args.input, writer(context, args.reason));
  context.reads.forget();
  if (!saved.ok) return refusedPayload(saved.error);
  return { ok: true, walkthrough: saved.value.entity, revision: saved.value.revision };
};

const writer = ({ actor }: ApiContext, reason?: string | null) => ({
  actor,
  ...(typeof reason === 'string' && reason.trim() !== '' ? { reason: reason.trim() } : {}),
});

/** The thing of an input, by the name its concept has inside; nothing where it is not given. */
const aboutOf = (about: ThingInput | null | undefined): { readonly about?: ThingReference | null } => {
  if (about === undefined) return {};
  return { about: about === null ? null : { concept: conceptByEnum[about.concept], id: about.id } };
};

const workshopPayload = ({ reads }: ApiContext, written: RecordResult<'Workshop'>) => {
  reads.forget();
  if (!written.ok) return refusedPayload(written.error);
  return { ok: true, workshop: written.value.entity, revision: written.value.revision };
};

const itemPayload = ({ reads }: ApiContext, written: RecordResult<'WorkshopItem'>) => {
  reads.forget();
  if (!written.ok) return refusedPayload(written.error);
  return { ok: true, workshopItem: written.value.entity, revision: written.value.revision };
};

const refusedPayload = <C extends ConceptName>({ error, current }: RecordRefused<C>) => ({
  ...failedPayload(error),
  ...(current === undefined ? {} : { current }),
});
