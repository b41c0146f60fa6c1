import { graphql } from '../gql/index.ts';

export const WalkthroughsDocument = graphql(`
  query Walkthroughs($after: String, $liveOn: Date, $workshop: ID) {
    walkthroughs(filter: { liveOn: $liveOn, workshop: $workshop }, first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        description
        source
        updatedAt
        atRevision
        workshop {
          id
          name
        }
        stops {
          id
          title
        }
      }
    }
  }
`);

export const WalkthroughDocument = graphql(`
  query Walkthrough($id: ID!) {
    walkthrough(id: $id) {
      id
      name
      description
      endedOn
      revision
      atRevision
      workshop {
        id
        name
      }
      stops {
        id
        title
        notes
        link
        seconds
      }
    }
  }
`);

export const SaveWalkthroughDocument = graphql(`
  mutation SaveWalkthrough($id: ID, $expectedRevision: Int, $input: WalkthroughInput!) {
    saveWalkthrough(id: $id, expectedRevision: $expectedRevision, input: $input) {
      ok
      error {
        code
        message
      }
      walkthrough {
        id
        revision
      }
    }
  }
`);

export const EndWalkthroughDocument = graphql(`
  mutation EndWalkthrough($end: EndChange!) {
    applyChanges(changes: [{ end: $end }]) {
      ok
      error {
        code
        message
      }
    }
  }
`);
