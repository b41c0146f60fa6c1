import type { ConceptName } from '../../../domain/model/concepts.ts';
import type { ConceptQueries } from '../concept-rows.ts';
import { accessChannelsQueries } from './access-channels.ts';
import { audiencesQueries } from './audiences.ts';
import { basisClaimsQueries } from './basis-claims.ts';
import { dataClassesQueries } from './data-classes.ts';
import { evidenceQueries } from './evidence.ts';
import { findingReviewsQueries } from './finding-reviews.ts';
import { flowsQueries } from './flows.ts';
import { importRunsQueries } from './import-runs.ts';
import { observationsQueries } from './observations.ts';
import { organizationsQueries } from './organizations.ts';
import { restrictionsQueries } from './restrictions.ts';
import { scenariosQueries } from './scenarios.ts';
import { systemsQueries } from './systems.ts';
import { walkthroughsQueries } from './walkthroughs.ts';
import { workshopItemsQueries } from './workshop-items.ts';
import { workshopsQueries } from './workshops.ts';

/** The statements for each concept, by its label. */
export const conceptQueries: Readonly<Record<ConceptName, ConceptQueries>> = {
  Organization: organizationsQueries,
  DataClass: dataClassesQueries,
  Audience: audiencesQueries,
  System: systemsQueries,
  Flow: flowsQueries,
  AccessChannel: accessChannelsQueries,
  Restriction: restrictionsQueries,
  Evidence: evidenceQueries,
  BasisClaim: basisClaimsQueries,
  ImportRun: importRunsQueries,
  Observation: observationsQueries,
  FindingReview: findingReviewsQueries,
  Workshop: workshopsQueries,
  Scenario: scenariosQueries,
  Walkthrough: walkthroughsQueries,
  WorkshopItem: workshopItemsQueries,
};
