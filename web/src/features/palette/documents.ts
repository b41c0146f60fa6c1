import { graphql } from '../../gql/index.ts';

/** The things of some concepts that fit the words typed. */
export const SearchDocument = graphql(`
  query Search($text: String!, $concepts: [Concept!]!) {
    search(text: $text, concepts: $concepts, first: 12) {
      concept
      id
      name
      matched
    }
  }
`);
