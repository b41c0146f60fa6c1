import type { ReactNode } from 'react';
import type { Concept } from '../../gql/graphql.ts';
import { Link } from '../../ui/Link.tsx';
import { hrefOf } from '../../graph-model/href-of.ts';

/** The name of a thing of the inventory, as a link to the page that shows it where there is one. */
export const Thing = ({
  concept,
  id,
  name,
}: {
  readonly concept: Concept;
  readonly id: string;
  readonly name: string;
}): ReactNode => {
  const href = hrefOf(concept, id);
  return href === undefined ? name : <Link href={href}>{name}</Link>;
};
