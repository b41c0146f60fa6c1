import { graphql } from '../../gql/index.ts';

/** The answer for one part of a data class in full, and of the other parts what is needed to choose among them. */
export const TraceDocument = graphql(`
  query Trace($dataClass: ID!, $part: ID, $audience: ID, $channel: ID, $asOf: Date, $rulePack: ID) {
    trace(dataClass: $dataClass, audience: $audience, channel: $channel, asOf: $asOf, rulePack: $rulePack) {
      asOf
      revision
      sentence
      dataClass {
        id
        name
        level
        uscdi
        drsStatus
        drsBranch
        partOf {
          id
          name
        }
      }
      audiences {
        id
        name
      }
      completeness {
        sets
        pathCounts
        notes
      }
      outcomes {
        channel {
          id
          name
        }
        audience {
          id
        }
        outcome
      }
      answers {
        id
        isRest
        sentence
        parts {
          id
          name
        }
      }
      answer(part: $part) {
        id
        isRest
        sentence
        originUnknown
        parts {
          id
          name
        }
        ...DrawnAnswer
        restrictions {
          restriction {
            id
            name
            effect
          }
          place
          audiences
          documentation
          verdict
          reason
          cite
          witness {
            sentence
          }
        }
        pathCounts {
          audience
          release {
            value
            exact
          }
          limited {
            value
            exact
          }
          restricted {
            value
            exact
          }
          undocumented {
            value
            exact
          }
        }
      }
    }
  }
`);

/** What of an answer is drawn, restrictions apart: of a trace, and of what a what-if would make of it. */
export const drawnAnswer = graphql(`
  fragment DrawnAnswer on TraceAnswer {
    systems {
      system {
        id
        name
        kind
        vendor
        product
      }
      lane
      role
      undeclared
      start
      stranded
      reach {
        audience
        state
      }
      restrictions
    }
    flows {
      flow {
        id
        name
        protocol
        from {
          id
        }
        to {
          id
        }
      }
      reach {
        audience
        state
      }
      restrictions
    }
    channels {
      channel {
        id
        name
        kind
        standards
        system {
          id
        }
      }
      offer
      reachable
      outcomes {
        audience
        outcome
      }
      restrictions
    }
  }
`);

/** One page of the paths of one answer. */
export const PathsDocument = graphql(`
  query TracePaths(
    $dataClass: ID!
    $part: ID!
    $audience: ID
    $channel: ID
    $asOf: Date
    $status: PathStatus
    $undocumented: Boolean
    $incomplete: Boolean
    $rulePack: ID
    $first: Int!
    $after: String
  ) {
    tracePaths(
      dataClass: $dataClass
      part: $part
      audience: $audience
      channel: $channel
      asOf: $asOf
      status: $status
      undocumented: $undocumented
      incomplete: $incomplete
      rulePack: $rulePack
      first: $first
      after: $after
    ) {
      revision
      nodes {
        id
        audience
        status
        sentence
        restrictions
        steps {
          kind
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the filters offer. */
export const FilterChoicesDocument = graphql(`
  query FilterChoices {
    audiences(first: 200) {
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
    accessChannels(first: 500) {
      nodes {
        id
        name
      }
    }
  }
`);

/** The facts of one thing: where they come from and what happened to it. */
export const InspectDocument = graphql(`
  query Inspect($concept: Concept!, $id: ID!) {
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
      updatedAt
      revision
      history(first: 8) {
        revision
        at
        actor
        action
        reason
        changedFields
      }
      ... on System {
        kind
        vendor
        product
        version
        custodian
        lifecycle
        organization {
          id
          name
        }
      }
      ... on Flow {
        protocol
        trigger
        schedule
        engineRef
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
      ... on AccessChannel {
        kind
        standards
        floor
        system {
          id
          name
          custodian
        }
      }
    }
  }
`);

/** What is recorded of one restriction and of the basis claimed for it. */
export const RestrictionDocument = graphql(`
  query InspectRestriction($id: ID!, $asOf: Date) {
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
      documentation(asOf: $asOf)
      purposes
      limits {
        id
        name
      }
      audiences {
        id
        name
      }
      claims(first: 10) {
        nodes {
          id
          name
          exception
          lawCitation
          status
          claimedAt
          reviewBy
          decidedBy
          answers {
            condition
            answer
            evidence {
              id
            }
          }
        }
      }
    }
  }
`);
