import { pageUrl } from '../view/page-url.ts';

/** Parameters that are a person's own affair: the form that is open there, and whether a page is in presenter mode. */
const personal = ['do', 'present'] as const;

/** Where somebody is, for others: the same screen, view, selection, filters and step, with no form open. The home page for what is no place of this site, since anybody may have said it. Pure and total. */
export const followAddress = (address: string): string => {
  const url = pageUrl(address);
  for (const name of personal) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
};

/** Where somebody who follows goes: there, and the own presenter mode stays as it is. `own` is the query of the own address. Pure and total. */
export const wayToFollow = (address: string, own: string): string => {
  const url = pageUrl(followAddress(address));
  const present = new URLSearchParams(own).get('present');
  if (present !== null) url.searchParams.set('present', present);
  return `${url.pathname}${url.search}`;
};

/** Whether two addresses show the same, each to its person. Pure and total. */
export const showsSame = (one: string, other: string): boolean => followAddress(one) === followAddress(other);
