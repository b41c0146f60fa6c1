import { graphql } from '../../gql/index.ts';

/** The workshops there are, without what was said in them. */
export const WorkshopsDocument = graphql(`
  query Workshops($after: String) {
    workshops(sort: UPDATED, direction: DESC, first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        ...WorkshopParts
      }
    }
  }
`);

/** A workshop: its agenda, who is there, and where it stands. */
export const WorkshopPartsFragment = graphql(`
  fragment WorkshopParts on Workshop {
    id
    name
    description
    facilitator
    heldOn
    state
    attendees
    openedAt
    closedAt
    openedRevision
    closedRevision
    revision
    topics {
      id
      title
      minutes
      notes
      link
    }
  }
`);

/** One thing that was said. */
export const WorkshopItemPartsFragment = graphql(`
  fragment WorkshopItemParts on WorkshopItem {
    id
    name
    description
    kind
    state
    topic
    source
    createdAt
    updatedAt
    revision
    agreedBy
    objectedBy
    assignee
    dueOn
    answer
    answeredBy
    answeredAt
    revisions
    link
    changedBy
    about {
      concept
      id
      name
    }
    picture {
      id
      name
      download
    }
  }
`);

/** A workshop with the first page of what was said in it. */
export const WorkshopNowDocument = graphql(`
  query WorkshopNow($id: ID!) {
    workshop(id: $id) {
      ...WorkshopParts
      items(first: 500) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...WorkshopItemParts
        }
      }
    }
  }
`);

/** A further page of what was said in a workshop. */
export const MoreItemsDocument = graphql(`
  query MoreItems($id: ID!, $after: String) {
    workshop(id: $id) {
      id
      items(first: 500, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...WorkshopItemParts
        }
      }
    }
  }
`);

/** One thing that was said, as it is now, and who wrote it last. */
export const WorkshopItemNowDocument = graphql(`
  query WorkshopItemNow($id: ID!) {
    workshopItem(id: $id) {
      ...WorkshopItemParts
      history(first: 1) {
        revision
        at
        actor
        action
      }
    }
  }
`);

/** A workshop as it is now, and who wrote it last. */
export const WorkshopEditedDocument = graphql(`
  query WorkshopEdited($id: ID!) {
    workshop(id: $id) {
      ...WorkshopParts
      history(first: 1) {
        revision
        at
        actor
        action
      }
    }
  }
`);

/** How much was unknown when each workshop was opened and closed, and is now. */
export const BurnDownDocument = graphql(`
  query BurnDown($id: ID!) {
    workshop(id: $id) {
      id
      burnDown {
        moment
        at
        revision
        total
        workshop
        name
        counts {
          kind
          title
          count
        }
      }
    }
  }
`);

/** What was written into the inventory after a revision. */
export const ChangedSinceDocument = graphql(`
  query ChangedSince($after: Int!) {
    changes(after: $after, first: 500) {
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

/** What a workshop comes to, as a file. */
export const MinutesDocument = graphql(`
  query Minutes($workshop: ID!, $format: MinutesFormat!) {
    minutes(workshop: $workshop, format: $format) {
      fileName
      mediaType
      text
    }
  }
`);

/** What a thing is called. */
export const NameOfThingDocument = graphql(`
  query NameOfThing($concept: Concept!, $id: ID!) {
    node(concept: $concept, id: $id) {
      id
      name
    }
  }
`);

/** Plans a workshop. */
export const CreateWorkshopDocument = graphql(`
  mutation CreateWorkshop($input: CreateWorkshopInput!) {
    createWorkshop(input: $input) {
      ok
      error {
        code
        field
        message
      }
      workshop {
        id
      }
    }
  }
`);

/** Changes a workshop. */
export const UpdateWorkshopDocument = graphql(`
  mutation UpdateWorkshop($id: ID!, $expectedRevision: Int!, $input: UpdateWorkshopInput!) {
    updateWorkshop(id: $id, expectedRevision: $expectedRevision, input: $input) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Opens a workshop. */
export const OpenWorkshopDocument = graphql(`
  mutation OpenWorkshop($id: ID!, $expectedRevision: Int!) {
    openWorkshop(id: $id, expectedRevision: $expectedRevision) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Closes a workshop. */
export const CloseWorkshopDocument = graphql(`
  mutation CloseWorkshop($id: ID!, $expectedRevision: Int!) {
    closeWorkshop(id: $id, expectedRevision: $expectedRevision) {
      ok
      error {
        code
        field
        message
      }
    }
  }
`);

/** Keeps what was said. */
export const AddWorkshopItemDocument = graphql(`
  mutation AddWorkshopItem($input: AddWorkshopItemInput!) {
    addWorkshopItem(input: $input) {
      ok
      error {
        code
        field
        message
      }
      workshopItem {
        ...WorkshopItemParts
      }
    }
  }
`);

/** Keeps a line as a proposal. */
export const CaptureLineDocument = graphql(`
  mutation CaptureLine($workshop: ID!, $line: String!, $topic: ID, $about: ThingInput, $link: String, $saidBy: String) {
    captureLine(workshop: $workshop, line: $line, topic: $topic, about: $about, link: $link, saidBy: $saidBy) {
      ok
      error {
        code
        field
        message
      }
      workshopItem {
        ...WorkshopItemParts
      }
    }
  }
`);

/** Changes what is kept of something that was said. */
export const UpdateWorkshopItemDocument = graphql(`
  mutation UpdateWorkshopItem($id: ID!, $expectedRevision: Int!, $input: UpdateWorkshopItemInput!) {
    updateWorkshopItem(id: $id, expectedRevision: $expectedRevision, input: $input) {
      ok
      error {
        code
        field
        message
      }
      workshopItem {
        ...WorkshopItemParts
      }
    }
  }
`);

/** Writes what a proposal says into the inventory. */
export const AcceptProposalDocument = graphql(`
  mutation AcceptProposal($item: ID!, $expectedRevision: Int!, $chosen: [ChosenNameInput!]) {
    acceptProposal(item: $item, expectedRevision: $expectedRevision, chosen: $chosen) {
      ok
      error {
        code
        field
        message
      }
      errors {
        at
        error {
          code
          field
          message
        }
      }
      changes {
        revision
        concept
        entity
        action
        after
      }
    }
  }
`);

/** Keeps a picture as evidence. */
export const KeepPictureDocument = graphql(`
  mutation KeepPicture($input: AttachEvidenceInput!) {
    attachEvidence(input: $input) {
      ok
      error {
        code
        message
      }
      evidence {
        id
      }
    }
  }
`);

/** The log entries from a revision on: which thing each wrote. */
export const WrittenDocument = graphql(`
  query Written($after: Int!, $first: Int!) {
    changes(after: $after, first: $first) {
      revision
      concept
      entity
    }
  }
`);
