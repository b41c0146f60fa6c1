import { useMemo } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { commonRoom, useRoomName } from '../../live/room-name.ts';
import { WorkshopHereDocument } from './scenario-documents.ts';

/** The workshop this page is in, where there is such a one: what is saved now is made in it. */
export const useWorkshopHere = (): { readonly id: string; readonly name: string } | undefined => {
  const room = useRoomName();
  const query = useQuery(
    WorkshopHereDocument,
    useMemo(() => (room === commonRoom ? undefined : { id: room }), [room]),
    { keep: true },
  );
  return (query.phase === 'ready' ? query.data.workshop : undefined) ?? undefined;
};
