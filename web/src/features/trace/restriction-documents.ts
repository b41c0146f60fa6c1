import { graphql } from '../../gql/index.ts';

/** All that is recorded of one restriction, with the catalogue's names of the codes in it. */
export const RestrictionStoryDocument = graphql(`
  query RestrictionStory($id: ID!, $asOf: Date, $rulePack: ID) {
    restriction(id: $id) {
      id
      name
      practice
      effect
      basis
      automated
      startedOn
      endedOn
      endReason
      purposes
      limits {
        id
        name
      }
      audiences {
        id
        name
      }
      verdict(asOf: $asOf, rulePack: $rulePack) {
        asOf
        rulePack
        rulePackVersion
        sentence
        parts {
          classes {
            id
            name
          }
          audiences {
            id
            name
          }
          sentence
          missing
        }
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
    }
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
  }
`);
