import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import type { ArtefactFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { parseJsonText } from '../json-text.ts';
import { asObject, field } from '../json-value.ts';
import { createLineage, type Lineage } from './lineage.ts';

/** How long one event may be, in characters. */
const longestEvent = 4 * 1024 * 1024;

/**
 * Returns the facts of events, merged by run: inputs may stand in the first event only, and outputs in the last. One event a line is read as
 * a stream; a list or a single event as a whole. Errors: not JSON, too large, or no event in it.
 */
export const readEvents = async (
  artefact: Artefact,
  reading: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const lineage = createLineage(reading);
  const problem = isLines(artefact.head) ? await readLines(artefact, lineage) : await readWhole(artefact, lineage);
  if (problem !== undefined) return err(problem);
  const facts = lineage.facts();
  if (Number(facts.describes['events']) === 0)
    return err(
      refused(
        artefact,
        'NOT_SUPPORTED',
        'there is no OpenLineage event in it',
        'export the events of jobs and datasets',
      ),
    );
  return ok(facts);
};

/** A line that ends an object, and another that begins one. */
const isLines = (head: string): boolean =>
  /^\s*\{.*\}\s*\r?\n\s*\{/.test(head) || (/^\s*\{[^\n]*\}\s*$/.test(head) && head.length < 60_000);

const readLines = async (artefact: Artefact, lineage: Lineage): Promise<ArtefactRefused | undefined> => {
  let rest = '';
  let line = 0;
  const take = (text: string): ArtefactRefused | undefined => {
    line += 1;
    if (text.trim() === '') return undefined;
    const parsed = parseJsonText(text);
    if (!parsed.ok)
      return refused(
        artefact,
        'NOT_JSON',
        `line ${line} is not JSON: ${parsed.error.message}`,
        'write one event a line, or a list of events',
        {
          line,
          column: parsed.error.column,
        },
      );
    addAll(parsed.value, `line ${line}`, lineage, 0);
    return undefined;
  };
  for await (const piece of artefact.text()) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const each of lines) {
      const problem = take(each);
      if (problem !== undefined) return problem;
    }
    if (rest.length > longestEvent)
      return refused(artefact, 'TOO_LARGE', `line ${line + 1} has more than 4 MiB`, 'write one event a line', {
        line: line + 1,
        column: 1,
      });
  }
  return take(rest);
};

const readWhole = async (artefact: Artefact, lineage: Lineage): Promise<ArtefactRefused | undefined> => {
  const json = await artefact.json();
  if (!json.ok) return json.error;
  addAll(json.value, '$', lineage, 0);
  return undefined;
};

/** Recorders wrap events: in a list, in the body of a request. */
const addAll = (value: unknown, pointer: string, lineage: Lineage, depth: number): void => {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    value.forEach((each, at) => addAll(each, `${pointer}[${at}]`, lineage, depth + 1));
    return;
  }
  const object = asObject(value);
  if ('job' in object || 'dataset' in object) {
    lineage.add(value, pointer);
    return;
  }
  for (const name of ['body', 'json', 'event', 'events', 'httpRequest'])
    if (name in object) addAll(field(value, name), `${pointer}.${name}`, lineage, depth + 1);
};
