import type { ThingKey } from './input-values.ts';

/** What can be supposed of a thing at once: nothing more has to be said. */
export const supposals = ['down', 'ended', 'lifted'] as const;
export type Supposal = (typeof supposals)[number];

/** The what-if in which a thing is down, ended or lifted. Pure. */
export const supposeHref = (what: Supposal, { concept, id }: ThingKey): string =>
  `/what-if?suppose=${encodeURIComponent(`${what} ${concept} ${id}`)}`;

/** What an address has the what-if screen suppose; undefined when nothing, or nothing it knows. Pure and total. */
export const readSupposal = (
  text: string | null,
): { readonly what: Supposal; readonly thing: ThingKey } | undefined => {
  const [first, concept, id] = (text ?? '').split(' ');
  const what = supposals.find((known) => known === first);
  return what === undefined || !concept || !id ? undefined : { what, thing: { concept, id } };
};

/** What can be supposed of a thing of a concept, in the words of the question. Pure. */
export const supposalsOf = (concept: string): readonly (readonly [Supposal, string])[] => {
  switch (concept) {
    case 'SYSTEM':
    case 'FLOW':
    case 'ACCESS_CHANNEL':
      return [
        ['down', 'What if this were down?'],
        ['ended', 'What if this were ended?'],
      ];
    case 'RESTRICTION':
      return [['lifted', 'What if this were lifted?']];
    default:
      return [];
  }
};
