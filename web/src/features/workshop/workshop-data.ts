import type { WorkshopItemPartsFragment, WorkshopNowQuery, WorkshopPartsFragment } from '../../gql/graphql.ts';

/** A workshop as its screen has it. */
export type WorkshopData = WorkshopPartsFragment;

/** What was said in a workshop: the first page, and how many there are. */
export type ItemsData = NonNullable<WorkshopNowQuery['workshop']>['items'];

/** Something that was said. */
export type ItemData = WorkshopItemPartsFragment;

/** One topic of an agenda. */
export type TopicData = WorkshopPartsFragment['topics'][number];
