import { toGraphQLError } from './errors.ts';

/** A place in a list sorted by one value and, where that is equal, by id. */
export interface ListPlace {
  readonly value: string;
  readonly id: string;
}

/** Returns the cursor of a place: opaque text for a URL. */
export const toCursor = ({ value, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Returns the place a cursor stands for, `undefined` for none. Throws BAD_USER_INPUT for a text that is no cursor. */
export const fromCursor = (cursor: string | null | undefined): ListPlace | undefined => {
  if (cursor === null || cursor === undefined || cursor === '') return undefined;
  const parts = parse(cursor);
  if (Array.isArray(parts) && typeof parts[0] === 'string' && typeof parts[1] === 'string' && parts.length === 2) {
    return { value: parts[0], id: parts[1] };
  }
  throw toGraphQLError({ type: 'CursorInvalid', value: cursor });
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Returns a page size within 1 and `most`. Throws BAD_USER_INPUT for any other: a cap is never silent. */
export const pageSize = (first: number | null | undefined, usual: number, most: number): number => {
  const size = first ?? usual;
  if (size >= 1 && size <= most) return size;
  throw toGraphQLError({
    type: 'ArgumentInvalid',
    field: 'first',
    message: `first must be 1 to ${most}; it is ${size}.`,
  });
};
