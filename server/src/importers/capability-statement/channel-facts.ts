import type { Id } from '../../domain/model/entity.ts';
import type { CapabilityFacts, SideFact } from './facts.ts';

/** What a statement shows about the channel: its kind in the catalogue with the reason, and the audiences it proves. */
export interface ChannelFact {
  readonly kind: string;
  readonly reason: string;
  readonly audiences: readonly Id[];
  readonly standards: readonly string[];
}

/** Capabilities of HL7 SMART App Launch 2.0 that only make sense when a patient signs in. */
const patientCapabilities = new Set(['permission-patient', 'context-standalone-patient']);

/**
 * Returns the kind of channel the server side of a statement describes. An audience is named only where the statement
 * proves it: a patient capability, or a sign-in address for patients or for providers. Pure and total.
 */
export const channelFact = (facts: CapabilityFacts, side: SideFact): ChannelFact => {
  const services = side.security.flatMap((security) => security.services);
  const capabilities = side.security.flatMap((security) => security.smartCapabilities);
  const signIn = side.security.flatMap((security) => security.oauthAddresses['authorize'] ?? []);
  const isSmart = services.some((service) => /smart/i.test(service)) || capabilities.length > 0;
  const provesPatient =
    capabilities.some((code) => patientCapabilities.has(code)) ||
    signIn.some((address) => /personas?\/patient/i.test(address));
  const provesProvider = signIn.some((address) => /personas?\/provider/i.test(address));
  const hasExport = [...side.operations, ...side.resources.flatMap(({ operations }) => operations)].some(({ name }) =>
    /(^|-)export$/.test(name),
  );
  const standards = [
    `HL7 FHIR ${facts.fhirVersion ?? facts.release}`,
    ...(isSmart ? ['SMART App Launch'] : services.some((service) => /oauth/i.test(service)) ? ['OAuth 2.0'] : []),
    ...(hasExport ? ['FHIR Bulk Data'] : []),
    ...facts.guides,
  ];
  const audiences = [...(provesPatient ? ['PATIENT'] : []), ...(provesProvider ? ['PROVIDER_TREAT'] : [])];
  const kind = (id: string, reason: string): ChannelFact => ({ kind: id, reason, audiences, standards });
  if (provesPatient) return kind('CH-G10-PAT', 'the statement advertises sign-in for patients');
  if (provesProvider) return kind('CH-APP-PROV', 'the statement advertises sign-in for providers');
  const offersOnlyStaff = capabilities.some((code) => code.startsWith('permission-'));
  if (isSmart && !offersOnlyStaff) return kind('CH-G10-PAT', 'the statement advertises SMART on FHIR');
  if (isSmart) return kind('CH-APP-PROV', 'the statement advertises SMART on FHIR without patient permissions');
  return hasExport
    ? kind('CH-G10-SYS', 'the statement advertises a bulk export and no SMART sign-in')
    : kind('CH-APP-PROV', 'the statement advertises no SMART sign-in for patients');
};
