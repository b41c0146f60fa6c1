import type { ConceptName } from '../../domain/model/concepts.ts';
import type { LinkName } from '../queries/links/index.ts';

/**
 * How one field of a document is kept. `ID`: one relationship, or none when the field is absent. `IDS`: one for each
 * id, with its place in the list. `CLASS_LINKS`: one for each link, with the link's own properties. `TARGET` and
 * `MATCH`: one relationship whose end label the document chooses. `ANSWERS`: nodes of the document's own. `PROPERTY`:
 * ids in an array property, checked like the others. `NAMED`: one thing of any concept, in a property as `Concept id`, checked as well.
 */
export type LinkField =
  | { readonly field: string; readonly as: 'ID' | 'IDS'; readonly link: LinkName; readonly target: ConceptName }
  | { readonly field: string; readonly as: 'CLASS_LINKS'; readonly link: LinkName }
  | { readonly field: string; readonly as: 'TARGET' | 'MATCH' | 'NAMED' | 'ANSWERS' }
  | { readonly field: string; readonly as: 'PROPERTY'; readonly target: ConceptName };

/** Which fields of each concept are relationships; every other field is a property of the node. */
export const linkFields: Readonly<Record<ConceptName, readonly LinkField[]>> = {
  Organization: [],
  DataClass: [{ field: 'partOf', as: 'ID', link: 'part-of', target: 'DataClass' }],
  Audience: [],
  System: [
    { field: 'organization', as: 'ID', link: 'operated-by', target: 'Organization' },
    { field: 'holds', as: 'CLASS_LINKS', link: 'holds' },
  ],
  Flow: [
    { field: 'from', as: 'ID', link: 'sends', target: 'System' },
    { field: 'to', as: 'ID', link: 'delivers-to', target: 'System' },
    { field: 'carries', as: 'CLASS_LINKS', link: 'carries' },
  ],
  AccessChannel: [
    { field: 'system', as: 'ID', link: 'served-by', target: 'System' },
    { field: 'releases', as: 'CLASS_LINKS', link: 'releases' },
    { field: 'audiences', as: 'IDS', link: 'for', target: 'Audience' },
  ],
  Restriction: [
    { field: 'appliesTo', as: 'TARGET' },
    { field: 'limits', as: 'IDS', link: 'limits', target: 'DataClass' },
    { field: 'audiences', as: 'PROPERTY', target: 'Audience' },
  ],
  Evidence: [],
  BasisClaim: [
    { field: 'restriction', as: 'ID', link: 'justifies', target: 'Restriction' },
    { field: 'supersedes', as: 'ID', link: 'supersedes', target: 'BasisClaim' },
    { field: 'answers', as: 'ANSWERS' },
  ],
  ImportRun: [],
  Observation: [
    { field: 'run', as: 'ID', link: 'observed', target: 'ImportRun' },
    { field: 'matches', as: 'MATCH' },
  ],
  FindingReview: [],
  Workshop: [],
  Scenario: [{ field: 'workshop', as: 'ID', link: 'scenario-prepared-for', target: 'Workshop' }],
  Walkthrough: [{ field: 'workshop', as: 'ID', link: 'walkthrough-prepared-for', target: 'Workshop' }],
  WorkshopItem: [
    { field: 'workshop', as: 'ID', link: 'said-in', target: 'Workshop' },
    { field: 'about', as: 'NAMED' },
    { field: 'picture', as: 'ID', link: 'shown-by', target: 'Evidence' },
  ],
};

/** The relationship of a restriction to what it applies to, by the kind of target. */
export const appliesToLinks = {
  SYSTEM: { link: 'applies-to-system', target: 'System' },
  FLOW: { link: 'applies-to-flow', target: 'Flow' },
  CHANNEL: { link: 'applies-to-channel', target: 'AccessChannel' },
} as const satisfies Readonly<Record<string, { link: LinkName; target: ConceptName }>>;

/** The relationship of an observation to what it matches, by concept. */
export const matchesLinks = {
  Organization: 'matches-organization',
  DataClass: 'matches-data-class',
  Audience: 'matches-audience',
  System: 'matches-system',
  Flow: 'matches-flow',
  AccessChannel: 'matches-access-channel',
  Restriction: 'matches-restriction',
  Evidence: 'matches-evidence',
  BasisClaim: 'matches-basis-claim',
  ImportRun: 'matches-import-run',
  Observation: 'matches-observation',
  FindingReview: 'matches-finding-review',
  Workshop: 'matches-workshop',
  Scenario: 'matches-scenario',
  Walkthrough: 'matches-walkthrough',
  WorkshopItem: 'matches-workshop-item',
} as const satisfies Readonly<Record<ConceptName, LinkName>>;
