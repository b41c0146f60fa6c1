import { graphql } from '../gql/index.ts';

/** The newest revision of what is looked at. */
export const RevisionDocument = graphql(`
  query RevisionToFreeze {
    inventory {
      revision
    }
  }
`);

/** When a revision was recorded. */
export const RecordedAtDocument = graphql(`
  query RecordedAt($after: Int!) {
    changes(after: $after, first: 1) {
      revision
      at
    }
  }
`);

/** What a scenario is called. */
export const ScenarioNameDocument = graphql(`
  query ScenarioName($id: ID!) {
    scenario(id: $id) {
      name
    }
  }
`);
