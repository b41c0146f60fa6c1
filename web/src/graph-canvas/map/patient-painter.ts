import type { Core } from 'cytoscape';
import type { AnyCanvas, Context, Elements, Extent, LibraryRenderer, TextureViewport } from './library-renderer.ts';

/** How long a picture is drawn before the page gets its turn, in milliseconds. */
const sliceTime = 24;
/** After so many elements it is asked how late it is. */
const atOnce = 40;

/**
 * Draws a large picture a slice at a time beside the one that is seen, which stays, moved along with the look, until the new one is whole. So a
 * picture of any size makes no long task, and one whose part in sight is small is there in the same frame.
 */
export interface PatientPainter {
  readonly paint: (context: Context, elements: Elements, ratio: number, extent: Extent) => void;
  /** Gives up what is being drawn: it will be asked for anew. */
  readonly abandon: () => void;
  /** Gives up what is being drawn, and what was. */
  readonly forget: () => void;
  /** The last picture that was drawn to its end. */
  readonly last: () => Image | undefined;
  /** Once the next picture is drawn to its end. */
  readonly whole: () => Promise<void>;
}

/** A picture drawn to its end, and how it was looked at then. */
export interface Image {
  readonly texture: AnyCanvas;
  readonly viewport: TextureViewport;
}

/** The painter of one canvas. */
export const createPatientPainter = (cy: Core, renderer: LibraryRenderer): PatientPainter => {
  let front: Image | undefined;
  let spare: AnyCanvas | undefined;
  let job = 0;
  let waiting: (() => void)[] = [];

  const finish = (image: Image, context: Context): void => {
    spare = front?.texture;
    front = image;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, image.viewport.width, image.viewport.height);
    context.drawImage(image.texture, 0, 0);
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    paint: (context, elements, ratio, extent) => {
      job += 1;
      const mine = job;
      const viewport = lookOf(cy, renderer);
      if (front !== undefined) drawInPlace(context, front, ratio);
      const texture = blank(renderer, spare);
      spare = undefined;
      const onto = texture.getContext('2d') as Context;
      onto.setTransform(context.getTransform());
      let at = 0;
      const slice = (): void => {
        if (mine !== job || renderer.destroyed === true) {
          spare ??= texture;
          return;
        }
        const end = performance.now() + sliceTime;
        do {
          for (const element of elements.slice(at, at + atOnce))
            renderer.drawCachedElement(onto, element, ratio, extent);
          at += atOnce;
        } while (at < elements.length && performance.now() < end);
        if (at < elements.length) requestAnimationFrame(slice);
        else finish({ texture, viewport }, context);
      };
      slice();
    },
    abandon: () => void (job += 1),
    forget: () => {
      job += 1;
      front = undefined;
    },
    last: () => front,
    whole: () => new Promise((resolve) => void waiting.push(resolve)),
  };
};

const lookOf = (cy: Core, { canvasWidth, canvasHeight }: LibraryRenderer): TextureViewport => {
  const zoom = cy.zoom();
  const pan = { ...cy.pan() };
  return { zoom, pan, width: canvasWidth, height: canvasHeight, mpan: { x: -pan.x / zoom, y: -pan.y / zoom } };
};

/** An image that was drawn for another look, where its things are now. The context measures as the picture does. */
const drawInPlace = (context: Context, { texture, viewport }: Image, ratio: number): void => {
  const { mpan, width, height, zoom } = viewport;
  context.drawImage(texture, mpan.x, mpan.y, width / zoom / ratio, height / zoom / ratio);
};

const blank = (renderer: LibraryRenderer, used: AnyCanvas | undefined): AnyCanvas => {
  const { canvasWidth: width, canvasHeight: height } = renderer;
  if (used?.width !== width || used.height !== height) return renderer.makeOffscreenCanvas(width, height);
  const context = used.getContext('2d') as Context;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  return used;
};
