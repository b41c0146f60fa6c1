import { graphql } from '../../gql/index.ts';

/** Things of the inventory by words. */
export const SearchDocument = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 12, concepts: [DATA_CLASS, SYSTEM, FLOW, ACCESS_CHANNEL, RESTRICTION]) {
      concept
      id
      name
      matched
    }
  }
`);
