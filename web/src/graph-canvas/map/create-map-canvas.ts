import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import type { Palette } from '../palette.ts';
import type { Box, Point } from '../scene.ts';
import type { ShownPart } from '../shown-part.ts';
import { createElementSync, type Marks } from './element-sync.ts';
import { firstLook, lookAtAll, lookAtPart, projectorZoom, readableZoom, type Look } from './look-at.ts';
import type { MapElement } from './map-elements.ts';
import { createMapRenderer } from './map-renderer.ts';
import { mapStylesheet } from './map-stylesheet.ts';

export type { Look } from './look-at.ts';

/** What the canvas tells: ids of the view. `add` says that the key for several was held. */
export interface MapCanvasEvents {
  readonly onSelect: (id: string | undefined, add: boolean) => void;
  readonly onSelectMany: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  readonly onChip: (id: string, side: 'IN' | 'OUT' | 'MARKED') => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onMove: (id: string, place: Point) => void;
  readonly onShown: (shown: ShownPart) => void;
}

/** A canvas and what it can be asked to do. */
export interface MapCanvasCore {
  /** Brings the picture to this; a large one is moved as one image, and drawn anew where it comes to rest. Answers whether it got to the end. */
  readonly draw: (elements: readonly MapElement[], large: boolean) => Promise<boolean>;
  readonly mark: (marks: Marks) => void;
  readonly paint: (palette: Palette) => void;
  /** For a projector words are larger, and never smaller than can be read across a room: what does not fit then is looked at in parts. */
  readonly setProjector: (on: boolean) => void;
  /** All of these at once, however small; they may not be drawn yet. */
  readonly fit: (boxes: readonly Box[]) => void;
  /** The first look at boxes that may not be drawn yet: all of them, or, where their words could not be read then, what is around `middle`. */
  readonly show: (boxes: readonly Box[], middle: Point | undefined) => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly look: () => Look;
  readonly shown: () => ShownPart;
  readonly setLook: (look: Look) => void;
  /** Moves the look so that this place is in its middle. */
  readonly centre: (place: Point) => void;
  /** Moves the look just far enough that these are on screen and can be read. */
  readonly reveal: (boxes: readonly Box[]) => void;
  readonly destroy: () => void;
}

/** How small the whole of a large inventory may be made at a desk. */
const deskZoom = 0.04;

/** A canvas in `container`. The look is moved only by the user and by what it is asked to do; as long as the user did not, it is found anew when the canvas changes its size. */
export const createMapCanvas = (
  container: HTMLElement,
  palette: Palette,
  events: () => MapCanvasEvents,
): MapCanvasCore => {
  const cy = cytoscape({
    container,
    style: mapStylesheet(palette),
    minZoom: deskZoom,
    maxZoom: 3,
    autounselectify: true,
    boxSelectionEnabled: true,
    pixelRatio: Math.min(2, devicePixelRatio),
  });
  const renderer = createMapRenderer(cy);
  const sync = createElementSync(cy);
  listen(cy, container, events);
  const shown = (): ShownPart => {
    const { x1, y1, w, h } = cy.extent();
    return { left: x1, top: y1, width: w, height: h };
  };
  const tellShown = (): void => {
    container.dataset['look'] = [cy.zoom(), cy.pan().x, cy.pan().y].map((each) => each.toFixed(2)).join(' ');
    events().onShown(shown());
  };
  let frame = 0;
  cy.on('viewport resize', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(tellShown);
  });
  const look = (): Look => ({ zoom: cy.zoom(), ...cy.pan() });
  const room = () => ({ width: cy.width(), height: cy.height() });
  const goTo = (wanted: Look | undefined): void => {
    if (wanted !== undefined)
      cy.viewport({ zoom: Math.max(wanted.zoom, cy.minZoom()), pan: { x: wanted.x, y: wanted.y } });
  };
  let readable = readableZoom;
  const all = (boxes: readonly Box[]): Look | undefined =>
    readable > readableZoom ? firstLook(boxes, room(), boxes[0], readable) : lookAtAll(boxes, room());
  // What was asked for last, to be asked again for another size; forgotten when the user moves the look.
  let again: (() => Look | undefined) | undefined;
  const show = (find: () => Look | undefined): void => {
    again = find;
    goTo(find());
  };
  cy.on('scrollzoom pinchzoom dragpan', () => void (again = undefined));
  const byUser = (move: () => void): void => {
    again = undefined;
    move();
  };
  const observer = new ResizeObserver(() => {
    cy.resize();
    if (again !== undefined) goTo(again());
  });
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
    mark: (marks) => sync.mark(marks),
    paint: (next) => void cy.style(mapStylesheet(next)),
    setProjector: (on) => {
      readable = on ? projectorZoom : readableZoom;
      cy.minZoom(on ? projectorZoom : deskZoom);
    },
    fit: (boxes) => show(() => all(boxes)),
    show: (boxes, middle) => show(() => firstLook(boxes, room(), middle, readable)),
    zoomBy: (factor) =>
      byUser(
        () => void cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
      ),
    panBy: (x, y) => byUser(() => void cy.panBy({ x, y })),
    look,
    shown,
    setLook: (wanted) => byUser(() => goTo(wanted)),
    centre: ({ x, y }) =>
      byUser(() => void cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() })),
    reveal: (boxes) => {
      const wanted = lookAtPart(boxes, look(), room(), readable);
      again = () => lookAtPart(boxes, look(), room(), readable);
      if (wanted.zoom === cy.zoom() && !matchMedia('(prefers-reduced-motion: reduce)').matches)
        cy.stop().animate({ pan: { x: wanted.x, y: wanted.y }, duration: 160 });
      else goTo(wanted);
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
