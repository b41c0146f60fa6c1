import type { ReactNode } from 'react';
import { workshopParam } from '../../live/room-name.ts';
import { navigate } from '../../ui/use-location.ts';
import { withKept } from '../../view/kept-params.ts';

const list = '/workshop';

/** The list's address with everything of how screens are looked at, but for the workshop. */
const withoutWorkshop = (): string => {
  const kept = new URL(withKept(list, location.search), location.origin);
  kept.searchParams.delete(workshopParam);
  return `${kept.pathname}${kept.search}`;
};

/** Leaves the workshop this page is in, for the list of workshops. */
export const LeaveLink = (props: { readonly children: ReactNode; readonly className?: string }): ReactNode => (
  <a
    href={list}
    className={props.className}
    onClick={(event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(withoutWorkshop(), { bare: true });
    }}
  >
    {props.children}
  </a>
);
