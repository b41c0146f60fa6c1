import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { navigate } from '../../ui/use-location.ts';
import { useOpenedFocus } from '../../ui/use-opened-focus.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { hasDraftOf, newForm, WorkshopForm } from './WorkshopForm.tsx';
import { WorkshopsDocument } from './documents.ts';
import { workshopHref } from './use-workshop.ts';
import type { WorkshopData } from './workshop-data.ts';

const firstPage = { after: null };

const states = [
  ['OPEN', 'Going on', 'No workshop is going on. Open one that is planned, or plan one.'],
  ['PLANNED', 'Planned', 'No workshop is planned.'],
  ['CLOSED', 'Over', 'No workshop is over yet. Here will be their minutes.'],
] as const;

/** Every workshop by where it stands, and the form to plan another. */
export const WorkshopList = (): ReactNode => {
  const query = useQuery(WorkshopsDocument, firstPage, { keep: true });
  // What was typed and not sent comes back with the page.
  const [planning, setPlanning] = useState(() => hasDraftOf(newForm));
  const { form, opener } = useOpenedFocus(planning);
  useEffect(() => {
    document.title = 'Workshops · EHI Atlas';
  }, []);
  return (
    <main className="overview workshops" id="main">
      <div className="row spread">
        <h1>Workshops</h1>
        {planning ? null : (
          <OnlyNow>
            <button ref={opener} type="button" className="button primary" onClick={() => setPlanning(true)}>
              Plan a workshop
            </button>
          </OnlyNow>
        )}
      </div>
      {planning ? (
        <section ref={form} className="sheet" aria-labelledby="plan">
          <h2 id="plan">Plan a workshop</h2>
          <WorkshopForm
            onDone={(id) => (id === undefined ? setPlanning(false) : navigate(workshopHref(id)))}
            onCancel={() => setPlanning(false)}
          />
        </section>
      ) : null}
      {query.phase === 'failed' ? (
        <FailedNotice title="The workshops could not be fetched." message={query.error.message} onRetry={query.retry} />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Fetching the workshops." />
      ) : (
        <>
          {query.trouble === undefined ? null : <StaleNotice message={query.trouble.message} onRetry={query.retry} />}
          {states.map(([state, title, none]) => (
            <Workshops
              key={state}
              title={title}
              none={none}
              workshops={query.data.workshops.nodes.filter((each) => each.state === state)}
            />
          ))}
          {query.data.workshops.pageInfo.hasNextPage ? (
            <p className="quiet">
              These are the {query.data.workshops.nodes.length} written last, of {query.data.workshops.totalCount}.
            </p>
          ) : null}
        </>
      )}
    </main>
  );
};

const Workshops = (props: {
  readonly title: string;
  readonly none: string;
  readonly workshops: readonly WorkshopData[];
}): ReactNode => (
  <section className="sheet" aria-label={props.title}>
    <h2>
      {props.title} <span className="quiet">{props.workshops.length}</span>
    </h2>
    {props.workshops.length === 0 ? (
      <p className="quiet">{props.none}</p>
    ) : (
      <ul className="plain workshop-list">
        {props.workshops.map((workshop) => (
          <li key={workshop.id}>
            <div>
              <Link href={workshopHref(workshop.id)}>{workshop.name}</Link>
              {workshop.description ? <p className="quiet">{workshop.description}</p> : null}
            </div>
            <span className="quiet">
              {workshop.heldOn} · led by {workshop.facilitator} · {counted(workshop.topics.length, 'topic')} ·{' '}
              {counted(workshop.attendees.length, 'person', 'people')}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
