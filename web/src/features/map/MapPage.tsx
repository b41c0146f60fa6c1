import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { MapClassesDocument } from './documents.ts';
import { MapScreen } from './MapScreen.tsx';
import { useMapParams } from './use-map-params.ts';
import { useMapPicture } from './use-map-picture.ts';
import './map.css';

const noVariables = {};

/** The map that the address names, or why there is none. */
export const MapPage = ({ dark }: { readonly dark: boolean }): ReactNode => {
  const [params, change] = useMapParams();
  const query = useMapPicture(params);
  const around = useQuery(MapClassesDocument, noVariables, { keep: true });
  if (query.phase === 'failed') {
    return (
      <LonePage>
        {query.error.code === 'NOT_FOUND' ? (
          <Notice kind="empty" title={query.error.message}>
            <Link href="/map">Show the whole inventory</Link>, or choose another day.
          </Notice>
        ) : (
          <FailedNotice title="The map could not be fetched." message={query.error.message} onRetry={query.retry} />
        )}
      </LonePage>
    );
  }
  if (around.phase === 'failed') {
    return (
      <LonePage>
        <FailedNotice title="The map could not be fetched." message={around.error.message} onRetry={around.retry} />
      </LonePage>
    );
  }
  if (query.phase !== 'ready' || around.phase !== 'ready') {
    const trouble = 'trouble' in query ? query.trouble : undefined;
    return (
      <LonePage>
        <Notice kind="loading" title="Fetching the map.">
          {trouble === undefined ? undefined : `${trouble.message} Trying again.`}
        </Notice>
      </LonePage>
    );
  }
  return (
    <MapScreen
      map={query.data.map}
      asked={query.asked}
      inventory={around.data.inventory.name ?? ''}
      classes={around.data.dataClasses.nodes}
      params={params}
      change={change}
      dark={dark}
      refreshing={query.refreshing}
      trouble={query.trouble?.message}
      onRetry={query.retry}
    />
  );
};
