import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import type { Result } from '../../server/src/domain/result.ts';
import type { ArtefactRefused } from '../../server/src/importers/artefact-refused.ts';
import type { Artefact } from '../../server/src/importers/artefact/artefact.ts';
import { openArtefact, sourceOfBytes } from '../../server/src/importers/artefact/open-artefact.ts';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import type { Importer, ReadOptions } from '../../server/src/importers/importer.ts';
import { must } from '../kit/seed-graph.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The reference data importers read with. */
export const vocabulary = must(await loadCatalogues(here('../../schema')));

/** A text, or bytes, as an opened artefact. */
export const artefactOf = async (content: string | Uint8Array, name = 'file'): Promise<Artefact> =>
  must(await openArtefact(sourceOfBytes(name, typeof content === 'string' ? Buffer.from(content) : content)));

/** A file on disk as an opened artefact, read as a stream. */
export const artefactAt = async (path: string): Promise<Artefact> =>
  must(await openArtefact({ name: basename(path), read: () => createReadStream(path) }));

/** What an importer makes of an artefact. */
export const readWith = (
  importer: Importer,
  artefact: Artefact,
  options: ReadOptions = {},
): Promise<Result<ArtefactFacts, ArtefactRefused>> => importer.read(artefact, { vocabulary, options });

/** The facts of a file that is expected to be recognised and read. */
export const factsOf = async (
  importer: Importer,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ArtefactFacts> => {
  const artefact = await artefactOf(content);
  if (!(await importer.recognise(artefact))) throw new Error(`${importer.kind} does not recognise the file`);
  return must(await readWith(importer, artefact, options));
};

/** The path of a real file under EHI_SAMPLES, `undefined` when there is no such folder on this machine: no sample is part of this project. */
export const samplePath = (name: string): string | undefined => {
  const folder = process.env['EHI_SAMPLES'] ?? here('../../../shared/samples');
  return existsSync(`${folder}/${name}`) ? `${folder}/${name}` : undefined;
};

/** A fixture of this project as text. */
export const fixtureText = (name: string): string => readFileSync(here(`fixtures/${name}`), 'utf8');

/**
 * Feeds an importer damaged copies of good files: cut, doubled, with bytes changed, put in and taken out. It must answer each in bounded
 * time with facts or with a refusal that names the file and the mend, and must never throw.
 */
export const fuzz = async (importer: Importer, seeds: readonly (string | Uint8Array)[], runs = 150): Promise<void> => {
  const seed = fc.constantFrom(...seeds.map((each) => Buffer.from(each as string)));
  const edit = fc.tuple(
    fc.constantFrom('cut', 'put', 'change', 'take', 'double'),
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.constantFrom(
      '\u0000',
      '<',
      '>',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '\r',
      '\n',
      '|',
      '&#x0;',
      '\\',
      '(',
      ';',
      '\uFFFD',
    ),
  );
  await fc.assert(
    fc.asyncProperty(seed, fc.array(edit, { minLength: 1, maxLength: 6 }), async (bytes, edits) => {
      const damaged = edits.reduce<Buffer>((now, [how, where, length, what]) => {
        const at = now.length === 0 ? 0 : where % now.length;
        if (how === 'cut') return now.subarray(0, at);
        if (how === 'take') return Buffer.concat([now.subarray(0, at), now.subarray(at + length)]);
        if (how === 'double') return Buffer.concat([now.subarray(0, at), now.subarray(Math.max(0, at - length * 20))]);
        if (how === 'change') return Buffer.concat([now.subarray(0, at), Buffer.from(what), now.subarray(at + 1)]);
        return Buffer.concat([now.subarray(0, at), Buffer.from(what.repeat(1 + (length % 5))), now.subarray(at)]);
      }, bytes);
      const opened = await openArtefact(sourceOfBytes('damaged', damaged));
      if (!opened.ok) return;
      await importer.recognise(opened.value);
      const result = await readWith(importer, opened.value);
      if (result.ok) return;
      const { type, file, message, mend } = result.error;
      if (type !== 'ArtefactRefused' || file !== 'damaged' || message === '' || mend === '')
        throw new Error(`a refusal lacks a part: ${JSON.stringify(result.error)}`);
    }),
    { numRuns: runs },
  );
};

/** Everything facts hold, as one text: to look for what must not be in it. */
export const everythingIn = (facts: ArtefactFacts): string => JSON.stringify(facts);
