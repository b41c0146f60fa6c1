import { createContext, useContext } from 'react';
import type { ChangeInput } from '../gql/graphql.ts';
import type { ThingRef } from './edited-concept.ts';

/** Where the changes of the forms go when they are not to be written but only supposed. */
export interface ChangeSink {
  /** Takes the changes that a form would have written. */
  readonly take: (changes: readonly ChangeInput[]) => void;
  /** What is supposed to be there beside the inventory: fields that find things offer it too. */
  readonly things: readonly ThingRef[];
  /** What goes before the names of the forms' drafts, so that they are not those of forms that write. */
  readonly drafts: string;
}

/** The sink of the forms within; undefined where forms write into the inventory. */
export const ChangeSinkContext = createContext<ChangeSink | undefined>(undefined);

/** Where the changes of this form go; undefined when into the inventory. */
export const useChangeSink = (): ChangeSink | undefined => useContext(ChangeSinkContext);
