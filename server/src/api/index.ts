export { createApi, type Api, type ApiOptions, type ApiRequest, type ApiResponse } from './create-api.ts';
export type { ApiServices } from './context.ts';
export { loadTypeDefs } from './load-schema.ts';
export { defaultQueryLimits, type QueryLimits } from './query-limits.ts';
export { revisionHeader } from './revision-guard.ts';
export type { ViewServices } from './views.ts';
