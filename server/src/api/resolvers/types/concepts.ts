import type {
  AccessChannelResolvers,
  AudienceResolvers,
  DataClassResolvers,
  FlowResolvers,
  OrganizationResolvers,
  RestrictionResolvers,
  SystemResolvers,
} from '../../gen/resolver-types.ts';
import { conceptByTargetKind } from '../../../domain/inventory/entity-references.ts';
import { documentation, verdict } from '../query/verdicts.ts';
import { historyOf } from './history.ts';
import { referencesBy } from './references.ts';

/** Organizations. */
export const Organization: OrganizationResolvers = {
  history: historyOf('Organization'),
  systems: referencesBy('systemsByOrganization'),
};

/** Systems. */
export const System: SystemResolvers = {
  history: historyOf('System'),
  organization: ({ organization }, _args, { reads }) =>
    organization === undefined ? null : reads.refer('Organization', organization),
  holds: ({ id, holds }) => holds.map((hold) => ({ ...hold, system: id })),
  flowsOut: referencesBy('flowsBySender'),
  flowsIn: referencesBy('flowsByReceiver'),
  channels: referencesBy('channelsBySystem'),
  restrictions: referencesBy('restrictionsByTarget', (id) => `SYSTEM ${id}`),
};

/** Data classes. */
export const DataClass: DataClassResolvers = {
  history: historyOf('DataClass'),
  partOf: ({ partOf }, _args, { reads }) => (partOf === undefined ? null : reads.refer('DataClass', partOf)),
  parts: referencesBy('partsByClass'),
  holders: referencesBy('holdsByClass'),
  carriedBy: referencesBy('flowsByClass'),
  releasedBy: referencesBy('channelsByClass'),
  limitedBy: referencesBy('restrictionsByClass'),
};

/** Flows. */
export const Flow: FlowResolvers = {
  history: historyOf('Flow'),
  from: ({ from }, _args, { reads }) => reads.refer('System', from),
  to: ({ to }, _args, { reads }) => reads.refer('System', to),
  restrictions: referencesBy('restrictionsByTarget', (id) => `FLOW ${id}`),
};

/** Audiences. */
export const Audience: AudienceResolvers = {
  history: historyOf('Audience'),
  channels: referencesBy('channelsByAudience'),
  restrictions: referencesBy('restrictionsByAudience'),
};

/** Access channels. */
export const AccessChannel: AccessChannelResolvers = {
  history: historyOf('AccessChannel'),
  system: ({ system }, _args, { reads }) => reads.refer('System', system),
  audiences: ({ audiences }, _args, { reads }) => reads.referAll('Audience', audiences),
  restrictions: referencesBy('restrictionsByTarget', (id) => `CHANNEL ${id}`),
};

/** Restrictions. */
export const Restriction: RestrictionResolvers = {
  history: historyOf('Restriction'),
  appliesTo: async ({ appliesTo }, _args, { reads }) => {
    const concept = conceptByTargetKind[appliesTo.kind] as 'System' | 'Flow' | 'AccessChannel';
    const target = await reads.refer(concept, appliesTo.id);
    return { ...target, __typename: concept } as never;
  },
  limits: ({ limits }, _args, { reads }) => reads.referAll('DataClass', limits),
  audiences: ({ audiences }, _args, { reads }) => reads.referAll('Audience', audiences),
  claims: referencesBy('claimsByRestriction'),
  verdict,
  documentation,
};
