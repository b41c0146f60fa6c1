import { graphql } from '../../gql/index.ts';

/** What is released and held back, as far as the examples are chosen by it. */
export const ExamplesDocument = graphql(`
  query WhatIfExamples {
    coverage {
      revision
      columns {
        channel {
          id
          name
        }
        audience {
          id
          name
        }
      }
      rows {
        dataClass {
          id
          name
          drsStatus
        }
        states
      }
      states {
        someReleased
        restrictions {
          id
          name
          documentation
        }
      }
    }
  }
`);

/** The best of the smallest sets of changes that would release a class to an audience. */
export const SmallestSetDocument = graphql(`
  query SmallestSet($dataClass: ID!, $audience: ID!) {
    smallestReleaseSets(dataClass: $dataClass, audience: $audience, first: 1) {
      exact
      sets {
        changes {
          words
        }
        changeInputs
        requiredByLaw
      }
    }
  }
`);
