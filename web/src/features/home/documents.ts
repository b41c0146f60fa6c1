import { graphql } from '../../gql/index.ts';

/** What the inventory calls itself. */
export const InventoryNameDocument = graphql(`
  query InventoryName {
    inventory {
      name
    }
  }
`);

/** What the inventory holds, and the classes that can be traced. */
export const HomeDocument = graphql(`
  query Home($after: String) {
    inventory {
      name
      revision
      store
      counts {
        concept
        count
      }
    }
    dataClasses(filter: { level: CLASS }, first: 500, after: $after) {
      totalCount
      nodes {
        id
        name
        uscdi
        drsStatus
        partOf {
          id
          name
        }
      }
    }
  }
`);

/** How much of the designated record set is mapped. */
export const RecordSetBoardDocument = graphql(`
  query RecordSetBoard {
    recordSet {
      sentence
      total {
        named
        mapped
        missing
        withOrigin
        released
        undecided
      }
      groups {
        id
        name
        counts {
          named
          mapped
          missing
          withOrigin
          released
          undecided
        }
      }
    }
  }
`);

/** What is to be dealt with first, and how much there is of each kind. */
export const AttentionDocument = graphql(`
  query Attention {
    attention(first: 7) {
      reason
      finding {
        id
        rule
        explanation
        dueOn
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
    }
    proposed: scenarios(filter: { state: PROPOSED }, first: 1) {
      totalCount
      nodes {
        id
      }
    }
    open: findingFacets(filter: { state: OPEN }) {
      total
      due {
        overdue
        week
      }
    }
    high: findingFacets(filter: { level: HIGH, state: OPEN }) {
      total
      owners {
        owner
        count
      }
    }
  }
`);

/** The last entries of the log. */
export const RecentChangesDocument = graphql(`
  query RecentChanges($after: Int!) {
    changes(after: $after, first: 10) {
      revision
      at
      actor
      action
      concept
      entity
      after
      reason
    }
  }
`);
