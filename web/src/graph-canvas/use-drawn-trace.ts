import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { TraceView } from '../graph-model/trace-view.ts';
import type { Sizes } from './layout/sizes.ts';
import type { Scene } from './scene.ts';
import type { ShownPart } from './shown-part.ts';
import type { CanvasHandle } from './use-cytoscape.ts';
import { useScene, type SceneState } from './use-scene.ts';
import { useZoomKeys } from './use-zoom-keys.ts';
import type { Measure } from './wrap-label.ts';

/** A view and the picture of exactly that view. */
export interface Drawn {
  readonly view: TraceView;
  readonly scene: Scene;
}

/** A view on its way to a picture, with what its frame and its buttons need. */
export interface DrawnTrace extends SceneState {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly handle: RefObject<CanvasHandle | null>;
  readonly hover: (id: string | undefined) => void;
  /** What the pointer is on, in a sentence. */
  readonly words: string | undefined;
  /** Whether more of the picture than its margin is out of sight below. */
  readonly moreBelow: boolean;
  readonly noteShown: (shown: ShownPart) => void;
}

/**
 * Draws a view for the shape of its frame, and tells when it is drawn. `labelledLines` says which lines have their words on them, given what the
 * pointer is on; keep the same function as long as its answers stay.
 */
export const useDrawnTrace = (props: {
  readonly view: TraceView;
  readonly measure: Measure;
  readonly sizes: Sizes;
  readonly labelledLines: (hovered: string | undefined) => ReadonlySet<string>;
  readonly onDrawn: (drawn: Drawn | undefined) => void;
}): DrawnTrace => {
  const { view, labelledLines, onDrawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const handle = useRef<CanvasHandle>(null);
  const [shape, setShape] = useState({ width: 0, height: 0 });
  const [hovered, hover] = useState<string>();
  const [moreBelow, setMoreBelow] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setShape({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const labelled = useMemo(() => labelledLines(hovered), [labelledLines, hovered]);
  const { scene, settled, failed } = useScene(view, labelled, props.measure, props.sizes, shape);
  useEffect(
    () => onDrawn(settled && scene !== undefined ? { view, scene } : undefined),
    [settled, scene, view, onDrawn],
  );
  useZoomKeys(handle);
  return {
    scene,
    settled,
    failed,
    frame,
    handle,
    hover,
    words: sentenceAt(view, hovered),
    moreBelow,
    noteShown: ({ top, height }) => setMoreBelow(scene !== undefined && top + height < scene.height - 30),
  };
};

const sentenceAt = ({ nodes, edges }: TraceView, hovered: string | undefined): string | undefined =>
  hovered === undefined ? undefined : [...nodes, ...edges].find(({ id }) => id === hovered)?.sentence;
