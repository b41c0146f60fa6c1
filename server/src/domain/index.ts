export * from './result.ts';
export * from './model/entity.ts';
export * from './model/concepts.ts';
export * from './model/change.ts';
export * from './model/ehi-graph.ts';
export { parseCatalogues, parseCitation, formatCitation, type Catalogues, type Citation } from './catalogue/index.ts';
export * from './trace/index.ts';
