import { err, ok } from '../../domain/result.ts';
import { refused } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { asObject, field, textField } from '../json-value.ts';
import { readManifest } from './read-manifest.ts';

/** The importer of the manifest of a dbt project. */
export const dbtImporter: Importer = {
  kind: 'dbt',
  title: 'dbt manifest (manifest.json)',
  recognise: async (artefact) => {
    if (!/^\s*\{/.test(artefact.head) || !/dbt_schema_version|"dbt_version"/.test(artefact.head)) {
      // The mark may stand behind the nodes of a file whose keys are sorted.
      if (!/^\s*\{\s*"(?:child_map|disabled|docs|exposures|macros|nodes)"/.test(artefact.head)) return false;
    }
    const json = await artefact.json();
    return (
      json.ok &&
      textField(field(json.value, 'metadata'), 'dbt_schema_version') !== undefined &&
      'nodes' in asObject(json.value)
    );
  },
  read: async (artefact, reading) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    if (textField(field(json.value, 'metadata'), 'dbt_schema_version') === undefined)
      return err(
        refused(artefact, 'MALFORMED', 'it is no manifest of dbt', 'give target/manifest.json of the project'),
      );
    return ok(readManifest(json.value, reading));
  },
};
