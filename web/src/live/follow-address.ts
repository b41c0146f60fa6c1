/** Parameters that are a person's own affair: the form that is open there, and whether a page is in presenter mode. */
const personal = ['do', 'present'] as const;

/** Where somebody who follows goes: to the same screen, selection, filters and step, with no form open. Pure. */
export const followAddress = (address: string): string => {
  const url = new URL(address, 'http://here');
  for (const name of personal) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
};

/** Whether two addresses show the same, each to its person. Pure. */
export const showsSame = (one: string, other: string): boolean => followAddress(one) === followAddress(other);
