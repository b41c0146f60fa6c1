import type { ThingReference } from '../../../domain/model/concepts.ts';
import { burnDownOf } from '../../../app/minutes-of.ts';
import { partakersOf, savedBy } from '../../../domain/what-if/index.ts';
import {
  itemsOf,
  jsonRecords,
  outagesOf,
  stopsOf,
  topicsOf,
  totalUnknown,
  unknownKinds,
  unknownWords,
} from '../../../domain/workshop/index.ts';
import type { ApiContext } from '../../context.ts';
import { orThrow } from '../../errors.ts';
import { pageInOrder } from '../../findings-page.ts';
import type {
  BurnDownPointResolvers,
  ScenarioResolvers,
  WalkthroughResolvers,
  WorkshopItemResolvers,
  WorkshopResolvers,
} from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { historyOf } from './history.ts';

/** Workshops. */
export const Workshop: WorkshopResolvers = {
  history: historyOf('Workshop'),
  topics: (workshop) => topicsOf(workshop),
  items: async ({ id }, { filter, ...args }, { reads }) => {
    const { graph } = await reads.snapshot();
    const fitting = itemsOf(graph.WorkshopItem, id).filter(
      ({ kind, state, topic }) =>
        (!filter?.kinds || filter.kinds.includes(kind)) &&
        (!filter?.state || filter.state === state) &&
        (!filter?.topic || filter.topic === topic),
    );
    return pageInOrder(fitting, (item) => item.id, args);
  },
  burnDown: async (_workshop, _args, { reads, services }) => {
    const { index } = await reads.snapshot();
    return burnDownOf(index, services.catalogues, services.now());
  },
};

/** How much was unknown at one moment. */
export const BurnDownPoint: BurnDownPointResolvers = {
  workshop: ({ workshop }) => workshop?.id ?? null,
  name: ({ workshop }) => workshop?.name ?? null,
  counts: ({ counts }) => unknownKinds.map((kind) => ({ kind, title: unknownWords[kind], count: counts[kind] })),
  total: ({ counts }) => totalUnknown(counts),
};

/** What was said in workshops. */
export const WorkshopItem: WorkshopItemResolvers = {
  history: historyOf('WorkshopItem'),
  workshop: ({ workshop }, _args, { reads }) => reads.refer('Workshop', workshop),
  about: ({ about }, _args, context) => (about === undefined ? null : toThing(about, context)),
  changedBy: async ({ createdAt, updatedAt, revision }, _args, { services }) => {
    if (createdAt === updatedAt) return null;
    const [last] = orThrow(await services.store.changes(revision - 1, 1));
    return last?.actor ?? null;
  },
  picture: ({ picture }, _args, { reads }) => (picture === undefined ? null : reads.refer('Evidence', picture)),
};

/** Scenarios. */
export const Scenario: ScenarioResolvers = {
  history: historyOf('Scenario'),
  changes: ({ changes }) => jsonRecords(changes),
  savedBy: (scenario) => savedBy(scenario),
  cannotDecide: (scenario) => partakersOf(scenario),
  outages: (scenario, _args, context) => Promise.all(outagesOf(scenario).map((each) => toThing(each, context))),
  workshop: ({ workshop }, _args, { reads }) => (workshop === undefined ? null : reads.refer('Workshop', workshop)),
};

/** Walkthroughs. */
export const Walkthrough: WalkthroughResolvers = {
  history: historyOf('Walkthrough'),
  stops: (walkthrough) => stopsOf(walkthrough),
  workshop: ({ workshop }, _args, { reads }) => (workshop === undefined ? null : reads.refer('Workshop', workshop)),
};

const toThing = async ({ concept, id }: ThingReference, { reads }: ApiContext) => ({
  concept: enumByConcept[concept],
  id,
  name: (await reads.find(concept, id))?.name ?? id,
});
