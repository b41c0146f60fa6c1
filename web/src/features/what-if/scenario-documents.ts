import { graphql } from '../../gql/index.ts';

/** A scenario as the pages of scenarios need it. */
export const ScenarioFactsFragment = graphql(`
  fragment ScenarioFacts on Scenario {
    id
    name
    description
    state
    revision
    updatedAt
    source
    baseRevision
    changes
    outages {
      concept
      id
      name
    }
    workshop {
      id
      name
    }
    cannotDecide
    proposedBy
    proposedAt
    decidedBy
    decidedAt
    decisionReason
    revisions
  }
`);

/** What came of a step of a scenario. */
export const ScenarioOutcomeFragment = graphql(`
  fragment ScenarioOutcome on ScenarioPayload {
    ok
    error {
      code
      field
      message
    }
    errors {
      ...ChangeSetTrouble
    }
    scenario {
      ...ScenarioFacts
      history(first: 1) {
        actor
        at
      }
    }
    changes {
      revision
      concept
      entity
      action
    }
    revision
  }
`);

/** One scenario by id. */
export const ScenarioDocument = graphql(`
  query ScenarioById($id: ID!) {
    scenario(id: $id) {
      ...ScenarioFacts
    }
  }
`);

/** The name of the workshop that a what-if is made in. */
export const WorkshopHereDocument = graphql(`
  query WorkshopHere($id: ID!) {
    workshop(id: $id) {
      id
      name
    }
  }
`);

/** Every scenario, by name. */
export const ScenariosDocument = graphql(`
  query Scenarios($after: String) {
    scenarios(first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ScenarioFacts
      }
    }
  }
`);

/** Saves a scenario. */
export const SaveScenarioDocument = graphql(`
  mutation SaveScenario($id: ID, $expectedRevision: Int, $input: ScenarioInput!) {
    saveScenario(id: $id, expectedRevision: $expectedRevision, input: $input) {
      ...ScenarioOutcome
    }
  }
`);

/** Hands a scenario in for a decision. */
export const ProposeScenarioDocument = graphql(`
  mutation ProposeScenario($id: ID!, $expectedRevision: Int!) {
    proposeScenario(id: $id, expectedRevision: $expectedRevision) {
      ...ScenarioOutcome
    }
  }
`);

/** Accepts or returns a scenario. */
export const DecideScenarioDocument = graphql(`
  mutation DecideScenario($id: ID!, $expectedRevision: Int!, $decision: ScenarioDecision!, $reason: String!) {
    decideScenario(id: $id, expectedRevision: $expectedRevision, decision: $decision, reason: $reason) {
      ...ScenarioOutcome
    }
  }
`);

/** Leaves a scenario aside. */
export const DiscardScenarioDocument = graphql(`
  mutation DiscardScenario($id: ID!, $expectedRevision: Int!) {
    discardScenario(id: $id, expectedRevision: $expectedRevision) {
      ...ScenarioOutcome
    }
  }
`);

/** Two scenarios side by side. */
export const CompareScenariosDocument = graphql(`
  query CompareScenarios($a: ID!, $b: ID!, $asOf: Date, $after: String, $otherwise: Boolean!) {
    compareScenarios(a: $a, b: $b, asOf: $asOf) {
      ok
      sentence
      a {
        ...ComparedSide
      }
      b {
        ...ComparedSide
      }
      counts {
        share
        count
      }
      notReleasedOtherwise
      outcomes(first: 500, after: $after, notReleasedOtherwise: $otherwise) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          dataClass {
            id
            name
          }
          channel {
            id
            name
          }
          audience {
            id
            name
          }
          share
          a {
            turn
            direction
          }
          b {
            turn
            direction
          }
        }
      }
    }
  }
`);

/** One of two scenarios by itself. */
export const ComparedSideFragment = graphql(`
  fragment ComparedSide on WhatIf {
    ok
    asOf
    revision
    sentence
    errors {
      error {
        message
      }
    }
    counts {
      outcomes
      more
      less
      stranded
      unstranded
    }
    findingsOpened(first: 1) {
      totalCount
    }
    findingsClosed(first: 1) {
      totalCount
    }
  }
`);
