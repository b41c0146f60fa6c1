import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { navigate } from '../../ui/use-location.ts';
import { RecordedAtDocument } from '../../view/documents.ts';
import { here } from '../../view/here.ts';
import { useView } from '../../view/use-view.ts';
import { withoutView } from '../../view/view-address.ts';
import './views.css';

/** Under the bar on top: that the page looks at the inventory as it stood at a revision, and the way back to now. */
export const ViewBanner = (): ReactNode => {
  const { at } = useView();
  return at === undefined ? null : <FrozenBanner at={at} />;
};

const FrozenBanner = ({ at }: { readonly at: string }): ReactNode => {
  const revision = /^[1-9]\d{0,14}$/.test(at) ? Number(at) : undefined;
  const query = useQuery(RecordedAtDocument, revision === undefined ? undefined : { after: revision - 1 });
  const recorded = query.phase === 'ready' ? query.data.changes[0]?.at : undefined;
  const words =
    revision === undefined
      ? 'The address names no revision: it must be a whole number from 1 on.'
      : query.phase === 'failed'
        ? query.error.message
        : `You see the inventory as it stood at revision ${at}${recorded === undefined ? '' : `, recorded ${momentWords(recorded)}`}. Nothing can be changed here.`;
  return (
    <section className="view-banner" aria-label="What you see">
      <p>{words}</p>
      <button type="button" className="button" onClick={() => navigate(withoutView(here()), { bare: true })}>
        Go to now
      </button>
    </section>
  );
};

/** `2026-11-30 14:02 UTC`. */
const momentWords = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
