/** Whether two names are of one person, as the server tells people apart: not by letters of other widths, case or space. Pure. */
export const isSamePerson = (a: string, b: string): boolean => plainName(a) === plainName(b);

const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
