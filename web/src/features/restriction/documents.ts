import { graphql } from '../../gql/index.ts';

/** One restriction and what it comes to, as of a day under a rule pack. */
export const RestrictionPageDocument = graphql(`
  query RestrictionPage($id: ID!, $asOf: Date, $rulePack: ID) {
    restriction(id: $id) {
      id
      name
      description
      practice
      effect
      basis
      automated
      startedOn
      endedOn
      endReason
      purposes
      source
      grade
      recordedAt
      limits {
        id
        name
      }
      audiences {
        id
        name
      }
      appliesTo {
        __typename
        ... on Node {
          id
          name
        }
      }
      verdict(asOf: $asOf, rulePack: $rulePack) {
        asOf
        rulePack
        rulePackVersion
        verdict
        documentation
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
          verdict
          documentation
          sentence
          missing
          grounds {
            claim {
              id
            }
            ground
            verdict
            documentation
            reason
            cite
            unverified
            conditions {
              condition
              cite
              question
              answer
              evidenced
              by
              late
              deadline
              missing
              unverified
              evidence {
                late
                dated
                recordedAt
                evidence {
                  id
                }
              }
            }
            toReach {
              verdict
              isPossible
              against
              steps {
                kind
                condition
                wanted
                words
              }
            }
          }
        }
      }
      history(first: 50) {
        revision
        at
        actor
        action
        reason
        changedFields
      }
    }
  }
`);

/** Every claim for a restriction with its answers. */
export const RestrictionClaimsDocument = graphql(`
  query RestrictionClaims($id: ID!) {
    restriction(id: $id) {
      id
      claims(first: 100) {
        nodes {
          id
          name
          exception
          lawCitation
          rulePack
          status
          source
          claimedAt
          submittedBy
          submittedAt
          decidedBy
          decidedAt
          decisionReason
          reviewBy
          endedOn
          endReason
          revision
          supersedes {
            id
            name
          }
          answers {
            condition
          }
          answerVersions {
            condition
            version
            answer
            rationale
            answeredBy
            answeredAt
            evidence {
              id
              name
              uri
              dated
              recordedAt
              sha256
              fileName
              bytes
              download
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** The rule packs and the names of codes: what does not change while a claim is answered. */
export const RuleBookDocument = graphql(`
  query RuleBook {
    rulePacks {
      id
      title
      version
      status
      isStandard
      overlays
      thresholds {
        condition
        question
        cite
        document
        clock
        evidence
        unverified
        note
      }
      exceptions {
        id
        cite
        whoMayRely
        legalReview
        conditions
        leaves {
          condition
          question
          cite
          document
          clock
          evidence
          unverified
          note
        }
      }
    }
    catalogue {
      practices {
        id
        name
        exceptions
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

/** Pieces of evidence that are on record, found by their words. */
export const EvidenceSearchDocument = graphql(`
  query EvidenceSearch($text: String) {
    evidences(first: 20, filter: { text: $text }, sort: UPDATED, direction: DESC) {
      nodes {
        id
        name
        dated
        recordedAt
        fileName
        uri
      }
      totalCount
    }
  }
`);

/** Claims a basis. */
export const ClaimBasisDocument = graphql(`
  mutation ClaimBasis($input: ClaimBasisInput!) {
    claimBasis(input: $input) {
      ok
      error {
        code
        field
        message
      }
      basisClaim {
        id
      }
    }
  }
`);

/** Answers one condition. */
export const AnswerConditionDocument = graphql(`
  mutation AnswerCondition($input: AnswerConditionInput!) {
    answerCondition(input: $input) {
      ok
      error {
        code
        field
        message
      }
      revision
    }
  }
`);

/** Hands a claim in. */
export const SubmitClaimDocument = graphql(`
  mutation SubmitClaim($id: ID!, $expectedRevision: Int!) {
    submitClaim(id: $id, expectedRevision: $expectedRevision) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Decides a claim. */
export const DecideClaimDocument = graphql(`
  mutation DecideClaim($input: DecideClaimInput!) {
    decideClaim(input: $input) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Takes a claim back. */
export const WithdrawClaimDocument = graphql(`
  mutation WithdrawClaim($id: ID!, $expectedRevision: Int!, $reason: String!) {
    withdrawClaim(id: $id, expectedRevision: $expectedRevision, reason: $reason) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Puts a document on record. */
export const AttachEvidenceDocument = graphql(`
  mutation AttachEvidence($input: AttachEvidenceInput!) {
    attachEvidence(input: $input) {
      ok
      error {
        code
        field
        message
      }
      evidence {
        id
        name
      }
    }
  }
`);
