import { graphql } from '../../gql/index.ts';

/** One page of the findings of a day, and how many there are of each level. */
export const FindingsDocument = graphql(`
  query Findings($asOf: Date, $filter: FindingFilter, $first: Int!, $after: String) {
    findings(asOf: $asOf, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        rule
        title
        ruleVersion
        level
        explanation
        entities {
          concept
          id
          name
        }
        state
        owner
        review {
          id
          revision
          rationale
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    high: findings(asOf: $asOf, filter: { level: HIGH }, first: 1) {
      totalCount
    }
    medium: findings(asOf: $asOf, filter: { level: MEDIUM }, first: 1) {
      totalCount
    }
    low: findings(asOf: $asOf, filter: { level: LOW }, first: 1) {
      totalCount
    }
    open: findings(asOf: $asOf, filter: { state: OPEN }, first: 1) {
      totalCount
    }
    findingRules {
      id
      title
      level
      version
    }
  }
`);

/** Says who looks after a finding and what became of it. */
export const ReviewFindingDocument = graphql(`
  mutation ReviewFinding($input: ReviewFindingInput!) {
    reviewFinding(input: $input) {
      ok
      error {
        code
        field
        message
      }
      findingReview {
        id
        revision
      }
    }
  }
`);

/** What people decided about a finding, step by step. */
export const ReviewHistoryDocument = graphql(`
  query ReviewHistory($id: ID!) {
    findingReview(id: $id) {
      id
      history(first: 50) {
        revision
        at
        actor
        reason
        after
      }
    }
  }
`);
