import type { MapEdgeResolvers, MapNodeResolvers } from '../../gen/resolver-types.ts';
import type { ThingRef } from '../../../domain/map/index.ts';
import { enumByConcept } from '../concept-fields.ts';

const toEnd = ({ concept, id }: ThingRef) => ({ concept: enumByConcept[concept], id });

/** A system or a channel of a picture. */
export const MapNode: MapNodeResolvers = {
  concept: ({ concept }) => enumByConcept[concept],
  organization: ({ organization }, _args, { reads }) =>
    organization === undefined ? null : reads.refer('Organization', organization),
};

/** What runs from one thing to another. */
export const MapEdge: MapEdgeResolvers = {
  from: ({ from }) => toEnd(from),
  to: ({ to }) => toEnd(to),
};
