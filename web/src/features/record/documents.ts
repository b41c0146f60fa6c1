import { graphql } from '../../gql/index.ts';

/** One thing of the inventory, and the data classes it has to do with. */
export const RecordDocument = graphql(`
  query Record($concept: Concept!, $id: ID!) {
    catalogue {
      practices {
        id
        name
      }
      purposes {
        id
        name
      }
      exceptions {
        id
        name
      }
    }
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
        version
        custodian
        zone
        lifecycle
        certified
        organization {
          name
        }
        flowsIn(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
        flowsOut(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
        channels(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
        restrictions(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
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
        trigger
        schedule
        engineRef
        restrictions(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
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
        floor
        audiences {
          id
          name
        }
        restrictions(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
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
        practice
        automated
        purposes
        documentation
        audiences {
          id
          name
        }
        claims(first: 50) {
          nodes {
            id
            name
            exception
            lawCitation
            rulePack
            status
            claimedAt
            decidedBy
            decidedAt
            reviewBy
            endedOn
            answers {
              condition
              answer
              rationale
              answeredBy
              answeredAt
              evidence {
                id
                name
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
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
