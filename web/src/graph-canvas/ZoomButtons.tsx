import type { ReactNode } from 'react';
import type { DrawnTrace } from './use-drawn-trace.ts';

/** The buttons that move the look at a trace. `beyond` says on which sides there is more; it is told where the type is that of a room. */
export const ZoomButtons = (props: { readonly drawn: DrawnTrace; readonly beyond?: string | undefined }): ReactNode => {
  const { handle, moreBelow } = props.drawn;
  const zoom = (factor: number) => () => handle.current?.zoomBy(factor);
  return (
    <div className="zoom" role="group" aria-label="Look at the picture">
      {props.beyond === undefined ? null : <p className="beyond">More {props.beyond}</p>}
      <button
        type="button"
        className="button more-below"
        disabled={!moreBelow}
        onClick={() => handle.current?.panDown()}
      >
        More below ↓
      </button>
      <button type="button" className="button" onClick={zoom(1.25)} aria-label="Zoom in" title="Zoom in (+)">
        +
      </button>
      <button type="button" className="button" onClick={zoom(0.8)} aria-label="Zoom out" title="Zoom out (-)">
        −
      </button>
      <button type="button" className="button" onClick={() => handle.current?.fit()} title="Show the whole picture (0)">
        Fit
      </button>
    </div>
  );
};
