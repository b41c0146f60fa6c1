import type { Importer } from '../importer.ts';
import { readEvents } from './read-events.ts';

/** The importer of OpenLineage events: one, a list, or one a line. */
export const openLineageImporter: Importer = {
  kind: 'openlineage',
  title: 'OpenLineage events (JSON or JSON Lines)',
  recognise: ({ head }) =>
    Promise.resolve(
      /^\s*[[{]/.test(head) &&
        /"job"\s*:/.test(head) &&
        (/"eventType"\s*:/.test(head) || /"eventTime"\s*:/.test(head)) &&
        /"(?:inputs|outputs|run|producer|schemaURL)"\s*:/.test(head),
    ),
  read: readEvents,
};
