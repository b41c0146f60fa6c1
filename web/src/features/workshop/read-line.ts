import type { WorkshopItemKind } from '../../gql/graphql.ts';
import { lineKinds } from './item-kinds.ts';

/** A line as it is kept: its kind, and its words without the sign in front. */
export interface LineRead {
  readonly kind: WorkshopItemKind;
  readonly text: string;
  /** Whether a sign in the line says the kind, whatever is chosen beside it. */
  readonly signed: boolean;
}

/** Reads a line that is typed. The sign in front says its kind, else it is of the kind `chosen`. Pure and total. */
export const readLine = (line: string, chosen: WorkshopItemKind): LineRead => {
  const text = line.replaceAll(/\s+/gu, ' ').trim();
  const signed = lineKinds.find(({ sign }) => sign !== undefined && text.startsWith(sign));
  return signed === undefined
    ? { kind: chosen, text, signed: false }
    : { kind: signed.kind, text: text.slice(1).trim(), signed: true };
};
