import { graphql } from '../../gql/index.ts';

/** One thing that an import saw, as its row shows it. What it is as data is long, and comes with its details. */
export const ReconciledRowFragment = graphql(`
  fragment ReconciledRow on ReconciledItem {
    fact
    status
    about
    certainty
    match {
      concept
      id
      name
      reasons
    }
    candidates {
      concept
      id
      name
      reasons
    }
    differences {
      field
      declared
      observed
    }
    classes {
      id
      name
      inInventory
      certainty
      reason
      pointer
    }
    observation {
      id
      name
      revision
      pointer
      detail
      decision
      decidedBy
      decidedAt
      decisionReason
      run {
        id
        file
      }
    }
  }
`);

/** A page of what imports saw, with the counts of all of it and what was looked for in vain. */
export const ReconciliationDocument = graphql(`
  query Reconciliation($filter: ReconciliationFilter, $first: Int!) {
    reconciliation(filter: $filter, first: $first) {
      nodes {
        ...ReconciledRow
      }
      totalCount
      counts {
        fact
        status
        count
        undecided
      }
      declaredOnly {
        concept
        id
        name
        why
        run
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** A page of rows for a file. */
export const ReconciledRowsDocument = graphql(`
  query ReconciledRows($filter: ReconciliationFilter, $first: Int!, $after: String) {
    reconciliation(filter: $filter, first: $first, after: $after) {
      nodes {
        ...ReconciledRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A page of what it takes to count and to decide, without what it takes to show. */
export const ReconciledKeysDocument = graphql(`
  query ReconciledKeys($filter: ReconciliationFilter, $first: Int!, $after: String) {
    reconciliation(filter: $filter, first: $first, after: $after) {
      nodes {
        fact
        status
        observation {
          id
          name
          revision
          decision
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What one observation says as data, and what was decided about it over time. */
export const ObservationDetailDocument = graphql(`
  query ObservationDetail($id: ID!) {
    observation(id: $id) {
      id
      statement
      history(first: 50) {
        revision
        at
        actor
        reason
        changedFields
        after
      }
    }
  }
`);

/** The imports there were, for narrowing to what one file and its later versions saw. */
export const ReconcileRunsDocument = graphql(`
  query ReconcileRuns {
    importRuns(first: 300, sort: UPDATED, direction: DESC) {
      nodes {
        id
        file
        origin
        startedAt
      }
    }
  }
`);

/** Decides about what imports saw. */
export const DecideObservationsDocument = graphql(`
  mutation DecideObservations($input: DecideObservationsInput!) {
    decideObservations(input: $input) {
      ok
      error {
        code
        message
      }
      decided
      notDecided {
        id
        name
        message
      }
      created {
        concept
        id
        name
      }
    }
  }
`);

/** Things of the inventory that something seen could be the same as. */
export const SameAsSearchDocument = graphql(`
  query SameAsSearch($text: String!, $concepts: [Concept!]!) {
    search(text: $text, first: 12, concepts: $concepts) {
      concept
      id
      name
      matched
    }
  }
`);

/** The data classes of the reference data, for what no class of the inventory stands for yet. */
export const ReferenceClassesDocument = graphql(`
  query ReferenceClasses {
    catalogue {
      uscdiClasses {
        id
        slug
        name
      }
      drsClasses {
        id
        slug
        name
      }
    }
  }
`);
