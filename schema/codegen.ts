import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types whose resolvers get a domain value rather than the type's own fields; each is `<Type>Model` in `models.ts`. */
const modelled = [
  'Organization',
  'System',
  'DataClass',
  'Flow',
  'Audience',
  'AccessChannel',
  'Restriction',
  'BasisClaim',
  'Evidence',
  'Finding',
  'FindingReview',
  'FindingChanges',
  'FindingWitness',
  'ReviewChange',
  'Workshop',
  'Scenario',
  'Walkthrough',
  'WorkshopItem',
  'ImportRun',
  'ImportReport',
  'ImportJob',
  'ReconciledItem',
  'Observation',
  'Node',
  'Hold',
  'Carry',
  'Release',
  'ConditionAnswer',
  'Change',
  'Catalogues',
  'Trace',
  'TraceAnswer',
  'TraceStart',
  'ChannelOutcome',
  'TracedSystem',
  'TracedFlow',
  'TracedChannel',
  'TracedRestriction',
  'TracePath',
  'PathStep',
  'Verdict',
  'VerdictPart',
  'GroundJudged',
  'EvidenceSeen',
  'RulePack',
  'RulePackException',
  'VerdictDifference',
  'Coverage',
  'CoverageColumn',
  'CoverageRow',
  'CoverageState',
  'MapNode',
  'MapEdge',
  'WayConnection',
  'WayStep',
  'RecordSet',
  'RecordSetLine',
] as const;

const scalars = { Date: 'string', DateTime: 'string', JSON: 'unknown', ID: { input: 'string', output: 'string' } };

// Paths are relative to this folder, where the script runs: a full path may hold spaces or brackets, which globs read.
const config: CodegenConfig = {
  schema: './*.graphql',
  generates: {
    '../server/src/api/gen/resolver-types.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        scalars,
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        defaultScalarType: 'unknown',
        // An absent field and a null field are two things in a patch: "unchanged" and "cleared".
        maybeValue: 'T | null | undefined',
        inputMaybeValue: 'T | null | undefined',
        contextType: '../context.ts#ApiContext',
        mappers: Object.fromEntries(modelled.map((type) => [type, `../models.ts#${type}Model`])),
      },
    },
    '../web/src/gql/': {
      preset: 'client',
      documents: ['../web/src/**/*.{ts,tsx}', '!../web/src/gql/**'],
      presetConfig: { fragmentMasking: false },
      config: { scalars, useTypeImports: true, enumsAsTypes: true, immutableTypes: true, defaultScalarType: 'unknown' },
    },
    './snapshot/schema.graphql': {
      plugins: ['schema-ast'],
      config: { includeDirectives: false, sort: true },
    },
  },
  ignoreNoDocuments: true,
};

// The one default export: the generator's command line asks for it.
export default config;
