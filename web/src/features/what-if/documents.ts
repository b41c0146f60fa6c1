import { graphql } from '../../gql/index.ts';

/** What would differ: the sentence, the counts, the first rows of the table, and the lists. */
export const WhatIfDocument = graphql(`
  query WhatIf($changes: [ChangeInput!], $outages: [ThingInput!], $asOf: Date) {
    whatIf(changes: $changes, outages: $outages, asOf: $asOf) {
      ok
      errors {
        ...ChangeSetTrouble
        current {
          id
          name
          revision
        }
      }
      asOf
      revision
      sentence
      notes
      counts {
        outcomes
        dataClasses
        more
        less
        stranded
        unstranded
        turns {
          turn
          count
        }
        audiences {
          audience {
            id
            name
          }
          nowhereAnyMore
          fewerChannels
          firstReleased
          moreChannels
          otherwise
        }
      }
      outcomes(first: 500) {
        ...WhatIfRows
      }
      stranded {
        dataClass {
          id
          name
        }
        sentence
      }
      unstranded {
        dataClass {
          id
          name
        }
        sentence
      }
      findingsOpened(first: 200) {
        ...TurnedFindings
      }
      findingsClosed(first: 200) {
        ...TurnedFindings
      }
      verdicts {
        restriction {
          id
          name
        }
        sentence
      }
    }
  }
`);

/** A page of the rows of what would differ. */
export const WhatIfRowsFragment = graphql(`
  fragment WhatIfRows on OutcomeTurnConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      dataClass {
        id
        name
      }
      channel {
        id
        name
      }
      audience {
        id
        name
      }
      before
      after
      turn
      direction
      partsGained
      partsLost
      sentence
    }
  }
`);

/** Findings that open or close, with what shows them. */
export const TurnedFindingsFragment = graphql(`
  fragment TurnedFindings on FindingConnection {
    totalCount
    nodes {
      id
      title
      level
      explanation
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
`);

/** Further rows of what would differ. */
export const WhatIfRowsDocument = graphql(`
  query WhatIfMoreRows($changes: [ChangeInput!], $outages: [ThingInput!], $asOf: Date, $after: String) {
    whatIf(changes: $changes, outages: $outages, asOf: $asOf) {
      revision
      outcomes(first: 500, after: $after) {
        ...WhatIfRows
      }
    }
  }
`);

/** A trace as the picture of the differences needs it. */
export const PicturedTraceFragment = graphql(`
  fragment PicturedTrace on Trace {
    asOf
    revision
    sentence
    dataClass {
      id
      name
    }
    audiences {
      id
      name
    }
    answers {
      id
      isRest
      parts {
        id
        name
      }
      channels {
        channel {
          id
        }
        reachable
        outcomes {
          audience
          outcome
        }
      }
    }
    answer(part: $part) {
      id
      sentence
      ...DrawnAnswer
      restrictions {
        restriction {
          id
          name
          effect
        }
        place
        audiences
        documentation
        verdict
      }
    }
  }
`);

/** The trace of a class as it is. */
export const TraceBeforeDocument = graphql(`
  query TraceBefore($dataClass: ID!, $part: ID, $audience: ID, $asOf: Date) {
    trace(dataClass: $dataClass, audience: $audience, asOf: $asOf) {
      ...PicturedTrace
    }
  }
`);

/** The trace of a class as it would be. */
export const TraceAfterDocument = graphql(`
  query TraceAfter(
    $dataClass: ID!
    $part: ID
    $audience: ID
    $asOf: Date
    $changes: [ChangeInput!]
    $outages: [ThingInput!]
  ) {
    whatIf(changes: $changes, outages: $outages, asOf: $asOf) {
      trace(dataClass: $dataClass, audience: $audience) {
        ...PicturedTrace
      }
    }
  }
`);

/** What a thing is called. */
export const ThingNameDocument = graphql(`
  query ThingName($concept: Concept!, $id: ID!) {
    node(concept: $concept, id: $id) {
      id
      name
    }
  }
`);
