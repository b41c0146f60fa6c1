import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { useImperativeHandle } from 'react';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import type { ShownPart } from './shown-part.ts';
import { useCytoscape, type CanvasHandle } from './use-cytoscape.ts';

/** What the picture needs. `selected` are view ids; a change of `fitKey` shows the whole picture anew. */
export interface GraphCanvasProps {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly selected: ReadonlySet<string>;
  /** What is brought on screen when it changes, what matters most first. */
  readonly looked: readonly string[];
  readonly fitKey: string;
  readonly onSelect: (id: string | undefined) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onShown: (shown: ShownPart) => void;
  readonly handle: Ref<CanvasHandle>;
}

/**
 * The drawn picture. It is hidden from assistive technology and takes no focus: the outline and the table say the same and can be worked
 * by keyboard.
 */
export const GraphCanvas = (props: GraphCanvasProps): ReactNode => {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useCytoscape(host, props.scene, props.palette, props.selected, props.fitKey, props);
  useImperativeHandle(props.handle, () => ({
    show: () => canvas.current?.show(),
    fit: () => canvas.current?.fit(),
    zoomBy: (factor) => canvas.current?.zoomBy(factor),
    panDown: () => canvas.current?.panDown(),
    reveal: (ids) => canvas.current?.reveal(ids),
    revealPath: () => canvas.current?.revealPath(),
  }));
  const path = props.scene.nodes
    .filter((node) => node.emphasis === 'path')
    .map((node) => node.id)
    .join(' ');
  useEffect(() => {
    if (path !== '') canvas.current?.revealPath();
  }, [canvas, path]);
  const chosen = props.looked.join('\n');
  useEffect(() => {
    if (chosen !== '') canvas.current?.reveal(chosen.split('\n'));
  }, [canvas, chosen]);
  return <div ref={host} className="canvas" aria-hidden="true" />;
};
