let emulated: boolean | undefined;

/**
 * Whether the browser only imitates a graphics card, as it may on a remote desktop or a virtual machine. It then draws on a canvas through the imitation, many
 * times slower than the processor draws on it directly. Looked up once.
 */
export const areGraphicsEmulated = (): boolean => (emulated ??= lookUp());

const imitations = /swiftshader|llvmpipe|softpipe|software|basic render/i;

const lookUp = (): boolean => {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' && imitations.test(name);
};

/** A canvas like another, without a context yet. */
export const plainCanvas = (canvas: HTMLCanvasElement): HTMLCanvasElement => canvas.cloneNode() as HTMLCanvasElement;

/** The context of a canvas that the processor draws on. Whoever asks for the context of this canvas later gets the same one. */
export const plainContext = (
  canvas: HTMLCanvasElement | OffscreenCanvas,
): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D => {
  // Canvases that are read often are kept where the processor can read and write them.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!(context instanceof CanvasRenderingContext2D || context instanceof OffscreenCanvasRenderingContext2D))
    throw new Error('The browser gives no canvas to draw on.');
  return context;
};
