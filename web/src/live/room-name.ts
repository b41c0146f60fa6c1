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

/** The id of the workshop that an address is in; undefined in none. Pure. */
export const workshopOf = (url: URL): string | undefined => {
  const room = roomOf(url);
  return room === commonRoom ? undefined : room;
};

/** The id of the workshop this page is in; undefined in none. */
export const useWorkshopId = (): string | undefined => workshopOf(useLocation());
