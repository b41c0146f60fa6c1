import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import { CaptureLine } from './CaptureLine.tsx';
import { useView } from '../../view/use-view.ts';
import { LeaveLink } from './LeaveLink.tsx';
import { useStoppedClock } from './use-stopped-clock.ts';
import { useWorkshop, workshopHref } from './use-workshop.ts';
import '../../editing/mapping.css';
import './workshop.css';

/** The foot of every screen while the address names a workshop: the line that takes down what is said; where it is not going on, that it is not. */
export const CaptureBar = ({ id }: { readonly id: string }): ReactNode => {
  const query = useWorkshop(id);
  const view = useView();
  const workshop = query.phase === 'ready' ? query.data.workshop : undefined;
  // A view of another revision may show it closed while it goes on.
  useStoppedClock(workshop?.state === 'CLOSED' && !view.isReadOnly ? (workshop.closedAt ?? undefined) : undefined);
  if (query.phase !== 'ready') return null;
  if (workshop?.state === 'OPEN' && !view.isReadOnly)
    return <CaptureLine key={workshop.id} workshop={workshop} items={workshop.items} />;
  return (
    <footer className="capture-bar" aria-label="Workshop">
      <div className="capture-row">
        {view.isReadOnly ? (
          <>
            <Link href={workshopHref(id)}>{workshop?.name ?? id}</Link>
            <span className="quiet">
              Here nothing can be written down: go back to the inventory as it is now, with its names shown.
            </span>
          </>
        ) : workshop ? (
          <>
            <Link href={workshopHref(workshop.id)}>{workshop.name}</Link>
            <span className="quiet">
              {workshop.state === 'PLANNED'
                ? 'is planned: open it to keep what is said.'
                : 'is over: it takes nothing new.'}
            </span>
          </>
        ) : (
          <span>There is no workshop “{id}”.</span>
        )}
        <LeaveLink className="capture-leave">Leave the workshop</LeaveLink>
      </div>
    </footer>
  );
};
