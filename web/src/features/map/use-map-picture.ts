import { useMemo } from 'react';
import { useQuery, type Query } from '../../api/use-query.ts';
import type { MapPictureQuery, MapPictureQueryVariables, MapThingInput } from '../../gql/graphql.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import { MapDocument } from './documents.ts';
import type { MapParams } from './use-map-params.ts';

const things = (ids: readonly string[]): MapThingInput[] => ids.flatMap((id) => thingOf(id) ?? []);

/** The question that an address asks of the server. What is shown beside the rest for the sake of a chosen way is part of it. */
export const questionOf = (params: MapParams): MapPictureQueryVariables => ({
  input: {
    around: things(params.around),
    hops: params.hops,
    expand: params.expand.flatMap(({ of, direction }) => {
      const thing = thingOf(of);
      return thing === undefined ? [] : [{ thing, direction }];
    }),
    show: things([...new Set([...params.show, ...params.way])]),
    hide: things(params.hide),
    dataClass: params.dataClass ?? null,
    asOf: params.asOf ?? null,
    ...(params.most === undefined ? {} : { most: params.most }),
  },
});

/** The picture of the address. The one before stays while another is fetched. */
export const useMapPicture = (params: MapParams): Query<MapPictureQuery, MapPictureQueryVariables> => {
  const { around, hops, expand, show, way, hide, dataClass, asOf, most } = params;
  const question = useMemo(
    () => questionOf(params),
    // Only what the server is asked; the rest of the address is about how it is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [JSON.stringify([around, hops, expand, show, way, hide, dataClass, asOf, most])],
  );
  return useQuery(MapDocument, question, { keep: true });
};
