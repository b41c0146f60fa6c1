import { useMemo, type ReactNode } from 'react';
import { Notice } from '../ui/Notice.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import type { ShownPart } from './shown-part.ts';
import type { DrawnTrace } from './use-drawn-trace.ts';

/** The frame of a trace: its picture, or why there is none yet, and a line of words about what the pointer is on. */
export const TraceFrame = (props: {
  readonly drawn: DrawnTrace;
  readonly palette: Palette;
  /** What is brought on screen, what matters most first: the first is ringed. */
  readonly looked: readonly string[];
  readonly fitKey: string;
  /** Said while there is no picture yet. */
  readonly coming: string;
  /** Where the same is said, should there never be one. */
  readonly instead: string;
  readonly onSelect: (id: string | undefined) => void;
  readonly onShown?: (shown: ShownPart, scene: Scene) => void;
  /** What lies over the picture, once it is there. */
  readonly children?: ReactNode;
}): ReactNode => {
  const { looked } = props;
  const { frame, handle, scene, settled, failed, words, hover, noteShown } = props.drawn;
  const marked = useMemo(() => new Set(looked.slice(0, 1)), [looked]);
  return (
    <div className="picture" ref={frame} data-drawn={settled ? 'yes' : 'no'}>
      {failed ? (
        <Notice kind="failed" title="The picture could not be laid out.">
          {props.instead}
        </Notice>
      ) : scene === undefined ? (
        <Notice kind="loading" title={props.coming} />
      ) : (
        <>
          <GraphCanvas
            scene={scene}
            palette={props.palette}
            selected={marked}
            looked={looked}
            fitKey={props.fitKey}
            onSelect={props.onSelect}
            onHover={hover}
            onShown={(now) => {
              noteShown(now);
              props.onShown?.(now, scene);
            }}
            handle={handle}
          />
          {props.children}
        </>
      )}
      {words === undefined ? null : (
        <p className="hover-words" aria-hidden="true">
          {words}
        </p>
      )}
    </div>
  );
};
