import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { readDiagram } from './read-diagram.ts';

/** The importer of drawings made with draw.io (diagrams.net). */
export const drawioImporter: Importer = {
  kind: 'drawio',
  title: 'draw.io drawing',
  recognise: ({ head }) => {
    const root = rootNameOf(head) ?? '';
    // A picture that draw.io saved has the drawing in an attribute.
    return Promise.resolve(
      root === 'mxfile' || root === 'mxGraphModel' || (root === 'svg' && /\scontent="\s{0,9}&lt;mxfile/.test(head)),
    );
  },
  read: readDiagram,
};
