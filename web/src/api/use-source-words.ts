import { graphql } from '../gql/index.ts';
import { sourceWords, workshopSourceOf } from './source-words.ts';
import { useQuery } from './use-query.ts';

const WorkshopNameDocument = graphql(`
  query WorkshopName($id: ID!) {
    workshop(id: $id) {
      id
      name
    }
  }
`);

/** A source as people read it; what was said in a workshop names it. Asks for its name only then, and reads by its id meanwhile. */
export const useSourceWords = (source: string): string => {
  const workshop = workshopSourceOf(source)?.workshop;
  const query = useQuery(WorkshopNameDocument, workshop === undefined ? undefined : { id: workshop }, { keep: true });
  return sourceWords(source, query.phase === 'ready' ? query.data.workshop?.name : undefined);
};
