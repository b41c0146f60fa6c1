import { err, ok } from '../../domain/result.ts';
import { refused } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { asObject, field } from '../json-value.ts';
import { createWordMatcher } from '../signs/class-signs.ts';
import { readDiagrams } from './read-diagrams.ts';

/** Whether a value is a threat model of Threat Dragon: a summary, and a detail with a list of diagrams. */
const isModel = (value: unknown): boolean =>
  Array.isArray(field(field(value, 'detail'), 'diagrams')) && 'summary' in asObject(value);

/** The importer of threat models drawn with OWASP Threat Dragon, version 1 and 2. */
export const threatDragonImporter: Importer = {
  kind: 'threat-dragon',
  title: 'OWASP Threat Dragon threat model',
  recognise: async (artefact) => {
    if (!/^\s*\{/.test(artefact.head) || !/"diagrams"|"summary"|"detail"/.test(artefact.head)) return false;
    const json = await artefact.json();
    return json.ok && isModel(json.value);
  },
  read: async (artefact, { vocabulary, options }) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    if (!isModel(json.value))
      return err(
        refused(artefact, 'MALFORMED', 'it has no diagrams', 'save the threat model as JSON from Threat Dragon'),
      );
    return ok(readDiagrams(json.value, createWordMatcher(vocabulary), options));
  },
};
