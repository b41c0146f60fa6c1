import cytoscape, { type CollectionReturnValue, type Core } from 'cytoscape';
import { useEffect, useRef, type RefObject } from 'react';
import { toElements } from './cytoscape-elements.ts';
import type { Sizes } from './layout/sizes.ts';
import { lookAtPart } from './map/look-at.ts';
import type { Palette } from './palette.ts';
import type { Box, Scene } from './scene.ts';
import type { ShownPart } from './shown-part.ts';
import { stylesheet } from './stylesheet.ts';

/** What the canvas tells: ids of the view, or undefined for the bare ground. */
export interface CanvasEvents {
  readonly onSelect: (id: string | undefined) => void;
  readonly onHover: (id: string | undefined) => void;
  /** Which part of the picture is in sight. */
  readonly onShown: (shown: ShownPart) => void;
}

/** What the canvas can be asked to do. */
export interface CanvasHandle {
  /** The first look: as much as can be shown with words that can be read. */
  readonly show: () => void;
  /** All of the picture. */
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Moves on downwards by most of a screen. */
  readonly panDown: () => void;
  /** Brings these boxes and lines on screen, the first of them first. */
  readonly reveal: (ids: readonly string[]) => void;
  /** Brings the lit-up path on screen, smaller if it must and may be, else from its beginning on. */
  readonly revealPath: () => void;
}

/** The first look shows all lanes, and at this zoom or above only as much of their height as there is room for. The Fit button shows all. */
const leastFirstZoom = 0.72;

/**
 * Draws the scene into `host` and keeps drawing as it changes. Things are told apart by id, so what stays keeps its place on screen. The look is moved
 * only by the user, by the handle, and when `fitKey` changes (another picture).
 */
