import { useCallback, useMemo, type ReactNode } from 'react';
import type { Sizes } from '../../graph-canvas/layout/sizes.ts';
import type { Palette } from '../../graph-canvas/palette.ts';
import { TraceFrame } from '../../graph-canvas/TraceFrame.tsx';
import { useDrawnTrace, type Drawn } from '../../graph-canvas/use-drawn-trace.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import { ZoomButtons } from '../../graph-canvas/ZoomButtons.tsx';
import type { TraceView } from '../../graph-model/trace-view.ts';

/** The drawn trace of a class with its zoom buttons. Lines that differ have their words on them. */
export const DifferencePicture = (props: {
  readonly view: TraceView;
  readonly selected: string | undefined;
  readonly palette: Palette;
  readonly measure: Measure;
  readonly sizes: Sizes;
  readonly fitKey: string;
  readonly onSelect: (id: string | undefined) => void;
  readonly onDrawn: (drawn: Drawn | undefined) => void;
}): ReactNode => {
  const { view, selected, measure, sizes, onDrawn } = props;
  const labelledLines = useCallback(
    (hovered: string | undefined) =>
      new Set(
        view.edges
          .filter(({ id, emphasis }) => emphasis === 'path' || id === selected || id === hovered)
          .map(({ id }) => id),
      ),
    [view, selected],
  );
  const drawn = useDrawnTrace({ view, measure, sizes, labelledLines, onDrawn });
  const looked = useMemo(() => (selected === undefined ? [] : [selected]), [selected]);
  return (
    <div className="what-if-canvas">
      <ZoomButtons drawn={drawn} />
      <TraceFrame
        drawn={drawn}
        palette={props.palette}
        looked={looked}
        fitKey={props.fitKey}
        coming="Laying out the picture."
        instead="The table says the same."
        onSelect={props.onSelect}
      />
    </div>
  );
};
