import type { LinkQueries } from '../link-rows.ts';
import { appliesToChannelLink } from './applies-to-channel.ts';
import { appliesToFlowLink } from './applies-to-flow.ts';
import { appliesToSystemLink } from './applies-to-system.ts';
import { carriesLink } from './carries.ts';
import { deliversToLink } from './delivers-to.ts';
import { evidencedByLink } from './evidenced-by.ts';
import { forLink } from './for.ts';
import { holdsLink } from './holds.ts';
import { justifiesLink } from './justifies.ts';
import { limitsLink } from './limits.ts';
import { matchesAccessChannelLink } from './matches-access-channel.ts';
import { matchesAudienceLink } from './matches-audience.ts';
import { matchesBasisClaimLink } from './matches-basis-claim.ts';
import { matchesDataClassLink } from './matches-data-class.ts';
import { matchesEvidenceLink } from './matches-evidence.ts';
import { matchesFindingReviewLink } from './matches-finding-review.ts';
import { matchesFlowLink } from './matches-flow.ts';
import { matchesImportRunLink } from './matches-import-run.ts';
import { matchesObservationLink } from './matches-observation.ts';
import { matchesOrganizationLink } from './matches-organization.ts';
import { matchesRestrictionLink } from './matches-restriction.ts';
import { matchesSystemLink } from './matches-system.ts';
import { matchesScenarioLink } from './matches-scenario.ts';
import { matchesWalkthroughLink } from './matches-walkthrough.ts';
import { matchesWorkshopItemLink } from './matches-workshop-item.ts';
import { matchesWorkshopLink } from './matches-workshop.ts';
import { saidInLink } from './said-in.ts';
import { scenarioPreparedForLink } from './scenario-prepared-for.ts';
import { shownByLink } from './shown-by.ts';
import { walkthroughPreparedForLink } from './walkthrough-prepared-for.ts';
import { observedLink } from './observed.ts';
import { operatedByLink } from './operated-by.ts';
import { partOfLink } from './part-of.ts';
import { releasesLink } from './releases.ts';
import { sendsLink } from './sends.ts';
import { servedByLink } from './served-by.ts';
import { supersedesLink } from './supersedes.ts';

/** The statements for each kind of relationship that a document owns; one entry for each pair of end labels. */
export const linkQueries = {
  holds: holdsLink,
  'operated-by': operatedByLink,
  'part-of': partOfLink,
  sends: sendsLink,
  'delivers-to': deliversToLink,
  carries: carriesLink,
  'served-by': servedByLink,
  releases: releasesLink,
  for: forLink,
  'applies-to-system': appliesToSystemLink,
  'applies-to-flow': appliesToFlowLink,
  'applies-to-channel': appliesToChannelLink,
  limits: limitsLink,
  justifies: justifiesLink,
  supersedes: supersedesLink,
  'evidenced-by': evidencedByLink,
  observed: observedLink,
  'matches-organization': matchesOrganizationLink,
  'matches-data-class': matchesDataClassLink,
  'matches-audience': matchesAudienceLink,
  'matches-system': matchesSystemLink,
  'matches-flow': matchesFlowLink,
  'matches-access-channel': matchesAccessChannelLink,
  'matches-restriction': matchesRestrictionLink,
  'matches-evidence': matchesEvidenceLink,
  'matches-basis-claim': matchesBasisClaimLink,
  'matches-import-run': matchesImportRunLink,
  'matches-observation': matchesObservationLink,
  'matches-finding-review': matchesFindingReviewLink,
  'matches-workshop': matchesWorkshopLink,
  'matches-scenario': matchesScenarioLink,
  'matches-walkthrough': matchesWalkthroughLink,
  'matches-workshop-item': matchesWorkshopItemLink,
  'said-in': saidInLink,
  'shown-by': shownByLink,
  'scenario-prepared-for': scenarioPreparedForLink,
  'walkthrough-prepared-for': walkthroughPreparedForLink,
} as const satisfies Readonly<Record<string, LinkQueries>>;

/** A relationship type with the labels of its ends. */
export type LinkName = keyof typeof linkQueries;
