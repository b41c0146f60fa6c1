import type { EhiGraph } from '../model/ehi-graph.ts';

const originals = new WeakMap<EhiGraph, EhiGraph>();

/** Notes which inventory one without names was made of. */
export const rememberOriginal = (hidden: EhiGraph, original: EhiGraph): void => void originals.set(hidden, original);

/** The inventory that one without names was made of; `undefined` for any other. Only for what names decide, and never to be shown. */
export const originalOf = (hidden: EhiGraph): EhiGraph | undefined => originals.get(hidden);
