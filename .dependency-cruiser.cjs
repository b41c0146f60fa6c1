/**
 * Who may import what. Dependencies point inward: stores fetch, the domain decides, the edges translate. Every rule
 * says what to do instead. `test/rules/boundaries.test.ts` holds one import that must fail for each of them.
 *
 * A package is matched by its folder below node_modules, or by its bare name where it is not a dependency at all.
 */
const npm = (...names) => `(^|/node_modules/)(${names.join('|')})(/|$)`;
const tests = '[.]test[.]tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain imports only itself. What it needs from outside comes in as an argument.',
      severity: 'error',
      from: { path: '^server/src/domain/', pathNot: tests },
      to: { pathNot: '^server/src/domain/' },
    },
    {
      name: 'port-speaks-domain',
      comment: "The store port is written in the domain's types; drivers belong to an adapter.",
      severity: 'error',
      from: { path: '^server/src/store/port[.]ts$' },
      to: { pathNot: '^server/src/domain/' },
    },
    {
      name: 'app-knows-only-the-port',
      comment:
        'Use cases take the store, the clock and the files as arguments; main and the CLI wire them. (The hash of the ' +
        'change log is a function both need.)',
      severity: 'error',
      from: { path: '^server/src/app/', pathNot: tests },
      to: {
        path: [
          '^server/src/(api|http|cli)/',
          '^server/src/(main|config)[.]ts$',
          '^server/src/store/(?!(port|change-hash)[.]ts$)',
        ],
      },
    },
    {
      name: 'importers-only-translate',
      comment:
        'An importer turns bytes into facts and a plan. Who reads the file and who writes the plan is the use case.',
      severity: 'error',
      from: { path: '^server/src/(importers|exporters)/', pathNot: tests },
      to: {
        path: [
          '^server/src/(app|api|http|cli)/',
          '^server/src/(main|config)[.]ts$',
          '^server/src/store/(?!port[.]ts$)',
        ],
      },
    },
    {
      name: 'store-knows-no-use-case',
      comment: 'A store answers the port. Logic that a use case has belongs into app or domain.',
      severity: 'error',
      from: { path: '^server/src/store/', pathNot: tests },
      to: { path: ['^server/src/(app|api|http|cli|importers|exporters)/', '^server/src/(main|config)[.]ts$'] },
    },
    {
      name: 'stores-stay-apart',
      comment: 'What both stores need stands beside them (queries, documents, commit), never in the other one.',
      severity: 'error',
      from: { path: '^server/src/store/(embedded|neo4j)/', pathNot: tests },
      to: { path: '^server/src/store/(embedded|neo4j)/', pathNot: '^server/src/store/$1/' },
    },
    {
      name: 'shared-store-code-has-no-adapter',
      comment: 'Shared store code is given an executor. Only the index opens one adapter or the other.',
      severity: 'error',
      from: {
        path: '^server/src/store/',
        pathNot: [tests, '^server/src/store/(embedded|neo4j)/', '^server/src/store/index[.]ts$'],
      },
      to: { path: '^server/src/store/(embedded|neo4j)/' },
    },
    {
      name: 'neo4j-driver-in-its-adapter',
      comment: 'Only server/src/store/neo4j talks Bolt; everybody else asks the port.',
      severity: 'error',
      from: { path: '^(server|web|schema)/', pathNot: ['^server/src/store/neo4j/', tests] },
      to: { path: npm('neo4j-driver', 'neo4j-driver-core', 'neo4j-driver-bolt-connection') },
    },
    {
      name: 'grafeo-in-its-adapter',
      comment: 'Only server/src/store/embedded talks to the embedded database; everybody else asks the port.',
      severity: 'error',
      from: { path: '^(server|web|schema)/', pathNot: ['^server/src/store/embedded/', tests] },
      to: { path: npm('@grafeo-db/js', '@grafeo-db') },
    },
    {
      name: 'api-translates-only',
      comment: 'Resolvers call use cases from the context. Stores, routes and commands are wired outside.',
      severity: 'error',
      from: { path: '^server/src/api/', pathNot: tests },
      to: {
        path: [
          '^server/src/store/(?!port[.]ts$)',
          '^server/src/(http|cli|importers|exporters)/',
          '^server/src/(main|config)[.]ts$',
        ],
      },
    },
    {
      name: 'http-gets-its-store-given',
      comment: 'The HTTP layer is given what it serves; main wires it.',
      severity: 'error',
      from: { path: '^server/src/http/', pathNot: tests },
      to: { path: ['^server/src/store/(?!port[.]ts$)', '^server/src/cli/', '^server/src/(main|config)[.]ts$'] },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main and the CLI are where everything meets; what two of them need belongs into a module of its own.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/(main|serve)[.]ts$', '^server/src/cli/', tests] },
      to: { path: ['^server/src/main[.]ts$', '^server/src/cli/'] },
    },
    {
      name: 'server-stands-alone',
      comment: 'The server reads seeds and the built UI as files, and knows no test code.',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: ['^(web|seeds|test)/', '^@ehi/(web|seeds|test)'] },
    },
    {
      name: 'web-talks-graphql',
      comment: 'The UI knows the server by its schema only: use the generated types in web/src/gql.',
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: { path: ['^(server|seeds|test)/', '^@ehi/(server|seeds|test)'] },
    },
    {
      name: 'graph-model-is-pure',
      comment: 'The view-model has no framework, no colours and no fetch: generated types and itself only.',
      severity: 'error',
      from: { path: '^web/src/graph-model/', pathNot: tests },
      to: { pathNot: ['^web/src/graph-model/', '^web/src/gql/'] },
    },
    {
      name: 'graph-canvas-only-draws',
      comment: 'The canvas draws a view and reports ids. Data and screens stay outside.',
      severity: 'error',
      from: { path: '^web/src/graph-canvas/', pathNot: tests },
      to: { path: '^web/src/(features|editing|api|gql)/' },
    },
    {
      name: 'cytoscape-in-the-canvas',
      comment: 'Only web/src/graph-canvas knows Cytoscape and the layout engine; give it a TraceView.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: ['^web/src/graph-canvas/', tests] },
      to: { path: npm('cytoscape', 'cytoscape-[^/]+', 'elkjs') },
    },
    {
      name: 'features-stay-apart',
      comment: 'What two features share moves down to editing, graph-model, graph-canvas, api or ui.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/', pathNot: tests },
      to: { path: '^web/src/features/([^/]+)/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'editing-knows-no-screen',
      comment: 'The forms that change the inventory are shown by several screens; tell them what to do by a task.',
      severity: 'error',
      from: { path: '^web/src/editing/', pathNot: tests },
      to: { path: '^web/src/(features|graph-canvas)/' },
    },
    {
      name: 'live-knows-no-screen',
      comment:
        'Who is here and what they change is shown by every screen; screens and forms use it, never the other way round.',
      severity: 'error',
      from: { path: '^web/src/live/', pathNot: tests },
      to: { path: '^web/src/(features|editing)/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'Buttons, tables and tokens know nothing of EHI; pass words and glyph names in.',
      severity: 'error',
      from: { path: '^web/src/ui/', pathNot: tests },
      to: { path: '^web/src/(features|editing|api|gql|graph-model|graph-canvas)/' },
    },
    {
      name: 'api-client-knows-no-screen',
      comment: 'The client fetches and reports; screens call it, never the other way round.',
      severity: 'error',
      from: { path: '^web/src/api/', pathNot: tests },
      to: { path: '^web/src/(features|editing|graph-model|graph-canvas|ui)/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Test code is imported by tests only.',
      severity: 'error',
      from: { path: '^(server|web|schema|seeds)/', pathNot: tests },
      to: { path: ['^test/', '^@ehi/test', tests] },
    },
    {
      name: 'launchers-need-nothing',
      comment: 'server/bin runs before anything is installed: Node and its own files only.',
      severity: 'error',
      from: { path: '^server/bin/' },
      to: { pathNot: '^server/bin/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'product-needs-no-dev-dependency',
      comment: 'Code that runs in the product needs its package under `dependencies`.',
      severity: 'error',
      from: { path: '^(server|web)/src/', pathNot: [tests, '[.]d[.]ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'imports-resolve',
      comment:
        'Every import leads to a file; this one does not. (One package is of types alone and has no file to run.)',
      severity: 'error',
      from: { pathNot: tests },
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    {
      name: 'no-circles',
      comment: 'Move what both need into a third module. Imports of types alone do not count.',
      severity: 'error',
      from: { path: '^(server|web)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Anchored: a bare `dist/` would also drop packages whose main file lies in their own dist folder, unseen.
    exclude: { path: ['^(server|web|seeds|test)/dist/', '^test/rules/fixtures/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
