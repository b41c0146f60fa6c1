import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import type { Palette } from '../palette.ts';
import type { Box, Point } from '../scene.ts';
import { createElementSync } from './element-sync.ts';
import type { MapElement } from './map-elements.ts';
import { createMapRenderer } from './map-renderer.ts';
import { mapStylesheet } from './map-stylesheet.ts';

/** How the picture is looked at: zoom, and where its origin is on the canvas. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** The part of the picture that is on screen, in its own measures. */
export interface Shown {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the canvas tells: ids of the view. `add` says that the key for several was held. */
export interface MapCanvasEvents {
  readonly onSelect: (id: string | undefined, add: boolean) => void;
  readonly onSelectMany: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  readonly onChip: (id: string, side: 'IN' | 'OUT' | 'MARKED') => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onMove: (id: string, place: Point) => void;
  readonly onShown: (shown: Shown) => void;
}

/** A canvas and what it can be asked to do. */
export interface MapCanvasCore {
  /** Brings the picture to this; a large one is moved as one image, and drawn anew where it comes to rest. Answers whether it got to the end. */
  readonly draw: (elements: readonly MapElement[], large: boolean) => Promise<boolean>;
  readonly mark: (selected: ReadonlySet<string>, told: ReadonlySet<string>) => void;
  readonly paint: (palette: Palette) => void;
  readonly fit: () => void;
  /** The first look at boxes that may not be drawn yet: all of them, or, where their words could not be read then, what is around `middle`. */
  readonly show: (boxes: readonly Box[], middle: Point | undefined) => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly look: () => Look;
  readonly setLook: (look: Look) => void;
  /** Moves the look so that this place is in its middle. */
  readonly centre: (place: Point) => void;
  /** Moves the look just far enough that the things are on screen. */
  readonly reveal: (ids: readonly string[]) => void;
  readonly destroy: () => void;
}

const mostFirstZoom = 1.1;
const leastFirstZoom = 0.5;

/** A canvas in `container`. The look is moved only by the user and by what it is asked to do. */
export const createMapCanvas = (
  container: HTMLElement,
  palette: Palette,
  events: () => MapCanvasEvents,
): MapCanvasCore => {
  const cy = cytoscape({
    container,
    style: mapStylesheet(palette),
    minZoom: 0.04,
    maxZoom: 3,
    autounselectify: true,
    boxSelectionEnabled: true,
    pixelRatio: Math.min(2, devicePixelRatio),
  });
  const renderer = createMapRenderer(cy);
  const sync = createElementSync(cy);
  listen(cy, container, events);
  const tellShown = (): void => {
    const { x1, y1, w, h } = cy.extent();
    container.dataset['look'] = [cy.zoom(), cy.pan().x, cy.pan().y].map((each) => each.toFixed(2)).join(' ');
    events().onShown({ left: x1, top: y1, width: w, height: h });
  };
  let frame = 0;
  cy.on('viewport resize', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(tellShown);
  });
  const observer = new ResizeObserver(() => cy.resize());
  observer.observe(container);
  return {
    draw: async (elements, large) => {
      renderer.setLarge(large);
      // Drawn once at the end: to see a large picture grow would take longer than to wait for it.
      if (large) renderer.hold();
      const whole = await sync.draw(elements);
      if (whole) await renderer.release();
      return whole;
    },
    mark: (selected, told) => sync.mark(selected, told),
    paint: (next) => void cy.style(mapStylesheet(next)),
    fit: () =>
      fit(
        cy,
        cy.nodes('.box').map((box) => ({ ...box.position(), width: box.width(), height: box.height() })),
        undefined,
      ),
    show: (boxes, middle) => fit(cy, boxes, middle),
    zoomBy: (factor) =>
      void cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    panBy: (x, y) => void cy.panBy({ x, y }),
    look: () => ({ zoom: cy.zoom(), ...cy.pan() }),
    setLook: ({ zoom, x, y }) => void cy.viewport({ zoom, pan: { x, y } }),
    centre: ({ x, y }) => void cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() }),
    reveal: (ids) => {
      const things = ids.reduce((found, id) => found.union(cy.getElementById(id)), cy.collection());
      if (!things.empty()) reveal(cy, things);
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      cy.destroy();
    },
  };
};

