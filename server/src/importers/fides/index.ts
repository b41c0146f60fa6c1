import { parseDocument } from 'yaml';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { field } from '../json-value.ts';
import { createWordMatcher } from '../signs/class-signs.ts';
import { readManifest } from './read-manifest.ts';

/** A top-level list of the manifest whose entries have a `fides_key`. */
const mark = /^(?:dataset|system)\s*:/m;

/** The importer of fides privacy manifests: datasets and systems in YAML. */
export const fidesImporter: Importer = {
  kind: 'fides',
  title: 'fides privacy manifest (datasets and systems in YAML)',
  recognise: (artefact) => Promise.resolve(mark.test(artefact.head) && /\bfides_key\s*:/.test(artefact.head)),
  read: async (artefact, { vocabulary, options }) => {
    const value = await readYaml(artefact);
    if (!value.ok) return value;
    const lists = ['dataset', 'system'].filter((name) => Array.isArray(field(value.value, name)));
    if (lists.length === 0)
      return err(refused(artefact, 'MALFORMED', 'it has no list of datasets or systems', 'export the manifest again'));
    return ok(readManifest(value.value, createWordMatcher(vocabulary), options));
  },
};

/** Aliases are how a small YAML file grows without end; a manifest needs none. */
const mostAliases = 50;

/** How many characters of YAML are read at once. */
const longest = 8 * 1024 * 1024;

const readYaml = async (artefact: Artefact): Promise<Result<unknown, ArtefactRefused>> => {
  const text = await artefact.wholeText();
  if (!text.ok) return text;
  if (text.value.length > longest)
    return err(refused(artefact, 'TOO_LARGE', 'the manifest has more than 8 MiB', 'export fewer datasets in one file'));
  try {
    const document = parseDocument(text.value, { uniqueKeys: false, logLevel: 'silent' });
    const [problem] = document.errors;
    if (problem !== undefined) {
      const line = problem.linePos?.[0].line;
      return err(
        refused(
          artefact,
          'MALFORMED',
          'it is not YAML',
          'mend it at that line, or export it again',
          line === undefined ? {} : { line, column: problem.linePos?.[0].col ?? 1 },
        ),
      );
    }
    return ok(document.toJS({ maxAliasCount: mostAliases }) as unknown);
  } catch {
    return err(
      refused(
        artefact,
        'MALFORMED',
        'its references cannot be resolved, or it nests too deep',
        'write it without YAML aliases',
      ),
    );
  }
};
