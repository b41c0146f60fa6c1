import { graphql } from '../../gql/index.ts';

/** One thing of the inventory, and the data classes it has to do with. */
export const RecordDocument = graphql(`
  query Record($concept: Concept!, $id: ID!) {
    node(concept: $concept, id: $id) {
      __typename
      id
      name
      description
      source
      grade
      recordedAt
      startedOn
      endedOn
      endReason
      revision
      ... on System {
        kind
        vendor
        product
        custodian
        holds {
          role
          dataClass {
            id
            name
          }
        }
      }
      ... on Flow {
        protocol
        from {
          id
          name
        }
        to {
          id
          name
        }
        carries {
          dataClass {
            id
            name
          }
        }
      }
      ... on AccessChannel {
        kind
        standards
        system {
          id
          name
        }
        releases {
          dataClass {
            id
            name
          }
        }
      }
      ... on Restriction {
        effect
        basis
        documentation
        limits {
          id
          name
        }
        appliesTo {
          __typename
          ... on System {
            id
            name
          }
          ... on Flow {
            id
            name
          }
          ... on AccessChannel {
            id
            name
          }
        }
      }
    }
  }
`);
