import type { ConceptName } from '../../../domain/model/concepts.ts';
import type { Id } from '../../../domain/model/entity.ts';
import type { Candidate, ReconciledItem as Item } from '../../../domain/reconcile/index.ts';
import type { Concept, ReconciledItemResolvers } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';

/** A thing of the inventory as the API names it. */
export const asCreated = ({
  concept,
  id,
  name,
}: {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
}): { readonly concept: Concept; readonly id: Id; readonly name: string } => ({
  concept: enumByConcept[concept],
  id,
  name,
});

/** A candidate as the API names it. */
export const toCandidate = (candidate: Candidate): Omit<Candidate, 'concept'> & { readonly concept: Concept } => ({
  ...candidate,
  concept: enumByConcept[candidate.concept],
});

/** What imports saw, side by side with the inventory. */
export const ReconciledItem: ReconciledItemResolvers = {
  fact: ({ statement }) => statement.kind,
  match: ({ match }) => (match === undefined ? null : toCandidate(match)),
  candidates: ({ candidates }) => candidates.map(toCandidate),
  classes: ({ classes }) =>
    classes.flatMap(({ sign, meant }) =>
      (meant.length > 0 ? meant : [{ id: sign.name ?? '', name: sign.name ?? '', inInventory: false }]).map(
        ({ id, name, inInventory }) => ({
          id,
          name,
          inInventory,
          certainty: sign.certainty,
          reason: sign.reason,
          pointer: sign.pointer,
        }),
      ),
    ),
  about: async (item, _args, { reads }) => {
    const { graph } = await reads.snapshot();
    const nameOf = (id: Id): string => graph.Observation.get(id)?.name ?? id;
    return aboutOf(item, nameOf);
  },
  certainty: ({ statement }) => ('certainty' in statement ? statement.certainty : null),
  place: ({ place }) => place?.id ?? null,
};

/** Returns what an item is about, in words: the ends of a flow, the system of a table, the place of a filter. */
export const aboutOf = ({ statement }: Item, nameOf: (observation: Id) => string): string => {
  switch (statement.kind) {
    case 'FLOW':
      return `${nameOf(statement.from)} → ${nameOf(statement.to)}`;
    case 'CHANNEL':
    case 'HOLDING':
      return nameOf(statement.system);
    case 'FILTER':
      return nameOf(statement.at.observation);
    case 'NOTE':
      return statement.about === undefined ? '' : nameOf(statement.about.observation);
    case 'SYSTEM':
      return statement.identifiers.slice(0, 3).join(', ');
  }
};
