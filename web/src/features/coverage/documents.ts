import { graphql } from '../../gql/index.ts';

/** What is released, limited and held back, in short: the numbers of a row are places in `states`. */
export const CoverageDocument = graphql(`
  query Coverage($filter: CoverageFilter, $asOf: Date, $rulePack: ID) {
    coverage(filter: $filter, asOf: $asOf, rulePack: $rulePack) {
      asOf
      revision
      sentence
      columns {
        channel {
          id
          name
        }
        audience {
          id
          name
        }
        family
      }
      rows {
        dataClass {
          id
          name
          drsBranch
          drsStatus
          uscdi
          partOf {
            id
            name
          }
        }
        states
      }
      states {
        outcome
        someReleased
        basis
        restrictions {
          id
          name
        }
      }
      counts {
        outcome
        basis
        count
      }
      channelsForNobody {
        id
        name
      }
    }
  }
`);

/** What the matrix can be narrowed to and grouped by. */
export const CoverageChoicesDocument = graphql(`
  query CoverageChoices {
    audiences(first: 500) {
      nodes {
        id
        name
      }
    }
    rulePacks {
      id
      title
      status
      isStandard
    }
    catalogue {
      drsBranches {
        id
        name
      }
    }
  }
`);
