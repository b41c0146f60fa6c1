import type { OwnedHold } from '../app/reverse-references.ts';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Coverage, CoverageRow } from '../domain/coverage/index.ts';
import type { FindingWitness, ReviewChange, ReviewedFinding } from '../domain/findings/index.ts';
import type { ConceptName, Concepts, Hold } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate, Id } from '../domain/model/entity.ts';
import type {
  ChannelOutcome,
  Trace,
  TraceAnswer,
  TracedChannel,
  TracedFlow,
  TracedRestriction,
  TracedSystem,
  TraceIndex,
  TraceStart,
} from '../domain/trace/index.ts';
import type { WhatIf } from '../app/what-if.ts';
import type { AudienceEffect, ComparedTurn, OutcomeTurn, StrandedTurn, VerdictTurn } from '../domain/what-if/index.ts';
import type { InGraph, TraceAnswerInGraph, TraceInGraph } from './trace-in-graph.ts';
import type { OfWhatIf, WhatIfAnswered, WhatIfNotMade } from './what-if-model.ts';

// What the resolvers of each API type are given: the domain's own values, so that there is no second model.
export type {
  AccessChannel as AccessChannelModel,
  Audience as AudienceModel,
  BasisClaim as BasisClaimModel,
  Carry as CarryModel,
  ClassLink as ReleaseModel,
  DataClass as DataClassModel,
  Evidence as EvidenceModel,
  FindingReview as FindingReviewModel,
  Flow as FlowModel,
  ImportRun as ImportRunModel,
  Observation as ObservationModel,
  Organization as OrganizationModel,
  Restriction as RestrictionModel,
  Scenario as ScenarioModel,
  System as SystemModel,
  Walkthrough as WalkthroughModel,
  Workshop as WorkshopModel,
  WorkshopItem as WorkshopItemModel,
} from '../domain/model/concepts.ts';
export type { VersionedAnswer as ConditionAnswerModel } from '../domain/claim/index.ts';
export type { ImportReport as ImportReportModel } from '../app/import-artefact.ts';
export type { ImportJob as ImportJobModel } from '../app/import-jobs.ts';
export type { ReconciledItem as ReconciledItemModel } from '../domain/reconcile/index.ts';
export type { FindingChanges as FindingChangesModel } from '../app/finding-changes.ts';
export type { RecordSet as RecordSetModel, RecordSetLine as RecordSetLineModel } from '../domain/coverage/index.ts';
export type { Change as ChangeModel } from '../domain/model/change.ts';
export type { PathStep as PathStepModel, TracePath as TracePathModel } from '../domain/trace/index.ts';

export type { BurnDownPoint as BurnDownPointModel } from '../domain/workshop/index.ts';

/** A thing of any concept, with its type name: what an interface or union needs to tell them apart. */
export type NodeModel = {
  readonly [C in ConceptName]: Concepts[C] & { readonly __typename: C };
}[ConceptName];

/** A hold with the system it belongs to. */
export type HoldModel = (Hold & { readonly system: Id }) | OwnedHold;

/** The reference data. */
export type CataloguesModel = Catalogues;

/** The answer to a trace, one of its answers, and what that names: of the request's inventory, or of one that might be. */
export type TraceModel = (Trace & InGraph) | TraceInGraph;
export type TraceAnswerModel = (TraceAnswer & InGraph) | TraceAnswerInGraph;
export type ChannelOutcomeModel = ChannelOutcome & InGraph;
export type TracedChannelModel = TracedChannel & InGraph;
export type TracedFlowModel = TracedFlow & InGraph;
export type TracedRestrictionModel = TracedRestriction & InGraph;
export type TracedSystemModel = TracedSystem & InGraph;
export type TraceStartModel = TraceStart & InGraph;

/** A what-if as one audience sees it, or all; and what of it is told, with the what-if it is of. */
export type WhatIfModel = WhatIfAnswered | WhatIfNotMade;
export type OutcomeTurnModel = OutcomeTurn & OfWhatIf;
export type StrandedTurnModel = StrandedTurn & OfWhatIf & { readonly isNew: boolean };
export type VerdictTurnModel = VerdictTurn & OfWhatIf;
export type AudienceEffectModel = AudienceEffect & OfWhatIf;

/** Two scenarios side by side, and a row of it with the what-ifs it is of. */
export interface ScenarioComparisonModel {
  readonly a: WhatIfModel;
  readonly b: WhatIfModel;
  readonly nameA: string;
  readonly nameB: string;
  readonly rows: readonly ComparedTurn[];
}
export type ComparedTurnModel = ComparedTurn & { readonly ofA: WhatIf; readonly ofB: WhatIf };

export type {
  EvidenceSeen as EvidenceSeenModel,
  GroundJudged as GroundJudgedModel,
  PackException as RulePackExceptionModel,
  Verdict as VerdictModel,
  VerdictDifference as VerdictDifferenceModel,
  RulePack as RulePackModel,
  VerdictPart as VerdictPartModel,
} from '../domain/verdict/index.ts';

export type {
  CoverageCell as CoverageStateModel,
  CoverageColumn as CoverageColumnModel,
} from '../domain/coverage/index.ts';

export type {
  MapEdge as MapEdgeModel,
  MapNode as MapNodeModel,
  WayPage as WayConnectionModel,
  WayStep as WayStepModel,
} from '../domain/map/index.ts';

/** A coverage, and one of its rows with the coverage it is of. */
export type CoverageModel = Coverage;
export interface CoverageRowModel {
  readonly coverage: Coverage;
  readonly row: CoverageRow;
}

export type {
  ProvenReleaseSet as ReleaseSetModel,
  ReleaseSetChange as ReleaseChangeModel,
  ReleaseSets as ReleaseSetsModel,
} from '../app/release-sets.ts';

/** Where and when something was found; `isGone`: in an earlier inventory, and not in the one there is now. */
export interface SeenIn {
  readonly index: TraceIndex;
  readonly asOf: CalendarDate;
  readonly isGone?: boolean;
}

/** A finding, and a changed review, with what it was found in. */
export type FindingModel = ReviewedFinding & { readonly seen: SeenIn };
export type ReviewChangeModel = ReviewChange & { readonly seen: SeenIn };

/** What shows a finding, with the inventory it is seen in. */
export type FindingWitnessModel = FindingWitness & { readonly graph: EhiGraph };
