export type { CapabilityFacts, ResourceFact, SideFact } from './facts.ts';
export { parseCapabilityStatement } from './parse-facts.ts';
export { capabilityStatementKind, planCapabilityImport } from './plan.ts';
