import { graphql } from '../../gql/index.ts';

/** The rule packs with their conditions. */
export const RulePacksDocument = graphql(`
  query RulePacks {
    rulePacks {
      id
      title
      version
      status
      isStandard
      effectiveFrom
      overlays
      note
      exceptions {
        id
        cite
        legalReview
        leaves {
          condition
          question
          cite
          mark
          unverified
        }
      }
    }
  }
`);

/** Which restrictions two rule packs judge differently. */
export const VerdictDifferenceDocument = graphql(`
  query VerdictDifference($from: ID, $to: ID!, $asOf: Date) {
    verdictDifference(from: $from, to: $to, asOf: $asOf) {
      restriction {
        id
        name
      }
      sentence
      from {
        verdict
        documentation
        rulePack
      }
      to {
        verdict
        documentation
        rulePack
      }
    }
  }
`);
