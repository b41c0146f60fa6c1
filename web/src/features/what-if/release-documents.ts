import { graphql } from '../../gql/index.ts';

/** The smallest sets of changes that would release a class to an audience, each with the path that shows it. */
export const ReleaseSetsDocument = graphql(`
  query ReleaseSets($dataClass: ID!, $audience: ID!, $asOf: Date, $allowLimited: Boolean!) {
    smallestReleaseSets(dataClass: $dataClass, audience: $audience, asOf: $asOf, allowLimited: $allowLimited, first: 20) {
      dataClass {
        id
        name
      }
      audience {
        id
        name
      }
      asOf
      revision
      sentence
      isReleased
      exact
      notes
      sets {
        changes {
          kind
          words
          requiredByLaw
          verdict
          documentation
          restriction {
            id
            name
          }
        }
        changeInputs
        requiredByLaw
        channel {
          id
          name
        }
        outcome
        path {
          id
          sentence
          steps {
            kind
            id
            name
          }
        }
      }
    }
  }
`);
