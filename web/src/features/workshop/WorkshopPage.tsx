import { useEffect, type ReactNode } from 'react';
import { useWorkshopId } from '../../live/room-name.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { LeaveLink } from './LeaveLink.tsx';
import { useWorkshop } from './use-workshop.ts';
import { WorkshopList } from './WorkshopList.tsx';
import { WorkshopScreen } from './WorkshopScreen.tsx';
import '../../editing/mapping.css';
import './workshop.css';

/** The workshop this page is in; in none, the list of workshops. */
export const WorkshopPage = (): ReactNode => {
  const id = useWorkshopId();
  return id === undefined ? <WorkshopList /> : <OneWorkshop key={id} id={id} />;
};

const OneWorkshop = ({ id }: { readonly id: string }): ReactNode => {
  const query = useWorkshop(id);
  const name = query.phase === 'ready' ? query.data.workshop?.name : undefined;
  useEffect(() => {
    document.title = `${name ?? 'Workshop'} · EHI Atlas`;
  }, [name]);
  if (query.phase === 'ready' && query.data.workshop)
    return (
      <WorkshopScreen
        workshop={query.data.workshop}
        items={query.data.workshop.items}
        trouble={query.trouble?.message}
        onRetry={query.retry}
      />
    );
  return (
    <LonePage>
      {query.phase === 'ready' ? (
        <Notice kind="empty" title={`There is no workshop “${id}”.`}>
          It may belong to another inventory. <LeaveLink>All workshops</LeaveLink>
        </Notice>
      ) : query.phase === 'failed' ? (
        <FailedNotice title="The workshop could not be fetched." message={query.error.message} onRetry={query.retry} />
      ) : (
        <Notice kind="loading" title="Fetching the workshop." />
      )}
    </LonePage>
  );
};
