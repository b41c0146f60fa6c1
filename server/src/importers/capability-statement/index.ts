export type { CapabilityFacts, ResourceFact, SideFact } from './facts.ts';
export { parseCapabilityStatement } from './parse-facts.ts';
export { describeForeignJson, isOfFhirServer } from './recognise.ts';
export { capabilityStatementKind, planCapabilityImport } from './plan.ts';
