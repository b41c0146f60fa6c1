import type { ClassLink, ConditionAnswer, RestrictionTarget } from '../domain/model/concepts.ts';
import { currentAnswers } from '../domain/claim/index.ts';
import { grades, isCalendarDate } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { importSourceStated } from './read-field.ts';
import { isId, isImportSource } from './text-rules.ts';

/** Who writes, and when. */
export interface Stamp {
  readonly actor: string;
  readonly now: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns the class links of a document. A link that says the same as before keeps its source, grade and record time,
 * so that saving a form does not turn what a system advertises into what a person asserts.
 */
export const readLinks = (
  field: string,
  own: readonly string[],
  value: unknown,
  before: readonly ClassLink[],
  stamp: Stamp,
): Result<readonly Fields[], InputInvalid> => {
  const links: Fields[] = [];
  for (const [index, input] of asList(value).entries()) {
    const link = readLink(`${field}[${index}]`, own, input as Fields, before, stamp);
    if (!link.ok) return link;
    links.push(link.value);
  }
  return ok(links);
};

const readLink = (
  place: string,
  own: readonly string[],
  input: Fields,
  before: readonly ClassLink[],
  stamp: Stamp,
): Result<Fields, InputInvalid> => {
  const dataClass = String(input['dataClass'] ?? '');
  if (!isId(dataClass)) return err(inputInvalid(`${place}.dataClass`, `"${dataClass}" is not an id.`));
  for (const day of ['startedOn', 'endedOn']) {
    const text = input[day];
    if (typeof text === 'string' && !isCalendarDate(text)) {
      return err(inputInvalid(`${place}.${day}`, `"${text}" is not a calendar date; write YYYY-MM-DD.`));
    }
  }
  const said = pickPresent(input, [...own, 'startedOn', 'endedOn', 'endReason']);
  const same = before.find(
    (link) =>
      link.dataClass === dataClass &&
      sameFields(said, pickPresent(link as unknown as Fields, [...own, 'startedOn', 'endedOn', 'endReason'])),
  );
  const provenance = pickPresent(input, ['source', 'grade']);
  if (same !== undefined && sameFields(provenance, pickPresent(same as unknown as Fields, Object.keys(provenance)))) {
    return ok(same as unknown as Fields);
  }
  const link = { dataClass, ...said, source: stamp.actor, grade: grades[0], ...provenance, recordedAt: stamp.now };
  return isImportSource(link.source) ? err(importSourceStated(`${place}.source`, link.source)) : ok(link);
};

/** Returns where a restriction sits, from `{ system | flow | channel: id }`. */
export const readTarget = (field: string, value: unknown): Result<RestrictionTarget, InputInvalid> => {
  const given = Object.entries((value ?? {}) as Fields).filter(([, id]) => typeof id === 'string');
  const [only, ...others] = given;
  const kind = only === undefined ? undefined : targetKindByKey[only[0]];
  if (only === undefined || kind === undefined || others.length > 0) {
    return err(inputInvalid(field, `${field} needs exactly one of system, flow and channel.`));
  }
  const id = String(only[1]);
  return isId(id) ? ok({ kind, id }) : err(inputInvalid(field, `"${id}" is not an id.`));
};

const targetKindByKey: Readonly<Record<string, RestrictionTarget['kind']>> = {
  system: 'SYSTEM',
  flow: 'FLOW',
  channel: 'CHANNEL',
};

/**
 * Returns the condition answers of a claim, every version. An answer that stays the same keeps its time and author; any other is a
 * new version with the server's. A condition that the list leaves out is no longer known: its earlier answers stay too.
 */
export const readAnswers = (
  field: string,
  value: unknown,
  before: readonly ConditionAnswer[],
  stamp: Stamp,
): Result<readonly ConditionAnswer[], InputInvalid> => {
  const seen = new Set<string>();
  const added: ConditionAnswer[] = [];
  const current = currentAnswers({ answers: before });
  const stamped = { answeredAt: stamp.now, answeredBy: stamp.actor };
  for (const input of asList(value) as readonly Fields[]) {
    const condition = String(input['condition'] ?? '').trim();
    if (condition === '') return err(inputInvalid(field, 'An answer names no condition.'));
    if (seen.has(condition)) return err(inputInvalid(field, `The condition ${condition} is answered twice.`));
    seen.add(condition);
    const rationale = typeof input['rationale'] === 'string' ? input['rationale'].trim() : '';
    const said = {
      condition,
      answer: input['answer'] as ConditionAnswer['answer'],
      ...(rationale === '' ? {} : { rationale }),
      evidence: [...new Set(asList(input['evidence']).map(String))],
    };
    const same = current.some((answer) => answer.condition === condition && sameAnswer(answer, said));
    if (!same) added.push({ ...said, ...stamped });
  }
  const left = current.filter(({ condition, answer }) => !seen.has(condition) && answer !== 'UNKNOWN');
  const unknown = left.map(({ condition }) => ({ condition, answer: 'UNKNOWN' as const, evidence: [], ...stamped }));
  return ok([...before, ...added, ...unknown]);
};

const sameAnswer = (stored: ConditionAnswer, said: Omit<ConditionAnswer, 'answeredAt' | 'answeredBy'>): boolean =>
  stored.answer === said.answer &&
  stored.rationale === said.rationale &&
  stored.evidence.length === said.evidence.length &&
  stored.evidence.every((id) => said.evidence.includes(id));

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const pickPresent = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = fields[key];
      return value === null || value === undefined || value === '' ? [] : [[key, value]];
    }),
  );

const sameFields = (a: Fields, b: Fields): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);
