import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { maxWholeText, refused, type Artefact } from '../artefact/artefact.ts';
import type { ArtefactFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { parseJsonText } from '../json-text.ts';
import { asObject, field } from '../json-value.ts';
import { lineageFacts } from './lineage-facts.ts';
import { createLineage, type Lineage } from './lineage.ts';

/** How long one event may be, in characters. */
const longestEvent = 8 * 1024 * 1024;

/**
 * Returns the facts of events, merged by run: inputs may stand in the first event only, and outputs in the last. One event a line is read as
 * a stream; a list or a single event as a whole. Errors: not JSON, too large, or no event in it.
 */
export const readEvents = async (
  artefact: Artefact,
  reading: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const lineage = createLineage();
  const problem = isLines(artefact) ? await readLines(artefact, lineage) : await readWhole(artefact, lineage);
  if (problem !== undefined) return err(problem);
  if (lineage.counts().events === 0)
    return err(
      refused(
        artefact,
        'NOT_SUPPORTED',
        'there is no OpenLineage event in it',
        'export the events of jobs and datasets',
      ),
    );
  return ok(lineageFacts(lineage, reading));
};

/**
 * Whether each line is an event: the first ends an object and another begins one. A first line longer than the head is taken for one if
 * the file is too long to be read as a whole, or is sure to have another.
 */
const isLines = ({ head, bytes }: Artefact): boolean => {
  const lines = head.split('\n', 200).map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '');
  const line = lines[first] ?? '';
  if (!line.startsWith('{')) return false;
  const next = lines.slice(first + 1).find((each) => each !== '');
  if (next !== undefined) return line.endsWith('}') && next.startsWith('{');
  return bytes > maxWholeText || (line.endsWith('}') && Buffer.byteLength(head) < bytes);
};

const readLines = async (artefact: Artefact, lineage: Lineage): Promise<ArtefactRefused | undefined> => {
  // The pieces of a line are joined once: a long line may come in many.
  let parts: string[] = [];
  let length = 0;
  let line = 0;
  const take = (): ArtefactRefused | undefined => {
    const text = parts.join('');
    [parts, length] = [[], 0];
    line += 1;
    if (text.trim() === '') return undefined;
    const parsed = parseJsonText(text);
    if (!parsed.ok)
      return refused(
        artefact,
        parsed.error.reason,
        `line ${line} is not an event: ${parsed.error.message}`,
        'write one event a line, or a list of events',
        { line, column: parsed.error.column },
      );
    addAll(parsed.value, `line ${line}`, lineage, 0);
    return undefined;
  };
  for await (const piece of artefact.text()) {
    for (let from = 0; ;) {
      const end = piece.indexOf('\n', from);
      const part = piece.slice(from, end < 0 ? undefined : end);
      parts.push(part);
      length += part.length;
      if (length > longestEvent)
        return refused(artefact, 'TOO_LARGE', `line ${line + 1} has more than 8 MiB`, 'write one event a line', {
          line: line + 1,
          column: 1,
        });
      if (end < 0) break;
      const problem = take();
      if (problem !== undefined) return problem;
      from = end + 1;
    }
  }
  return take();
};

const readWhole = async (artefact: Artefact, lineage: Lineage): Promise<ArtefactRefused | undefined> => {
  const json = await artefact.json();
  if (json.ok) {
    addAll(json.value, '$', lineage, 0);
    return undefined;
  }
  // One event a line, whose first lines the head did not show.
  if (json.error.reason !== 'NOT_JSON' || !/^\s*\{[^\n]*$/.test(artefact.head)) return json.error;
  return (await readLines(artefact, lineage)) === undefined ? undefined : json.error;
};

/** Recorders wrap events: in a list, in the body of a request. */
const addAll = (value: unknown, pointer: string, lineage: Lineage, depth: number): void => {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    value.forEach((each, at) => addAll(each, `${pointer}[${at}]`, lineage, depth + 1));
    return;
  }
  const object = asObject(value);
  if (Object.hasOwn(object, 'job') || Object.hasOwn(object, 'dataset')) {
    lineage.add(value, pointer);
    return;
  }
  for (const name of ['body', 'json', 'event', 'events', 'httpRequest', 'payload', 'data', 'expected'])
    if (Object.hasOwn(object, name)) addAll(field(value, name), `${pointer}.${name}`, lineage, depth + 1);
};