export const useCytoscape = (
  host: RefObject<HTMLElement | null>,
  scene: Scene,
  palette: Palette,
  selected: ReadonlySet<string>,
  fitKey: string,
  events: CanvasEvents,
): RefObject<CanvasHandle | undefined> => {
  const core = useRef<Core>(undefined);
  const handle = useRef<CanvasHandle>(undefined);
  const latest = useRef({ events, scene });
  latest.current = { events, scene };
  const { sizes } = scene;

  useEffect(() => {
    const container = host.current;
    if (container === null) return undefined;
    const cy = cytoscape({
      container,
      minZoom: latest.current.scene.sizes.leastZoom,
      maxZoom: 3,
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      pixelRatio: 'auto',
    });
    core.current = cy;
    let touched = false;
    // What a room was shown last, to be shown again when the canvas changes its size.
    let again: (() => void) | undefined;
    const fit = (least: number): void => fitScene(cy, latest.current.scene, least);
    let least = leastFirstZoom;
    handle.current = {
      show: () => {
        again = undefined;
        touched = false;
        least = leastFirstZoom;
        fit(least);
      },
      fit: () => {
        again = undefined;
        touched = false;
        least = 0;
        fit(least);
      },
      zoomBy: (factor) => {
        touched = true;
        cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
      },
      panDown: () => {
        touched = true;
        cy.panBy({ x: 0, y: -0.7 * cy.height() });
      },
      reveal: (ids) => {
        if (isForProjector(latest.current.scene.sizes)) {
          again = () => revealBoxes(cy, boxesOf(latest.current.scene, ids));
          again();
        } else
          reveal(
            cy,
            ids.reduce((all, id) => all.union(cy.getElementById(id)), cy.collection()),
          );
      },
      revealPath: () => {
        if (isForProjector(latest.current.scene.sizes)) {
          again = () =>
            revealBoxes(
              cy,
              latest.current.scene.nodes.filter((node) => node.emphasis === 'path'),
            );
          again();
        } else reveal(cy, cy.elements('.body.path'));
      },
    };
    const idOf = (target: { data: (name: string) => string; id: () => string }): string =>
      target.data('edge') ?? target.id();
    cy.on('tap', (event) => latest.current.events.onSelect(event.target === cy ? undefined : idOf(event.target)));
    cy.on('mouseover', 'node, edge', (event) => {
      container.style.cursor = 'pointer';
      latest.current.events.onHover(idOf(event.target));
    });
    cy.on('mouseout', 'node, edge', () => {
      container.style.cursor = '';
      latest.current.events.onHover(undefined);
    });
    const tellShown = (): void => {
      const { x1, y1, w, h } = cy.extent();
      container.dataset['look'] = [cy.zoom(), cy.pan().x, cy.pan().y].map((each) => each.toFixed(3)).join(' ');
      latest.current.events.onShown({ left: x1, top: y1, width: w, height: h });
    };
    cy.on('viewport resize', tellShown);
    cy.on('scrollzoom pinchzoom dragpan', () => {
      touched = true;
      again = undefined;
    });
    const observer = new ResizeObserver(() => {
      cy.resize();
      if (again !== undefined) again();
      else if (!touched) fit(least);
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      core.current = undefined;
      cy.destroy();
    };
  }, [host]);

  useEffect(() => {
    core.current?.style(stylesheet(palette, sizes));
    core.current?.minZoom(sizes.leastZoom);
  }, [palette, sizes]);

  useEffect(() => {
    core.current?.json({ elements: toElements(scene, palette, selected) });
  }, [scene, palette, selected]);

  useEffect(() => {
    handle.current?.show();
  }, [fitKey]);

  return handle;
};

const fitScene = (cy: Core, scene: Scene, least: number): void => {
  if (cy.width() === 0 || cy.height() === 0 || scene.width === 0) return;
  const byWidth = cy.width() / scene.width;
  const whole = Math.min(byWidth, cy.height() / scene.height, 1.25);
  const zoom = Math.max(whole, Math.min(least, byWidth), isForProjector(scene.sizes) ? scene.sizes.leastZoom : 0);
  cy.viewport({ zoom, pan: { x: Math.max(0, (cy.width() - scene.width * zoom) / 2), y: 0 } });
};

/** Whether words may not be made smaller than they are at zoom 1. */
const isForProjector = (sizes: Sizes): boolean => sizes.leastZoom >= 1;

/** The boxes of these ids, those at the ends of the lines of these ids, and the plates on them, in their order. */
const boxesOf = (scene: Scene, ids: readonly string[]): readonly Box[] =>
  ids.flatMap((id): readonly Box[] => {
    const line = scene.edges.find((edge) => edge.id === id);
    const ends = line === undefined ? [id] : [line.source, line.target];
    return [
      ...scene.badges.filter((badge) => badge.edge === id),
      ...ends.flatMap((end) => scene.nodes.find((node) => node.id === end) ?? []),
    ];
  });

/** Moves the look just far enough that the boxes are on screen in type that can be read across a room; where they do not fit, the first of them. */
const revealBoxes = (cy: Core, boxes: readonly Box[]): void => {
  const now = { zoom: cy.zoom(), ...cy.pan() };
  const wanted = lookAtPart(boxes, now, { width: cy.width(), height: cy.height() });
  if (wanted.zoom === now.zoom && !matchMedia('(prefers-reduced-motion: reduce)').matches)
    cy.stop().animate({ pan: { x: wanted.x, y: wanted.y }, duration: 160 });
  else cy.viewport({ zoom: wanted.zoom, pan: { x: wanted.x, y: wanted.y } });
};

/** Moves the look just far enough that the things are on screen, if they are not; makes it smaller only where they do not fit. */
const reveal = (cy: Core, element: CollectionReturnValue): void => {
  if (element.empty()) return;
  const box = element.renderedBoundingBox({ includeLabels: false });
  const margin = 6;
  if (box.w > cy.width() - 2 * margin || box.h > cy.height() - 2 * margin) {
    cy.fit(element, 4 * margin);
    return;
  }
  const dx = box.x1 < margin ? margin - box.x1 : box.x2 > cy.width() - margin ? cy.width() - margin - box.x2 : 0;
  const dy = box.y1 < margin ? margin - box.y1 : box.y2 > cy.height() - margin ? cy.height() - margin - box.y2 : 0;
  if (dx === 0 && dy === 0) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.panBy({ x: dx, y: dy });
  else cy.animate({ panBy: { x: dx, y: dy }, duration: 160 });
};
