import { graphql } from '../../gql/index.ts';

/** Begins to import an uploaded file, or to try it. */
export const StartImportDocument = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      ok
      error {
        code
        field
        message
      }
      job {
        id
      }
    }
  }
`);

/** How far an import is. */
export const ImportProgressDocument = graphql(`
  query ImportProgress($id: ID!) {
    importJob(id: $id) {
      id
      phase
      bytesRead
      bytes
      error {
        code
        field
        message
        choices
      }
    }
  }
`);

/** What an import did, or would do, without the facts it saw: those come by page. */
export const ImportReportDocument = graphql(`
  query ImportReport($id: ID!) {
    importJob(id: $id) {
      id
      report {
        kind
        run
        alreadyImported
        title
        origin
        factCounts {
          name
          count
        }
        match {
          explanation
          similar
        }
        channelExplanation
        exposed {
          dataClass
          name
          reasons
        }
        cannotTell {
          subject
          reason
        }
        expected {
          subject
          side
          strength
        }
        warnings
        changes {
          concept
          id
          name
          action
          fields {
            field
            before
            after
          }
        }
        created
        updated
        observations
      }
    }
  }
`);

/** The facts of a file of which something became: what appeared, changed or vanished. */
export const SeenFactsDocument = graphql(`
  query SeenFacts($id: ID!, $change: FactChange!, $first: Int!) {
    importJob(id: $id) {
      id
      report {
        seen(change: $change, first: $first) {
          observation
          fact
          name
          pointer
          status
          match {
            concept
            id
            name
            reasons
          }
          differences {
            field
            declared
            observed
          }
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
`);

/** What the columns of an uploaded list are taken for. */
export const ImportColumnsDocument = graphql(`
  query ImportColumns($upload: ID!) {
    importColumns(upload: $upload) {
      list
      columns {
        title
        target
        reason
      }
      targets
      remembered
    }
  }
`);

/** Systems of the inventory, found by words. */
export const SystemSearchDocument = graphql(`
  query SystemSearch($text: String!) {
    search(text: $text, first: 12, concepts: [SYSTEM]) {
      id
      name
    }
  }
`);

/** The imports there were, and the files that are imported now. */
export const ImportRunsDocument = graphql(`
  query ImportRuns($first: Int!) {
    importRuns(first: $first, sort: UPDATED, direction: DESC) {
      nodes {
        ...ImportRunRow
      }
      totalCount
      pageInfo {
        hasNextPage
      }
    }
    importJobs {
      id
      file
      dryRun
      phase
    }
  }
`);

/** One import of the list. Its last log entry is who imported it. */
export const ImportRunRowFragment = graphql(`
  fragment ImportRunRow on ImportRun {
    id
    kind
    file
    title
    origin
    dated
    bytes
    startedAt
    finishedAt
    status
    warnings
    counts {
      name
      count
    }
    canBeTakenBack
    undoneBy
    undoneAt
    undoReason
    history(first: 5) {
      revision
      actor
    }
  }
`);

/** A page of the imports there were, for a file. */
export const ImportRunPageDocument = graphql(`
  query ImportRunPage($first: Int!, $after: String) {
    importRuns(first: $first, after: $after, sort: UPDATED, direction: DESC) {
      nodes {
        ...ImportRunRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What can be imported. */
export const ImportKindsDocument = graphql(`
  query ImportKinds {
    importKinds
  }
`);

/** Takes an import back. */
export const UndoImportDocument = graphql(`
  mutation UndoImport($run: ID!, $reason: String!) {
    undoImport(run: $run, reason: $reason) {
      ok
      error {
        code
        field
        message
      }
      run {
        id
        status
      }
      restored
      ended
      kept {
        concept
        id
        name
      }
    }
  }
`);
