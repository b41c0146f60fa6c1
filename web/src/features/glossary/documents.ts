import { graphql } from '../../gql/index.ts';

/** The entries of the reference data that people meet as words. */
export const GlossaryDocument = graphql(`
  query Glossary {
    catalogue {
      audiences {
        id
        name
        description
        cite
        unverified
      }
      channels {
        id
        name
        description
        cite
        unverified
      }
      practices {
        id
        name
        description
        cite
        unverified
      }
      exceptions {
        id
        name
        description
        cite
        unverified
      }
      drsBranches {
        id
        name
        description
        cite
        unverified
      }
      actors {
        id
        name
        description
        cite
        unverified
      }
      purposes {
        id
        name
        description
        cite
        unverified
      }
      overlays {
        id
        name
        description
        cite
        unverified
      }
    }
  }
`);
