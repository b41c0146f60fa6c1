import { graphql } from '../../gql/index.ts';

/** The picture of the inventory that the map shows. */
export const MapDocument = graphql(`
  query MapPicture($input: MapInput!) {
    map(input: $input) {
      asOf
      revision
      completeness {
        whole
        shown
        asked
        live
        sentence
      }
      nodes {
        concept
        id
        name
        kind
        lane
        organization {
          id
          name
        }
        vendor
        zone
        custodian
        grade
        updatedAt
        revision
        live
        status
        verdict
        restrictions
        marked
        classes
        ofClass
        ofPart
        hiddenIn
        hiddenOut
        hiddenMarked
      }
      edges {
        id
        kind
        from {
          concept
          id
        }
        to {
          concept
          id
        }
        flows {
          id
          name
          protocol
          classes
          grade
          updatedAt
          revision
          status
        }
        status
        verdict
        restrictions
        marked
        ofClass
        ofPart
      }
    }
  }
`);

/** A page of the ways from one thing to another. */
export const WaysDocument = graphql(`
  query Ways($from: ID!, $to: MapThingInput!, $via: [ID!], $dataClass: ID, $asOf: Date, $first: Int, $after: String) {
    ways(from: $from, to: $to, via: $via, dataClass: $dataClass, asOf: $asOf, first: $first, after: $after) {
      count {
        value
        exact
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        sentence
        status
        restrictions
        steps {
          concept
          id
          name
          flow {
            id
          }
        }
      }
    }
  }
`);

/** The restrictions on a thing of the map, and its own words. */
export const MapRestrictionsDocument = graphql(`
  query MapRestrictions($concept: Concept!, $id: ID!, $day: Date) {
    node(concept: $concept, id: $id) {
      __typename
      id
      description
      ... on System {
        holds {
          dataClass {
            id
            name
          }
        }
        restrictions(liveOn: $day, first: 50) {
          totalCount
          nodes {
            id
            name
            documentation(asOf: $day)
          }
        }
      }
      ... on AccessChannel {
        releases {
          dataClass {
            id
            name
          }
        }
        restrictions(liveOn: $day, first: 50) {
          totalCount
          nodes {
            id
            name
            documentation(asOf: $day)
          }
        }
      }
      ... on Flow {
        carries {
          dataClass {
            id
            name
          }
        }
        restrictions(liveOn: $day, first: 50) {
          totalCount
          nodes {
            id
            name
            documentation(asOf: $day)
          }
        }
      }
    }
  }
`);

/** The classes that a system holds: what ways from it can be asked for. */
export const HeldClassesDocument = graphql(`
  query HeldClasses($system: ID!) {
    node(concept: SYSTEM, id: $system) {
      __typename
      ... on System {
        holds {
          dataClass {
            id
            name
          }
        }
      }
    }
  }
`);

/** The classes that can be laid over the map. */
export const MapClassesDocument = graphql(`
  query MapClasses {
    inventory {
      name
    }
    dataClasses(filter: { level: CLASS }, first: 500) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`);
