import type { Resolvers } from '../gen/resolver-types.ts';
import { dateScalar, dateTimeScalar } from '../scalars.ts';
import { conceptMutations } from './mutation/concepts.ts';
import { attachEvidence } from './mutation/attach-evidence.ts';
import { answerCondition, claimBasis, decideClaim, submitClaim, withdrawClaim } from './mutation/claim-steps.ts';
import { applyChanges, takeBack } from './mutation/change-set.ts';
import { end } from './mutation/end.ts';
import { decideObservations } from './mutation/decide-observations.ts';
import { importArtefact, startImport, undoImport } from './mutation/import-artefact.ts';
import { reviewFinding, reviewFindings } from './mutation/review-finding.ts';
import {
  acceptProposal,
  addWorkshopItem,
  captureLine,
  closeWorkshop,
  createWorkshop,
  openWorkshop,
  saveWalkthrough,
  updateWorkshop,
  updateWorkshopItem,
} from './mutation/workshop.ts';
import { signal } from './mutation/signal.ts';
import { decideScenario, discardScenario, proposeScenario, saveScenario } from './mutation/scenario.ts';
import { catalogue } from './query/catalogue.ts';
import { changes } from './query/changes.ts';
import { conceptQueries } from './query/concepts.ts';
import { coverage } from './query/coverage.ts';
import { inventory } from './query/inventory.ts';
import { map } from './query/map.ts';
import { node } from './query/node.ts';
import { search } from './query/search.ts';
import { trace, tracePaths } from './query/trace.ts';
import { attention, findingChanges, findingFacets, findingRules, findings } from './query/findings.ts';
import { importColumns, importJob, importJobs, importKinds } from './query/imports.ts';
import { proposal, systemTemplates } from './query/proposals.ts';
import { smallestReleaseSets } from './query/release-sets.ts';
import { reconciliation } from './query/reconciliation.ts';
import { recordSet } from './query/record-set.ts';
import { rulePacks, verdictDifference, verdicts } from './query/verdicts.ts';
import { ways } from './query/ways.ts';
import { compareScenarios, whatIf } from './query/what-if.ts';
import { minutes } from './query/workshop.ts';
import { changed } from './subscription/changed.ts';
import { room } from './subscription/room.ts';
import { Catalogues } from './types/catalogues.ts';
import * as concepts from './types/concepts.ts';
import * as covered from './types/coverage.ts';
import * as found from './types/finding.ts';
import * as imports from './types/import.ts';
import * as maps from './types/map.ts';
import { ReconciledItem } from './types/reconciliation.ts';
import * as recordSets from './types/record-set.ts';
import * as records from './types/records.ts';
import * as traces from './types/trace.ts';
import * as releases from './types/release-sets.ts';
import * as compared from './types/scenario-comparison.ts';
import * as judged from './types/verdict.ts';
import * as supposed from './types/what-if.ts';
import * as workshops from './types/workshop.ts';

/** Every resolver of the API. */
export const resolvers: Resolvers = {
  Query: {
    ...conceptQueries(),
    catalogue,
    changes,
    coverage,
    inventory,
    map,
    minutes,
    node,
    proposal,
    search,
    systemTemplates,
    trace,
    tracePaths,
    rulePacks,
    verdicts,
    verdictDifference,
    attention,
    findings,
    findingChanges,
    findingFacets,
    findingRules,
    recordSet,
    importColumns,
    importJob,
    importJobs,
    importKinds,
    reconciliation,
    ways,
    whatIf,
    compareScenarios,
    smallestReleaseSets,
  },
  Mutation: {
    ...conceptMutations(),
    acceptProposal,
    addWorkshopItem,
    answerCondition,
    applyChanges,
    attachEvidence,
    captureLine,
    claimBasis,
    closeWorkshop,
    createWorkshop,
    decideClaim,
    decideObservations,
    end,
    importArtefact,
    openWorkshop,
    reviewFinding,
    reviewFindings,
    decideScenario,
    discardScenario,
    proposeScenario,
    saveScenario,
    saveWalkthrough,
    signal,
    startImport,
    undoImport,
    submitClaim,
    takeBack,
    updateWorkshop,
    updateWorkshopItem,
    withdrawClaim,
  },
  Subscription: { changed, room },
  ...concepts,
  ...recordSets,
  ...records,
  ...traces,
  ...judged,
  ...covered,
  ...found,
  ...imports,
  ...maps,
  ...supposed,
  ...compared,
  ...releases,
  ...workshops,
  ReconciledItem,
  Catalogues,
  Date: dateScalar,
  DateTime: dateTimeScalar,
};
