import type { createEndEntity } from '../app/end-entity.ts';
import type { DecideObservations } from '../app/decide-observations.ts';
import type { ImportJobs } from '../app/import-jobs.ts';
import type { UndoImport } from '../app/undo-import.ts';
import type { Uploads } from '../app/uploads.ts';
import type { importArtefact } from '../app/import-artefact.ts';
import type { ProposeLine } from '../app/propose-line.ts';
import type { SearchInventory } from '../app/search-inventory.ts';
import type { AttachEvidence } from '../app/attach-evidence.ts';
import type { ClaimBasis } from '../app/claim-basis.ts';
import type { ClaimSteps } from '../app/claim-steps.ts';
import type { ApplyChangeSet } from '../app/apply-change-set.ts';
import type { TakeBack } from '../app/take-back.ts';
import type { AcceptProposal } from '../app/accept-proposal.ts';
import type { CaptureLine } from '../app/capture-line.ts';
import type { WriteMinutes } from '../app/minutes-of.ts';
import type { SaveWalkthrough } from '../app/save-walkthrough.ts';
import type { WriteWorkshop } from '../app/write-workshop.ts';
import type { WriteWorkshopItem } from '../app/write-workshop-item.ts';
import type { FindingChangesOf } from '../app/finding-changes.ts';
import type { ReviewFindings } from '../app/review-finding.ts';
import type { WriteEntity } from '../app/write-entity.ts';
import type { WriteScenario } from '../app/write-scenario.ts';
import type { RulePacks } from '../app/load-rule-packs.ts';
import type { Rooms } from '../app/rooms/create-rooms.ts';
import type { ChangeFeed } from '../app/change-feed.ts';
import type { CurrentGraph } from '../app/current-graph.ts';
import type { ViewRequest } from '../app/views.ts';
import type { SharedRevision } from '../app/shared-revision.ts';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { BusinessCalendar } from '../domain/verdict/index.ts';
import type { Instant } from '../domain/model/entity.ts';
import type { GraphStore } from '../store/port.ts';
import type { RequestReads } from './request-reads.ts';

/** The use cases and stores the API stands on: made once, in the composition root. */
export interface ApiServices {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly rulePacks: RulePacks;
  readonly currentGraph: CurrentGraph;
  readonly revision: SharedRevision;
  readonly changeFeed: ChangeFeed;
  readonly rooms: Rooms;
  readonly writeEntity: WriteEntity;
  readonly endEntity: ReturnType<typeof createEndEntity>;
  readonly applyChangeSet: ApplyChangeSet;
  readonly takeBack: TakeBack;
  readonly proposeLine: ProposeLine;
  readonly claimBasis: ClaimBasis;
  readonly claimSteps: ClaimSteps;
  readonly attachEvidence: AttachEvidence;
  readonly reviewFindings: ReviewFindings;
  readonly findingChanges: FindingChangesOf;
  readonly importArtefact: ReturnType<typeof importArtefact>;
  readonly importJobs: ImportJobs;
  readonly uploads: Uploads;
  readonly undoImport: UndoImport;
  readonly decideObservations: DecideObservations;
  readonly search: SearchInventory;
  readonly writeWorkshop: WriteWorkshop;
  readonly writeWorkshopItem: WriteWorkshopItem;
  readonly captureLine: CaptureLine;
  readonly acceptProposal: AcceptProposal;
  readonly saveWalkthrough: SaveWalkthrough;
  readonly writeMinutes: WriteMinutes;
  readonly writeScenario: WriteScenario;
  /** Which days are business days, for the clocks of rule packs. */
  readonly calendar: BusinessCalendar;
  readonly now: () => Instant;
}

/** What every resolver of one request gets. `actor` is who asks, as the change log will name them. */
export interface ApiContext {
  readonly services: ApiServices;
  readonly reads: RequestReads;
  readonly actor: string;
  readonly requestId: string;
  /** How the client reaches this server, as `http://atlas.example:4000`; absent where that is not known. */
  readonly origin?: string;
  /** The lasting connection that it came by, if by one. */
  readonly connection?: string;
  /** The address of the network it came from; absent where that is not known. */
  readonly address?: string;
  /** The newest revision the client was told of. */
  readonly seenRevision?: number;
  /** What the request looks at, where that is not the inventory as it is now: nothing is written then. */
  readonly view?: ViewRequest;
}
