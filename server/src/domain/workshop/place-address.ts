/**
 * The address of a place in the page (path and search) as the reader reaches it; without an origin the path. Signs that end a link in Markdown or
 * HTML are encoded. `undefined` for what is no place in the page. Pure and total.
 */
export const placeAddress = (place: string, origin = ''): string | undefined => {
  if (!/^\/(?![/\\])/.test(place)) return undefined;
  const path = [...place].map((sign) => (sign <= ' ' || ending.has(sign) ? encodeURIComponent(sign) : sign)).join('');
  return `${origin}${path.replaceAll(/[()'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
};

const ending: ReadonlySet<string> = new Set('\\<>"`');
