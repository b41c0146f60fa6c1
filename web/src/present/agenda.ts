import { graphql } from '../gql/index.ts';
import type { AgendaQuery } from '../gql/graphql.ts';
import { useWorkshopId } from '../live/room-name.ts';
import { useNow } from './use-now.ts';

const AgendaDocument = graphql(`
  query Agenda($id: ID!) {
    workshop(id: $id) {
      id
      name
      topics {
        id
        title
        minutes
        notes
        link
      }
    }
  }
`);

/** A workshop and the topics of its agenda, in their order. */
export type AgendaData = NonNullable<AgendaQuery['workshop']>;
/** One of the topics. */
export type AgendaTopic = AgendaData['topics'][number];

/** The agenda of the workshop this page is in, as it is now; undefined in none, and before it arrived. */
export const useAgenda = (): AgendaData | undefined => {
  const id = useWorkshopId();
  return useNow(AgendaDocument, id).data?.workshop ?? undefined;
};
