import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

/** The parts of the library's canvas renderer that the map uses and that its interface does not offer, by the names it has for them. */
export interface LibraryRenderer {
  readonly destroyed?: boolean;
  readonly canvasWidth: number;
  readonly canvasHeight: number;
  readonly pinching?: boolean;
  readonly swipePanning?: boolean;
  readonly hoverData: { readonly dragging?: boolean };
  textureOnViewport: boolean;
  /** The image that is moved in place of the picture. */
  textureCache: { readonly texture: AnyCanvas; readonly viewport: TextureViewport } | null | undefined;
  render: (options?: { readonly forcedContext?: unknown }) => void;
  redrawHint: (group: 'eles', needed: boolean) => void;
  redraw: () => void;
  makeOffscreenCanvas: (width: number, height: number) => AnyCanvas;
  drawLayeredElements: (context: Context, elements: Elements, ratio: number, extent: Extent) => void;
  drawCachedElement: (
    context: Context,
    element: EdgeSingular | NodeSingular,
    ratio: number | null,
    extent: Extent | null,
    ...rest: unknown[]
  ) => void;
  drawEdge: (context: Context, edge: EdgeSingular, shift: undefined, label: boolean, overlay: boolean) => void;
  drawArrowheads: (...args: unknown[]) => void;
  getCachedZSortedEles: () => Sorted;
  findNearestElements: (x: number, y: number, interactive: boolean, touch: boolean) => unknown;
  readonly getPixelRatio: () => number;
  readonly data: {
    topCanvas: HTMLCanvasElement;
    readonly canvases: HTMLCanvasElement[];
    readonly contexts: Context[];
    readonly bufferCanvases: HTMLCanvasElement[];
    readonly bufferContexts: Context[];
    readonly wheelZooming?: boolean;
  };
}

export type AnyCanvas = OffscreenCanvas | HTMLCanvasElement;
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type Elements = readonly (EdgeSingular | NodeSingular)[];

/** Elements in the order in which they lie above each other; `interactive` those that take events. */
export type Sorted = Elements & { readonly interactive: Elements };

/** A part of the plane. */
export interface Extent {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How the picture was looked at when its image was drawn; `mpan` is the corner of the image in the picture's own measures. */
export interface TextureViewport {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  readonly mpan: { readonly x: number; readonly y: number };
}

/** The canvas among those of the renderer that things are drawn on. */
export const nodeLayer = 2;

export const rendererOf = (cy: Core): LibraryRenderer =>
  (cy as unknown as { renderer: () => LibraryRenderer }).renderer();

/** Whether the look is being moved by hand just now. */
export const isMoving = (renderer: LibraryRenderer): boolean =>
  renderer.pinching === true ||
  renderer.swipePanning === true ||
  renderer.hoverData.dragging === true ||
  renderer.data.wheelZooming === true;
