import { graphql } from '../gql/index.ts';

/** Every change of the inventory after a revision. */
export const ChangedDocument = graphql(`
  subscription Changed($after: Int) {
    changed(after: $after) {
      revision
      concept
    }
  }
`);

/** Who is in a room, and what is new there. */
export const RoomDocument = graphql(`
  subscription Room($room: ID!) {
    room(room: $room) {
      whole
      changed {
        client
        name
        address
        title
        selection
        editing {
          concept
          id
          since
        }
        presentingSince
        spotlight
        step
        following
        pointer {
          picture
          x
          y
        }
        since
      }
      moved {
        client
        pointer {
          picture
          x
          y
        }
      }
      left
    }
  }
`);

/** What this page tells. */
export const SignalDocument = graphql(`
  mutation Signal($room: ID!, $input: SignalInput!) {
    signal(room: $room, input: $input) {
      ok
      error {
        code
        message
      }
    }
  }
`);

/** The workshops that are going on, those written last first. */
export const OpenWorkshopsDocument = graphql(`
  query OpenWorkshops {
    workshops(filter: { state: OPEN }, sort: UPDATED, direction: DESC, first: 3) {
      nodes {
        id
        name
      }
    }
  }
`);
