import { useEffect, useMemo, useRef, type PointerEvent, type ReactNode, type RefObject } from 'react';
import type { Palette } from '../palette.ts';
import type { Point } from '../scene.ts';
import type { ShownPart } from '../shown-part.ts';
import type { MapScene } from './map-scene.ts';

const size = { width: 200, height: 130, margin: 6 };

/** What draws the frame of the minimap anew: called at each move of the look, without the rest of the page. */
export type MinimapFrame = (shown: ShownPart) => void;

/**
 * The whole picture, small, with a frame around what is on screen; what is marked has a tick above it. Click or drag moves the look. Hidden from assistive
 * technology: fit, zoom and the outline do the same by key.
 */
export const Minimap = (props: {
  readonly scene: MapScene;
  readonly palette: Palette;
  readonly frame: RefObject<MinimapFrame | undefined>;
  readonly shown: () => ShownPart | undefined;
  readonly onMove: (place: Point) => void;
}): ReactNode => {
  const { scene, palette, frame, shown } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const fit = useMemo(() => fitOf(scene), [scene]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || fit === undefined) return;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    for (const box of scene.boxes) {
      const x = (box.x - box.width / 2 - fit.left) * fit.scale + fit.dx;
      const y = (box.y - box.height / 2 - fit.top) * fit.scale + fit.dy;
      const width = Math.max(1.5, box.width * fit.scale);
      context.fillStyle = box.emphasis === 'path' ? palette.accent : palette.nodeLine;
      context.fillRect(x, y, width, Math.max(1.5, box.height * fit.scale));
      if (!box.marked) continue;
      context.fillStyle = palette.tone.undocumented;
      context.fillRect(x + width / 2 - 1.5, y - 4, 3, 7);
    }
  }, [scene, palette, fit]);
  useEffect(() => {
    if (fit === undefined) return undefined;
    const draw: MinimapFrame = (now) => {
      if (window.current === null) return;
      const { style } = window.current;
      style.transform = `translate(${(now.left - fit.left) * fit.scale + fit.dx}px, ${(now.top - fit.top) * fit.scale + fit.dy}px)`;
      style.width = `${now.width * fit.scale}px`;
      style.height = `${now.height * fit.scale}px`;
    };
    frame.current = draw;
    const now = shown();
    if (now !== undefined) draw(now);
    return () => void (frame.current = undefined);
  }, [fit, frame, shown]);
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (fit === undefined) return;
    const box = event.currentTarget.getBoundingClientRect();
    props.onMove({
      x: (event.clientX - box.left - fit.dx) / fit.scale + fit.left,
      y: (event.clientY - box.top - fit.dy) / fit.scale + fit.top,
    });
  };
  const ratio = devicePixelRatio;
  return (
    <div
      className="minimap"
      aria-hidden="true"
      style={{ width: size.width, height: size.height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && move(event)}
    >
      <canvas
        ref={canvas}
        width={size.width * ratio}
        height={size.height * ratio}
        style={{ width: size.width, height: size.height }}
      />
      <div ref={window} className="minimap-window" />
    </div>
  );
};

const fitOf = ({ boxes }: MapScene) => {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x - box.width / 2);
    right = Math.max(right, box.x + box.width / 2);
    top = Math.min(top, box.y - box.height / 2);
    bottom = Math.max(bottom, box.y + box.height / 2);
  }
  const room = { width: size.width - 2 * size.margin, height: size.height - 2 * size.margin };
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top));
  return {
    left,
    top,
    scale,
    dx: (size.width - (right - left) * scale) / 2,
    dy: (size.height - (bottom - top) * scale) / 2,
  };
};
