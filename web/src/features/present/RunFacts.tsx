import { useState, type ReactNode } from 'react';
import { counted } from '../../graph-model/words.ts';
import { useWorkshopId } from '../../live/room-name.ts';
import { linkToStop } from '../../present/walkthrough.ts';
import { announce } from '../../ui/live.ts';
import type { Run } from './use-run.ts';

/** Which stop of how many, what it is called, and the link by which others open it. */
export const RunFacts = ({ run }: { readonly run: Run }): ReactNode => {
  const [trouble, setTrouble] = useState<string>();
  const { walkthrough, number, stop } = run;
  // Elsewhere the clock says how long the stop is to be shown; in a workshop it is the topic's.
  const isInWorkshop = useWorkshopId() !== undefined;
  const link = new URL(linkToStop(walkthrough.id, number), location.origin).href;
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => announce('Link to this stop copied.'),
      () => setTrouble(`The link could not be copied. It is ${link}`),
    );
  };
  return (
    <>
      <p className="present-position">
        {number + 1} of {walkthrough.stops.length}: {stop?.title ?? 'this stop was taken out'}
        {isInWorkshop && stop?.seconds ? ` (${counted(stop.seconds, 'second')})` : ''}
      </p>
      <button type="button" className="button" onClick={copy}>
        Copy link
      </button>
      {trouble === undefined ? null : (
        <p className="loud" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
};
