import type { Core, EdgeSingular } from 'cytoscape';
import { areGraphicsEmulated, plainCanvas, plainContext } from '../plain-canvas.ts';
import type { Point } from '../scene.ts';
import {
  isMoving,
  nodeLayer,
  rendererOf,
  type Context,
  type Elements,
  type Extent,
  type LibraryRenderer,
} from './library-renderer.ts';
import { createPatientPainter } from './patient-painter.ts';

/** How the pixels of a map are drawn, beyond what the library offers to set. */
export interface MapRenderer {
  /** A large picture is drawn a slice at a time, moved as one image, and its lines are drawn without what most of them do not have. */
  readonly setLarge: (large: boolean) => void;
  /** From now on elements may come and go, and what is seen stays as it was. */
  readonly hold: () => void;
  /** Draws what there is; done once that is seen. */
  readonly release: () => Promise<void>;
}

/** Up to this zoom the arrows of a large picture are specks of a few pixels, and are left out. */
const arrowsFrom = 0.25;

/** The renderer of a canvas that was just made. */
export const createMapRenderer = (cy: Core): MapRenderer => {
  const renderer = rendererOf(cy);
  if (areGraphicsEmulated()) drawWithoutGraphicsCard(renderer);
  const painter = createPatientPainter(cy, renderer);
  let large = false;
  let held = false;
  const { render, drawLayeredElements, drawCachedElement, drawArrowheads } = renderer;
  renderer.render = (options) => {
    if (options?.forcedContext === undefined && large) {
      if (held) return;
      if (isMoving(renderer)) {
        painter.abandon();
        renderer.textureCache ??= painter.last();
      }
    }
    render.call(renderer, options);
  };
  renderer.drawLayeredElements = (context, elements, ratio, extent) => {
    if (!large) drawLayeredElements.call(renderer, context, elements, ratio, extent);
    else if (context === renderer.data.contexts[nodeLayer]) painter.paint(context, elements, ratio, extent);
    else for (const element of elements) renderer.drawCachedElement(context, element, ratio, extent);
  };
  renderer.drawCachedElement = (context, element, ratio, extent, ...rest) => {
    if (large && element.isEdge() && !hasExtras(element)) drawLine(renderer, context, element, extent);
    else drawCachedElement.call(renderer, context, element, ratio, extent, ...rest);
  };
  renderer.drawArrowheads = (...args) => {
    if (!large || cy.zoom() * renderer.getPixelRatio() > arrowsFrom) drawArrowheads.apply(renderer, args);
  };
  const { findNearestElements, getCachedZSortedEles } = renderer;
  renderer.findNearestElements = (...asked) => {
    if (!large) return findNearestElements.apply(renderer, asked);
    const [x, y, interactive] = asked;
    const sorted = getCachedZSortedEles.call(renderer);
    const around = elementsAround(interactive ? sorted.interactive : sorted, { x, y }, fingertip / cy.zoom());
    renderer.getCachedZSortedEles = () => Object.assign([...around], { interactive: around });
    try {
      return findNearestElements.apply(renderer, asked);
    } finally {
      renderer.getCachedZSortedEles = getCachedZSortedEles;
    }
  };
  return {
    setLarge: (next) => {
      large = next;
      renderer.textureOnViewport = next;
      if (!next) painter.forget();
    },
    hold: () => void (held = true),
    release: () => {
      held = false;
      const whole = large ? painter.whole() : Promise.resolve();
      renderer.redrawHint('eles', true);
      renderer.redraw();
      return whole;
    },
  };
};

/** How near something must be to a pointer or finger to be meant, in pixels; with room to spare. */
const fingertip = 30;

/** The elements that can be what is pointed at: the library looks at each closely, and of thousands most are far off. */
const elementsAround = (elements: Elements, { x, y }: Point, reach: number): Elements =>
  elements.filter((element) => {
    const { x1, y1, x2, y2 } = element.boundingBox();
    return x1 - reach <= x && x <= x2 + reach && y1 - reach <= y && y <= y2 + reach;
  });

/** Whether a line has words or a glow: those are drawn, and kept as images, by the library. */
const hasExtras = (line: EdgeSingular): boolean =>
  line.hasClass('worded') || line.hasClass('told') || line.hasClass('selected');

/** Draws a line that is nothing but a line. The library's own way looks for an image of it and of three labels first, which costs more than the line. */
const drawLine = (renderer: LibraryRenderer, context: Context, line: EdgeSingular, extent: Extent | null): void => {
  if (extent !== null) {
    const { x1, y1, x2, y2 } = line.boundingBox();
    if (x1 > extent.x2 || x2 < extent.x1 || y1 > extent.y2 || y2 < extent.y1) return;
  }
  renderer.drawEdge(context, line, undefined, false, false);
};

/** Gives the renderer canvases that the processor draws on, in place of those it made. */
const drawWithoutGraphicsCard = (renderer: LibraryRenderer): void => {
  const { data } = renderer;
  data.canvases.forEach((canvas, index) => {
    const plain = plainCanvas(canvas);
    canvas.replaceWith(plain);
    data.canvases[index] = plain;
    data.contexts[index] = plainContext(plain);
    if (data.topCanvas === canvas) data.topCanvas = plain;
  });
  data.bufferCanvases.forEach((canvas, index) => {
    const plain = plainCanvas(canvas);
    data.bufferCanvases[index] = plain;
    data.bufferContexts[index] = plainContext(plain);
  });
  const { makeOffscreenCanvas } = renderer;
  renderer.makeOffscreenCanvas = (width, height) => {
    const canvas = makeOffscreenCanvas.call(renderer, width, height);
    plainContext(canvas);
    return canvas;
  };
};
