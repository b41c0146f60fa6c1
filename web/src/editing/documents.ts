import { graphql } from '../gql/index.ts';

/** Writes several changes at once, or none. */
export const ApplyChangesDocument = graphql(`
  mutation ApplyChanges($changes: [ChangeInput!]!, $reason: String) {
    applyChanges(changes: $changes, reason: $reason) {
      ...ChangeSetOutcome
    }
  }
`);

/** Takes back what some revisions did. */
export const TakeBackDocument = graphql(`
  mutation TakeBack($revisions: [Int!]!, $reason: String) {
    takeBack(revisions: $revisions, reason: $reason) {
      ...ChangeSetOutcome
    }
  }
`);

/** What came of a set of changes. */
export const ChangeSetOutcomeFragment = graphql(`
  fragment ChangeSetOutcome on ChangeSetPayload {
    ok
    errors {
      ...ChangeSetTrouble
    }
    changes {
      revision
      concept
      entity
      action
    }
  }
`);

/** Why a change was not written, with what somebody else wrote meanwhile. */
export const ChangeSetTroubleFragment = graphql(`
  fragment ChangeSetTrouble on ChangeSetError {
    at
    error {
      code
      field
      message
    }
    lastChange {
      revision
      at
      actor
      action
    }
  }
`);

/** Everything of a thing that can be edited, and what must be kept of it when a list is written anew. */
export const EditedThingDocument = graphql(`
  query EditedThing($concept: Concept!, $id: ID!) {
    node(concept: $concept, id: $id) {
      __typename
      id
      name
      description
      startedOn
      endedOn
      grade
      revision
      history(first: 1) {
        revision
        at
        actor
        action
      }
      ... on System {
        kind
        vendor
        product
        version
        zone
        custodian
        certified
        lifecycle
        organization {
          id
          name
        }
        holds {
          role
          format
          retention
          startedOn
          endedOn
          endReason
          dataClass {
            id
            name
          }
        }
      }
      ... on Flow {
        from {
          id
          name
        }
        to {
          id
          name
        }
        protocol
        trigger
        schedule
        engineRef
        carries {
          transform
          startedOn
          endedOn
          endReason
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
        system {
          id
          name
        }
        audiences {
          id
          name
        }
        releases {
          startedOn
          endedOn
          endReason
          dataClass {
            id
            name
          }
        }
      }
      ... on DataClass {
        level
        partOf {
          id
          name
        }
        drsBranch
        drsStatus
        rationale
        exclusion
        uscdi
      }
      ... on Restriction {
        practice
        effect
        basis
        automated
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
        limits {
          id
          name
        }
        audiences {
          id
          name
        }
        purposes
      }
    }
  }
`);

/** One thing, as far as ending it needs: of a system also what hangs on it. */
export const ThingHeadDocument = graphql(`
  query ThingHead($concept: Concept!, $id: ID!) {
    node(concept: $concept, id: $id) {
      __typename
      id
      name
      revision
      endedOn
      ... on System {
        flowsIn(first: 500) {
          totalCount
          nodes {
            id
            name
            revision
            endedOn
          }
        }
        flowsOut(first: 500) {
          totalCount
          nodes {
            id
            name
            revision
            endedOn
          }
        }
        channels(first: 500) {
          totalCount
          nodes {
            id
            name
            revision
            endedOn
          }
        }
      }
    }
  }
`);

/** The flows that run from one system to another on a day. */
export const FlowsBetweenDocument = graphql(`
  query FlowsBetween($from: ID!, $to: ID!, $liveOn: Date!) {
    flows(filter: { from: $from, to: $to, liveOn: $liveOn }, first: 10) {
      totalCount
      nodes {
        id
        name
        protocol
      }
    }
  }
`);

/** What the fields of the forms offer to choose from. */
export const FormChoicesDocument = graphql(`
  query FormChoices {
    catalogue {
      systemKinds {
        id
        name
      }
      channels {
        id
        name
      }
      practices {
        id
        name
      }
      exceptions {
        id
        name
      }
      drsBranches {
        id
        name
      }
      purposes {
        id
        name
      }
    }
    audiences(first: 500) {
      nodes {
        id
        name
      }
    }
    organizations(first: 500) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Things of some concepts by words. */
export const FindThingsDocument = graphql(`
  query FindThings($text: String!, $concepts: [Concept!]!) {
    search(text: $text, concepts: $concepts, first: 8) {
      concept
      id
      name
      matched
    }
  }
`);

/** What a typed line proposes. */
export const ProposalDocument = graphql(`
  query Proposal($line: String!, $chosen: [ChosenNameInput!]!) {
    proposal(line: $line, chosen: $chosen) {
      line
      understood
      certain
      already
      sentence
      rest
      changes
      names {
        words
        role
        concept
        isCertain
        newKind
        isKindGuessed
        matches {
          id
          name
          matched
        }
      }
    }
  }
`);

/** Templates of common systems. */
export const SystemTemplatesDocument = graphql(`
  query SystemTemplates {
    systemTemplates {
      kind
      name
      holds {
        id
        name
      }
      missing
      interfaces
      custodian
      unverified
    }
  }
`);
