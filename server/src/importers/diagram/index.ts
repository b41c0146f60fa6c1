import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { readDiagram } from './read-diagram.ts';

/** The importer of drawings made with draw.io (diagrams.net). */
export const drawioImporter: Importer = {
  kind: 'drawio',
  title: 'draw.io drawing',
  recognise: ({ head }) => Promise.resolve(/^(?:mxfile|mxGraphModel)$/.test(rootNameOf(head) ?? '')),
  read: readDiagram,
};
