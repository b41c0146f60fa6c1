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
