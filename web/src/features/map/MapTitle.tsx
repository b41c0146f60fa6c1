import type { ReactNode, RefObject } from 'react';
import type { MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import { SavedViews } from './SavedViews.tsx';
import type { ChangeMap, MapParams } from './use-map-params.ts';

/** The name of the picture and what can be done with all of it. */
export const MapTitle = (props: {
  readonly title: string;
  readonly params: MapParams;
  readonly change: ChangeMap;
  readonly canvas: RefObject<MapCanvasHandle | null>;
  readonly onWhole: () => void;
  readonly onTidy: () => void;
  readonly onWays: () => void;
  readonly say: (words: string) => void;
}): ReactNode => {
  const { params, canvas } = props;
  const picture = params.view === 'picture';
  return (
    <div className="head">
      <div className="title">
        <h1>{props.title}</h1>
      </div>
      <div className="zoom" role="group" aria-label="Look at the picture">
        {params.around.length === 0 ? null : (
          <button type="button" className="button" onClick={props.onWhole}>
            Whole inventory
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-pressed={params.ways !== undefined}
          onClick={props.onWays}
          title="Ways from one thing to another (W)"
        >
          Ways
        </button>
        <SavedViews say={props.say} />
        {picture ? (
          <>
            <button
              type="button"
              className="button"
              onClick={props.onTidy}
              title="Lay out everything anew, except what is pinned"
            >
              Tidy up
            </button>
            <button
              type="button"
              className="button"
              aria-label="Zoom in"
              title="Zoom in (+)"
              onClick={() => canvas.current?.zoomBy(1.25)}
            >
              +
            </button>
            <button
              type="button"
              className="button"
              aria-label="Zoom out"
              title="Zoom out (-)"
              onClick={() => canvas.current?.zoomBy(0.8)}
            >
              −
            </button>
            <button
              type="button"
              className="button"
              title="Show the whole picture (0)"
              onClick={() => canvas.current?.fit()}
            >
              Fit
            </button>
          </>
        ) : null}
      </div>
      <div className="view-switch" role="group" aria-label="Show as">
        {(['picture', 'table'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            aria-pressed={params.view === kind}
            onClick={() => props.change({ view: kind })}
          >
            {kind === 'picture' ? 'Picture' : 'Table'}
          </button>
        ))}
      </div>
    </div>
  );
};
