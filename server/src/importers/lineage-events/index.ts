import type { Importer } from '../importer.ts';
import { readEvents } from './read-events.ts';

/** Fields of an event; which of them stand near the beginning depends on who wrote it. */
const marks = ['job', 'run', 'inputs', 'outputs', 'dataset', 'producer', 'schemaURL'].map(
  (name) => new RegExp(String.raw`"${name}"\s{0,20}:`),
);

/** The importer of OpenLineage events: one, a list, or one a line. */
export const openLineageImporter: Importer = {
  kind: 'openlineage',
  title: 'OpenLineage events (JSON or JSON Lines)',
  recognise: ({ head }) =>
    Promise.resolve(
      /^\s*[[{]/.test(head) &&
        /"event(?:Type|Time)"\s{0,20}:/.test(head) &&
        /"namespace"\s{0,20}:|openlineage/i.test(head) &&
        marks.filter((mark) => mark.test(head)).length >= 2,
    ),
  read: readEvents,
};
