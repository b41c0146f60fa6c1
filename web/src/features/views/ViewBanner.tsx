import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { navigate } from '../../ui/use-location.ts';
import { RecordedAtDocument, RevisionDocument } from '../../view/documents.ts';
import { here } from '../../view/here.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { useView } from '../../view/use-view.ts';
import { isScenarioId, withoutView } from '../../view/view-address.ts';
import './views.css';

/** Under the bar on top: what the page looks at instead of the inventory as it is now, and the way back. */
export const ViewBanner = (): ReactNode => {
  const { at, scenario } = useView();
  return (
    <>
      {at === undefined ? null : <FrozenBanner at={at} />}
      {scenario === undefined ? null : <ScenarioBanner />}
    </>
  );
};

const ScenarioBanner = (): ReactNode => {
  const { scenario: id = '' } = useView();
  const { scenario = '' } = useNamedView();
  const query = useQuery(RevisionDocument, noVariables);
  return (
    <section className="view-banner" aria-label="What if">
      <p>
        {!isScenarioId(id)
          ? 'The address names no what-if: its id has letters and digits, dots, dashes, colons and low lines, 128 at most.'
          : query.phase === 'failed'
            ? query.error.message
            : `What if: ${scenario}. You see the inventory with its changes made and what it says is down taken out, for today. Nothing is written, and nothing can be changed here.`}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => navigate(withoutView(here(), ['scenario']), { bare: true })}
      >
        Leave the what-if
      </button>
    </section>
  );
};

const noVariables = {};

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
      <button type="button" className="button" onClick={() => navigate(withoutView(here(), ['at']), { bare: true })}>
        Go to now
      </button>
    </section>
  );
};

/** `2026-11-30 14:02 UTC`. */
const momentWords = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
