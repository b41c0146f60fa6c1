import { createRegistry } from './registry.ts';

/** A picture that is on the screen: what it shows, in words, of which revision, and the way to have it as SVG. */
export interface ShownPicture {
  readonly title: string;
  readonly sentence: string;
  /** As of which day, under which filters, and what else tells it from other pictures. */
  readonly facts: readonly string[];
  readonly revision: number;
  /** The whole SVG; rejects when the picture is gone. */
  readonly svg: () => Promise<string>;
}

const registry = createRegistry<ShownPicture>();

/** Tells that a picture is on the screen while the component is. Keep the list's identity while it is the same picture. */
export const useTellPicture = registry.useRegister;

/** The picture on the screen; undefined where there is none. */
export const useShownPicture = (): ShownPicture | undefined => registry.useAll()[0];
