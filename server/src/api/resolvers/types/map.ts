import type {
  MapEdgeResolvers,
  MapNodeResolvers,
  WayConnectionResolvers,
  WayStepResolvers,
} from '../../gen/resolver-types.ts';
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

/** A page of ways. */
export const WayConnection: WayConnectionResolvers = {
  edges: ({ ways }) => ways.map(({ cursor, way }) => ({ cursor, node: way })),
  nodes: ({ ways }) => ways.map(({ way }) => way),
  pageInfo: ({ hasMore, endCursor }) => ({ hasNextPage: hasMore, endCursor: endCursor ?? null }),
};

/** A thing on a way. */
export const WayStep: WayStepResolvers = {
  concept: ({ concept }) => enumByConcept[concept],
};
