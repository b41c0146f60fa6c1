import { graphql } from '../../gql/index.ts';

/** One page of the findings of a day, in an order, each with its witness. */
export const FindingsDocument = graphql(`
  query Findings($asOf: Date, $filter: FindingFilter, $sort: FindingSort!, $first: Int!, $after: String) {
    findings(asOf: $asOf, filter: $filter, sort: $sort, first: $first, after: $after) {
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
        dueOn
        overdue
        review {
          id
          revision
          rationale
        }
        witness {
          kind
          sentences
          dataClass
          audience
          path
          restriction
          thing {
            concept
            id
            name
          }
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** How many findings of a day there are, and how many of those that fit there are of each choice. */
export const FindingFacetsDocument = graphql(`
  query FindingFacets($asOf: Date, $filter: FindingFilter) {
    all: findingFacets(asOf: $asOf) {
      total
      levels {
        level
        count
      }
      states {
        state
        count
      }
    }
    fitting: findingFacets(asOf: $asOf, filter: $filter) {
      total
      rules {
        rule {
          id
          title
        }
        count
      }
      levels {
        level
        count
      }
      states {
        state
        count
      }
      owners {
        owner
        count
      }
      due {
        overdue
        week
        none
      }
      systems {
        thing {
          id
          name
        }
        count
      }
      channels {
        thing {
          id
          name
        }
        count
      }
    }
  }
`);

/** What is needed of findings to change the reviews of them all. */
export const FindingChoicesDocument = graphql(`
  query FindingChoices($asOf: Date, $filter: FindingFilter, $first: Int!, $after: String) {
    findings(asOf: $asOf, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        explanation
        state
        owner
        dueOn
        review {
          revision
          rationale
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** How the findings differ from those of an earlier day. */
export const FindingChangesDocument = graphql(`
  query FindingChanges($since: Date!, $asOf: Date, $first: Int!) {
    findingChanges(since: $since, asOf: $asOf) {
      sentence
      sinceRevision
      sinceRecordedAt
      revision
      appeared(first: $first) {
        totalCount
        nodes {
          id
          level
          title
          explanation
          state
          owner
          dueOn
        }
      }
      gone(first: $first) {
        totalCount
        nodes {
          id
          level
          title
          explanation
          state
          owner
          dueOn
        }
      }
      reviewed(first: $first) {
        totalCount
        nodes {
          finding
          explanation
          stateBefore
          ownerBefore
          dueOnBefore
          now {
            level
          }
          review {
            rule
            state
            owner
            dueOn
            rationale
            source
            updatedAt
          }
        }
      }
    }
  }
`);

/** Says who looks after findings and what became of them: of all of them, or of none and why not. */
export const ReviewFindingsDocument = graphql(`
  mutation ReviewFindings($inputs: [ReviewFindingInput!]!, $reason: String) {
    reviewFindings(inputs: $inputs, reason: $reason) {
      ok
      error {
        code
        message
      }
      errors {
        at
        finding
        error {
          code
          message
        }
        current {
          source
          updatedAt
        }
      }
      findingReviews {
        finding
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
