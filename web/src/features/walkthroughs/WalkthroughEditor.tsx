import { useEffect, useState, type ReactNode } from 'react';
import { useAgenda } from '../../present/agenda.ts';
import { useWalkthrough, type WalkthroughData } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { useView } from '../../view/use-view.ts';
import { WalkthroughForm } from './WalkthroughForm.tsx';

const empty: WalkthroughData = {
  id: '',
  name: '',
  description: null,
  endedOn: null,
  revision: 0,
  atRevision: null,
  workshop: null,
  stops: [],
};

/** The walkthrough of an id, to be changed; a new one without an id. */
export const WalkthroughEditor = ({ id }: { readonly id: string | undefined }): ReactNode => {
  const { namesHidden } = useView();
  const { walkthrough, error, reload } = useWalkthrough(id);
  // A new one is prepared for the workshop one is in.
  const agenda = useAgenda();
  /** What is edited: another's save is not put under somebody's hands. */
  const [begun, setBegun] = useState<WalkthroughData | undefined>(id === undefined ? empty : undefined);
  useEffect(() => {
    if (walkthrough !== null && walkthrough !== undefined) setBegun((before) => before ?? walkthrough);
  }, [walkthrough]);
  useEffect(() => {
    document.title = `${begun?.name || 'New walkthrough'} · EHI Atlas`;
  }, [begun?.name]);
  if (namesHidden)
    return (
      <LonePage>
        <Notice kind="empty" title="Names are hidden in this tab.">
          Show them (Shift H) to change a walkthrough: it would be saved with the names hidden.
        </Notice>
      </LonePage>
    );
  if (walkthrough === null)
    return (
      <LonePage>
        <Notice kind="empty" title={`There is no walkthrough “${id ?? ''}”.`}>
          <Link href="/walkthroughs">All walkthroughs</Link>
        </Notice>
      </LonePage>
    );
  if (begun === undefined)
    return (
      <LonePage>
        {error === undefined ? (
          <Notice kind="loading" title="Fetching the walkthrough." />
        ) : (
          <FailedNotice title="The walkthrough could not be fetched." message={error.message} onRetry={reload} />
        )}
      </LonePage>
    );
  const isStale = walkthrough !== undefined && walkthrough.revision > begun.revision;
  return (
    <WalkthroughForm
      key={begun.revision}
      walkthrough={id === undefined && agenda !== undefined ? { ...begun, workshop: agenda } : begun}
      isStale={isStale}
      onAnew={() => walkthrough !== undefined && setBegun(walkthrough)}
      onSaved={(revision, saved) => setBegun({ ...saved, revision })}
    />
  );
};
