import { mapOf, type AskedThing } from '../../../app/map-of.ts';
import { orThrow } from '../../errors.ts';
import type { MapThingInput, QueryResolvers } from '../../gen/resolver-types.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { judgeDeps } from './verdicts.ts';

/** Systems and access channels, what runs between them, and how much of their surroundings is not shown. */
export const map: NonNullable<QueryResolvers['map']> = async (_parent, { input }, context) => {
  const { index } = await context.reads.snapshot();
  const { asOf, around, hops, expand, show, hide, dataClass, most } = input;
  return orThrow(
    mapOf(index, await judgeDeps(context), {
      asOf: asOf ?? context.services.now().slice(0, 10),
      around: around?.map(toAsked),
      expand: expand?.map(({ thing, direction }) => ({ thing: toAsked(thing), direction })),
      show: show?.map(toAsked),
      hide: hide?.map(toAsked),
      hops,
      dataClass,
      most,
    }),
  );
};

const toAsked = ({ concept, id }: MapThingInput): AskedThing => ({ concept: conceptByEnum[concept], id });
