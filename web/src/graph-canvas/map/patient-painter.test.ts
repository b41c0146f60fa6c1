import type { Core } from 'cytoscape';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Context, Elements, Extent, LibraryRenderer } from './library-renderer.ts';
import { createPatientPainter } from './patient-painter.ts';

/** A canvas that only knows what was drawn on it: elements, or what was on another canvas. */
const createPaper = (): { drawn: unknown[]; getContext: () => unknown; width: number; height: number } => {
  const paper = { drawn: [] as unknown[], width: 10, height: 10, getContext: () => context };
  const context = {
    paper,
    setTransform: () => undefined,
    getTransform: () => undefined,
    clearRect: () => void (paper.drawn = []),
    drawImage: (other: typeof paper) => void paper.drawn.push(...other.drawn),
  };
  return paper;
};

describe('the patient painter', () => {
  const extent: Extent = { x1: 0, y1: 0, x2: 10, y2: 10 };
  const many = Array.from({ length: 400 }, (_, at) => at) as unknown as Elements;
  const few = many.slice(0, 10);
  let frames: (() => void)[] = [];
  let now = 0;
  const nextFrame = (): void => {
    const due = frames;
    frames = [];
    for (const frame of due) frame();
  };
  /** Elements take a millisecond each. */
  const setUp = () => {
    const seen = createPaper();
    const renderer = {
      canvasWidth: 10,
      canvasHeight: 10,
      makeOffscreenCanvas: createPaper,
      drawCachedElement: (context: { paper: { drawn: unknown[] } }, element: unknown) => {
        now += 1;
        context.paper.drawn.push(element);
      },
    } as unknown as LibraryRenderer;
    const cy = { zoom: () => 1, pan: () => ({ x: 0, y: 0 }) } as unknown as Core;
    const painter = createPatientPainter(cy, renderer);
    const paint = (elements: Elements): void => {
      // The library clears the canvas first.
      seen.drawn = [];
      painter.paint(seen.getContext() as Context, elements, 1, extent);
    };
    return { seen, painter, paint };
  };

  beforeEach(() => {
    now = 0;
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('shows in the same frame what is drawn quickly', () => {
    const { seen, paint } = setUp();
    paint(few);
    expect(seen.drawn).toEqual(few);
    expect(frames).toEqual([]);
  });

  it('keeps what is seen until the new picture is whole, and makes no task longer than a slice', () => {
    const { seen, paint } = setUp();
    paint(few);
    paint(many);
    let slices = 0;
    while (frames.length > 0) {
      expect(seen.drawn).toEqual(few);
      const start = now;
      nextFrame();
      expect(now - start).toBeLessThanOrEqual(40);
      slices += 1;
    }
    expect(seen.drawn).toEqual(many);
    expect(slices).toBeGreaterThan(5);
  });

  it('gives up a picture for a later one, and one that is abandoned', () => {
    const { seen, painter, paint } = setUp();
    paint(many);
    nextFrame();
    paint(few);
    for (let frame = 0; frame < 20; frame += 1) nextFrame();
    expect(seen.drawn).toEqual(few);
    paint(many);
    painter.abandon();
    for (let frame = 0; frame < 20; frame += 1) nextFrame();
    expect(seen.drawn).toEqual(few);
  });

  it('says when the next picture is whole, and has its image', async () => {
    const { painter, paint } = setUp();
    const whole = vi.fn<() => void>();
    const waiting = painter.whole().then(whole);
    paint(many);
    await Promise.resolve();
    expect(whole).not.toHaveBeenCalled();
    expect(painter.last()).toBeUndefined();
    while (frames.length > 0) nextFrame();
    await waiting;
    expect(whole).toHaveBeenCalledOnce();
    expect(painter.last()?.viewport).toMatchObject({ zoom: 1, width: 10, height: 10 });
  });
});
