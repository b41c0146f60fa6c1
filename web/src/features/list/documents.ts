import { graphql } from '../../gql/index.ts';

/** Systems that are live on a day. */
export const SystemsDocument = graphql(`
  query ListSystems($liveOn: Date, $first: Int!, $after: String) {
    page: systems(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        kind
        vendor
        product
        custodian
        lifecycle
        grade
        updatedAt
      }
    }
  }
`);

/** Data classes, domains and elements that are live on a day. */
export const DataClassesDocument = graphql(`
  query ListDataClasses($liveOn: Date, $first: Int!, $after: String) {
    page: dataClasses(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        level
        drsStatus
        drsBranch
        uscdi
        grade
        updatedAt
        partOf {
          id
          name
        }
      }
    }
  }
`);

/** Flows that are live on a day. */
export const FlowsDocument = graphql(`
  query ListFlows($liveOn: Date, $first: Int!, $after: String) {
    page: flows(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        protocol
        engineRef
        grade
        updatedAt
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
    }
  }
`);

/** Access channels that are live on a day. */
export const ChannelsDocument = graphql(`
  query ListChannels($liveOn: Date, $first: Int!, $after: String) {
    page: accessChannels(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        kind
        standards
        grade
        updatedAt
        system {
          id
          name
        }
        audiences {
          id
          name
        }
      }
    }
  }
`);

/** Restrictions that are live on a day. */
export const RestrictionsDocument = graphql(`
  query ListRestrictions($liveOn: Date, $first: Int!, $after: String) {
    page: restrictions(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        practice
        effect
        basis
        automated
        startedOn
        grade
        updatedAt
      }
    }
  }
`);

/** Basis claims that are live on a day. */
export const ClaimsDocument = graphql(`
  query ListClaims($liveOn: Date, $first: Int!, $after: String) {
    page: basisClaims(filter: { liveOn: $liveOn }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        exception
        lawCitation
        status
        reviewBy
        updatedAt
        restriction {
          id
          name
        }
      }
    }
  }
`);

/** The classes that the catalogues put into the designated record set, and what the inventory has of them. */
export const RecordSetDocument = graphql(`
  query ListRecordSet($asOf: Date) {
    recordSet(asOf: $asOf) {
      revision
      groups {
        id
        name
      }
      lines {
        id
        name
        groups
        withOrigin
        released
        undecided
        unverified
        dataClasses {
          id
          name
        }
      }
    }
  }
`);
