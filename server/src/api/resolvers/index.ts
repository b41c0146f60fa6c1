import type { Resolvers } from '../gen/resolver-types.ts';
import { dateScalar, dateTimeScalar } from '../scalars.ts';
import { conceptMutations } from './mutation/concepts.ts';
import { end } from './mutation/end.ts';
import { importArtefact } from './mutation/import-artefact.ts';
import { catalogue } from './query/catalogue.ts';
import { changes } from './query/changes.ts';
import { conceptQueries } from './query/concepts.ts';
import { inventory } from './query/inventory.ts';
import { node } from './query/node.ts';
import { search } from './query/search.ts';
import { trace, tracePaths } from './query/trace.ts';
import { rulePacks, verdicts } from './query/verdicts.ts';
import { Catalogues } from './types/catalogues.ts';
import * as concepts from './types/concepts.ts';
import * as records from './types/records.ts';
import * as traces from './types/trace.ts';
import * as judged from './types/verdict.ts';

/** Every resolver of the API. */
export const resolvers: Resolvers = {
  Query: { ...conceptQueries(), catalogue, changes, inventory, node, search, trace, tracePaths, rulePacks, verdicts },
  Mutation: { ...conceptMutations(), end, importArtefact },
  ...concepts,
  ...records,
  ...traces,
  ...judged,
  Catalogues,
  Date: dateScalar,
  DateTime: dateTimeScalar,
};
