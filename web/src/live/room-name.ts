import { useLocation } from '../ui/use-location.ts';

/** The parameter of the address that names the workshop one is in; it stays while one goes from screen to screen. */
export const workshopParam = 'workshop';

/** The room of everybody who is in no workshop. */
export const commonRoom = 'everybody';

/** The room that an address is in. Pure. */
export const roomOf = (url: URL): string => {
  const workshop = url.searchParams.get(workshopParam) ?? '';
  return workshop === '' || workshop.length > 120 ? commonRoom : workshop;
};

/** The room this page is in: its workshop, or that of everybody. */
export const useRoomName = (): string => roomOf(useLocation());