const listen = (cy: Core, container: HTMLElement, events: () => MapCanvasEvents): void => {
  const adds = (event: EventObject): boolean => {
    const original = event.originalEvent as unknown as MouseEvent | undefined;
    return original !== undefined && (original.shiftKey || original.ctrlKey || original.metaKey);
  };
  cy.on('tap', (event) => {
    if (event.target === cy) {
      events().onSelect(undefined, false);
      return;
    }
    const target = event.target as NodeSingular;
    if (target.hasClass('chip')) events().onChip(target.data('of') as string, target.data('side') as 'IN');
    else events().onSelect(target.id(), adds(event));
  });
  cy.on('dbltap', '.box', (event) => events().onOpen((event.target as NodeSingular).id()));
  cy.on('mouseover', 'node, edge', (event) => {
    container.style.cursor = 'pointer';
    const target = event.target as NodeSingular;
    events().onHover(target.hasClass('chip') ? (target.data('of') as string) : target.id());
  });
  cy.on('mouseout', 'node, edge', () => {
    container.style.cursor = '';
    events().onHover(undefined);
  });
  // What hangs on a box goes along while it is dragged; where it is let go, it is told.
  let from: Point | undefined;
  cy.on('grab', '.box', (event) => void (from = { ...(event.target as NodeSingular).position() }));
  cy.on('drag', '.box', (event) => {
    const box = event.target as NodeSingular;
    if (from === undefined) return;
    const now = box.position();
    const step = { x: now.x - from.x, y: now.y - from.y };
    from = { ...now };
    for (const id of [`detail:${box.id()}`, ...['IN', 'OUT', 'MARKED'].map((side) => `chip:${side}:${box.id()}`)])
      cy.getElementById(id).shift(step);
  });
  cy.on('dragfree', '.box', (event) => {
    const box = event.target as NodeSingular;
    const { x, y } = box.position();
    events().onMove(box.id(), { x: Math.round(x), y: Math.round(y) });
  });
  let boxed: string[] = [];
  cy.on('boxend', () => {
    boxed = [];
    queueMicrotask(() => {
      if (boxed.length > 0) events().onSelectMany(boxed);
    });
  });
  cy.on('box', '.box', (event) => void boxed.push((event.target as NodeSingular).id()));
};

const margin = 36;

const fit = (cy: Core, boxes: readonly Box[], middle: Point | undefined): void => {
  if (cy.width() === 0 || cy.height() === 0 || boxes.length === 0) return;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  const whole = Math.min(
    (cy.width() - 2 * margin) / (right - left),
    (cy.height() - 2 * margin) / (bottom - top),
    mostFirstZoom,
  );
  const near = middle !== undefined && whole < leastFirstZoom;
  const zoom = near ? leastFirstZoom : whole;
  const at = near ? middle : { x: (left + right) / 2, y: (top + bottom) / 2 };
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - at.x * zoom, y: cy.height() / 2 - at.y * zoom } });
};

const reveal = (cy: Core, things: ReturnType<Core['collection']>): void => {
  const box = things.renderedBoundingBox({ includeLabels: false });
  const margin = 24;
  if (box.w > cy.width() - 2 * margin || box.h > cy.height() - 2 * margin) {
    cy.fit(things, margin);
    return;
  }
  const dx = box.x1 < margin ? margin - box.x1 : box.x2 > cy.width() - margin ? cy.width() - margin - box.x2 : 0;
  const dy = box.y1 < margin ? margin - box.y1 : box.y2 > cy.height() - margin ? cy.height() - margin - box.y2 : 0;
  if (dx === 0 && dy === 0) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.panBy({ x: dx, y: dy });
  else cy.animate({ panBy: { x: dx, y: dy }, duration: 160 });
};
