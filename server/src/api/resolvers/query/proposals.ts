import { systemTemplates as templatesOf } from '../../../app/system-templates.ts';
import type { Proposal } from '../../../domain/capture/index.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';

/** What a line of plain words proposes. */
export const proposal: NonNullable<QueryResolvers['proposal']> = async (_parent, { line, chosen }, { services }) => {
  const choices = (chosen ?? []).map(({ words, id }) => ({ words, ...(typeof id === 'string' ? { id } : {}) }));
  return toProposal(orThrow(await services.proposeLine(line, choices)));
};

/** A proposal as the API gives it. */
export const toProposal = (proposed: Proposal) => ({
  ...proposed,
  names: proposed.names.map((name) => ({
    ...name,
    concept: enumByConcept[name.concept],
    matches: name.matches.map((match) => ({ ...match, concept: enumByConcept[match.concept] })),
  })),
});

/** Templates of common systems. */
export const systemTemplates: NonNullable<QueryResolvers['systemTemplates']> = async (
  _parent,
  _args,
  { services, reads },
) => {
  const { graph } = await reads.snapshot();
  return templatesOf(graph, services.catalogues, services.now().slice(0, 10));
};
