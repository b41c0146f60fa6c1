import type { MapPictureQuery, WaysQuery } from '../../gql/graphql.ts';

/** The answer that the map shows. */
export type MapData = MapPictureQuery['map'];
/** One way from one thing to another. */
export type WayData = WaysQuery['ways']['nodes'][number];
