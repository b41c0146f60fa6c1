import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types whose resolvers get a domain value rather than the type's own fields; each is `<Type>Model` in `models.ts`. */
const modelled = [
  'Organization', 'System', 'DataClass', 'Flow', 'Audience', 'AccessChannel', 'Restriction', 'BasisClaim', 'Evidence',
  'ImportRun', 'Observation', 'Node', 'Hold', 'Carry', 'Release', 'ConditionAnswer', 'Change', 'Catalogues',
  'Trace', 'TraceAnswer', 'TraceStart', 'ChannelOutcome', 'TracedSystem', 'TracedFlow', 'TracedChannel',
  'TracedRestriction', 'TracePath', 'PathStep',
] as const;

const scalars = { Date: 'string', DateTime: 'string', JSON: 'unknown', ID: { input: 'string', output: 'string' } };

const config: CodegenConfig = {
  schema: new URL('./*.graphql', import.meta.url).pathname,
  generates: {
    [new URL('../server/src/api/gen/resolver-types.ts', import.meta.url).pathname]: {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        scalars,
        useTypeImports: true,
        enumsAsTypes: true,
        enumValues: { Concept: '../models.ts#ConceptName' },
        immutableTypes: true,
        defaultScalarType: 'unknown',
        // An absent field and a null field are two things in a patch: "unchanged" and "cleared".
        maybeValue: 'T | null | undefined',
        inputMaybeValue: 'T | null | undefined',
        contextType: '../context.ts#ApiContext',
        mappers: Object.fromEntries(modelled.map((type) => [type, `../models.ts#${type}Model`])),
      },
    },
    [new URL('../web/src/gql/', import.meta.url).pathname]: {
      preset: 'client',
      documents: [new URL('../web/src/**/*.{ts,tsx}', import.meta.url).pathname, `!${new URL('../web/src/gql/**', import.meta.url).pathname}`],
      presetConfig: { fragmentMasking: false },
      config: { scalars, useTypeImports: true, enumsAsTypes: true, immutableTypes: true, defaultScalarType: 'unknown' },
    },
    [new URL('./snapshot/schema.graphql', import.meta.url).pathname]: {
      plugins: ['schema-ast'],
      config: { includeDirectives: false, sort: true },
    },
  },
  ignoreNoDocuments: true,
};

// The one default export: the generator's command line asks for it.
export default config;
