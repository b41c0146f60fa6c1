export { isRequiredByLaw, keyOfChange, weightOf, type Lifting, type ReleaseChange } from './release-change.ts';
export { createReleaseGraph, type ReleaseGraph, type ReleaseQuestion } from './release-graph.ts';
export {
  searchReleaseSets,
  type ReleaseSearch,
  type ReleaseSearching,
  type ReleaseSet,
  type ReleaseSetsFound,
} from './search-release-sets.ts';
export { describeReleaseChange, describeReleaseSets } from './describe-release-set.ts';
