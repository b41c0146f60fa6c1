import { ok } from '../../server/src/domain/result.ts';
import { refused } from '../../server/src/importers/artefact/artefact.ts';
import { noFacts, type ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import type { Importer } from '../../server/src/importers/importer.ts';
import { err } from '../../server/src/domain/result.ts';

/** The facts of a file as a test writes them, in JSON: `{"sketch": {"systems": …}}`. */
export type Sketch = Partial<ArtefactFacts>;

/** An importer whose files are facts as they are: for testing what becomes of facts, whatever they come from. */
export const sketchImporter: Importer = {
  kind: 'sketch',
  title: 'Sketch of a file',
  recognise: (artefact) => Promise.resolve(artefact.head.startsWith('{"sketch"')),
  read: async (artefact) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    const { sketch } = json.value as { readonly sketch?: Sketch | 'broken' };
    if (sketch === undefined || sketch === 'broken')
      return err(refused(artefact, 'MALFORMED', 'the sketch is broken', 'draw it again', { line: 3 }));
    return ok({
      kind: 'sketch',
      title: 'A sketch',
      grade: 'OBSERVED',
      origin: 'engine',
      describes: {},
      ...noFacts,
      ...sketch,
    });
  },
};

/** A sketch as the bytes of a file. */
export const sketchOf = (sketch: Sketch | 'broken'): Uint8Array => Buffer.from(JSON.stringify({ sketch }));

/** What the facts of sketches have in common. */
const fact = (key: string, name = key) => ({ key, scope: 'all', name, pointer: `line ${key.length}` });

/** A system. */
export const system = (
  key: string,
  more: Partial<ArtefactFacts['systems'][number]> = {},
): ArtefactFacts['systems'][number] => ({
  ...fact(key),
  isSelf: false,
  isUnresolved: false,
  identifiers: [],
  certainty: 'CERTAIN',
  ...more,
});

/** A flow between two systems of the sketch. */
export const flow = (
  key: string,
  from: string,
  to: string,
  more: Partial<ArtefactFacts['flows'][number]> = {},
): ArtefactFacts['flows'][number] => ({
  ...fact(key),
  from,
  to,
  carries: [],
  isComplete: false,
  certainty: 'CERTAIN',
  ...more,
});

/** A table at a system of the sketch. */
export const holding = (
  key: string,
  at: string,
  classes: readonly string[],
  more: Partial<ArtefactFacts['holdings'][number]> = {},
): ArtefactFacts['holdings'][number] => ({
  ...fact(key),
  system: at,
  parts: [],
  classes: classes.map((id) => sign(id)),
  ...more,
});

/** A filter at a system, flow or channel of the sketch. */
export const filter = (
  key: string,
  at: ArtefactFacts['filters'][number]['at'],
  more: Partial<ArtefactFacts['filters'][number]> = {},
): ArtefactFacts['filters'][number] => ({
  ...fact(key),
  at,
  nature: 'RULE',
  effect: 'FILTERS',
  classes: [],
  certainty: 'CERTAIN',
  ...more,
});

/** A sign of one class of the catalogues. */
export const sign = (id: string, certainty: 'CERTAIN' | 'LIKELY' | 'POSSIBLE' = 'CERTAIN') => ({
  classes: [id],
  certainty,
  reason: `it says ${id}`,
  pointer: 'line 1',
});
