import { sourceOf, type Catalogues } from '../catalogue/index.ts';
import {
  count,
  flag,
  listOf,
  oneOf,
  oneOrMore,
  record,
  text,
  textLike,
  type Decoder,
  type Path,
  type Report,
} from '../catalogue/decode.ts';
import { citation, date, decodeMarks } from '../catalogue/entry.ts';
import { parseCitation } from '../catalogue/citation.ts';
import { err, ok, type Result } from '../result.ts';
import {
  factCodes,
  type Clock,
  type Condition,
  type Group,
  type Leaf,
  type PackException,
  type RulePack,
} from './rule-pack.ts';

/** One thing wrong with a rule pack: where, and how to mend it. */
export interface RulePackProblem {
  readonly path: Path;
  readonly message: string;
}

/** The pack cannot be used; every problem found. */
export interface RulePackInvalid {
  readonly type: 'RulePackInvalid';
  readonly problems: readonly RulePackProblem[];
}

/**
 * The rule pack in a parsed YAML value. Errors: a field of the wrong shape, an unknown exception, a condition that stands
 * twice, a clock that counts from a condition that is not there, a paragraph that no source lists. Pure.
 */
export const parseRulePack = (value: unknown, catalogues: Catalogues): Result<RulePack, RulePackInvalid> => {
  const problems: RulePackProblem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  const pack = decodePack(catalogues)(value, [], report);
  if (pack !== undefined) checkPack(pack, report);
  return pack !== undefined && problems.length === 0 ? ok(pack) : err({ type: 'RulePackInvalid', problems });
};

/** Every leaf of a condition, in order; one that stands both under IF and elsewhere comes twice. */
export const leavesOf = (condition: Condition): readonly Leaf[] => {
  if (condition.kind === 'LEAF') return [condition];
  if (condition.kind === 'IF') return [...leavesOf(condition.when), ...leavesOf(condition.needs)];
  return condition.parts.flatMap(leavesOf);
};

const conditionId = textLike(
  /^\d{3}\.\d{3,4}(?:\([0-9A-Za-z]+\))*(?:#[a-z-]+)?$/,
  'a paragraph such as 171.204(b) or 171.204(b)#request',
);

const decodeClock: Decoder<Clock> = (value, path, report) => {
  const kind = record({ kind: oneOf(['PRACTICE_START', 'BUSINESS_DAYS']) }, { days: count, after: conditionId })(
    value,
    path,
    report,
  );
  if (kind === undefined) return undefined;
  if (kind.kind === 'PRACTICE_START') return { kind: 'PRACTICE_START' };
  const { days, after } = kind;
  return days === undefined || after === undefined
    ? void report(path, 'a clock of BUSINESS_DAYS needs days, and after: the condition whose document starts it')
    : { kind: 'BUSINESS_DAYS', days, after };
};

/** A citation that some source lists, a section by its section and not by its part. */
const sourced =
  (catalogues: Catalogues): Decoder<string> =>
  (value, path, report) => {
    const written = citation(value, path, report);
    if (written === undefined) return undefined;
    const source = sourceOf(catalogues, written);
    if (source !== undefined && !source.cite.includes(' part ')) return written;
    return void report(path, `no source lists ${written}; add it to schema/sources.yaml or correct it`);
  };

const decodeLeaf = (catalogues: Catalogues): Decoder<Leaf> => {
  const cite = sourced(catalogues);
  const fields = record(
    { condition: conditionId, question: text, document: flag, mark: decodeMarks, unverified: flag },
    { cite: oneOrMore(cite), clock: decodeClock, fact: oneOf(factCodes), evidence: text, note: text },
  );
  return (value, path, report) => {
    const decoded = fields(value, path, report);
    if (decoded === undefined) return undefined;
    if (decoded.mark.length === 0) return void report([...path, 'mark'], 'expected at least one mark');
    const own = cite(`45 CFR ${decoded.condition.split('#')[0] ?? ''}`, [...path, 'condition'], report);
    if (own === undefined) return undefined;
    return { kind: 'LEAF', ...decoded, cite: decoded.cite ?? [own] };
  };
};

const groupKinds = { all: 'ALL', any: 'ANY', none: 'NONE' } as const;

const decodeCondition = (catalogues: Catalogues): Decoder<Condition> => {
  const leaf = decodeLeaf(catalogues);
  const condition: Decoder<Condition> = (value, path, report) => {
    if (typeof value !== 'object' || value === null) {
      return void report(path, 'expected a condition with a question, or all, any, none, if');
    }
    if ('if' in value) {
      const branch = record({ if: record({ when: condition, needs: condition }, {}) }, {})(value, path, report);
      return branch === undefined ? undefined : { kind: 'IF', ...branch.if };
    }
    const keys = (['all', 'any', 'none'] as const).filter((key) => key in value);
    const [key] = keys;
    if (key === undefined) return leaf(value, path, report);
    if (keys.length > 1) return void report(path, `expected one of all, any, none, found ${keys.join(' and ')}`);
    const group = record({}, { [key]: listOf(condition), condition: conditionId, title: text })(value, path, report) as
      (Partial<Record<typeof key, readonly Condition[]>> & Pick<Group, 'condition' | 'title'>) | undefined;
    if (group === undefined) return undefined;
    const parts = group[key] ?? [];
    if (parts.length === 0) return void report([...path, key], 'expected at least one condition');
    const { condition: paragraph, title } = group;
    return {
      kind: groupKinds[key],
      parts,
      ...(paragraph === undefined ? {} : { condition: paragraph }),
      ...(title === undefined ? {} : { title }),
    };
  };
  return condition;
};

const decodePack = (catalogues: Catalogues): Decoder<RulePack> => {
  const known: Decoder<string> = (value, path, report) => {
    const id = text(value, path, report);
    if (id === undefined || catalogues.exceptions.some((entry) => entry.id === id)) return id;
    return void report(path, `"${id}" is no exception of the catalogue`);
  };
  const exception: Decoder<PackException> = record(
    {
      id: known,
      cite: oneOrMore(sourced(catalogues)),
      usableBy: listOf(oneOf(catalogues.actors.map(({ id }) => id))),
      legalReview: flag,
      conditions: decodeCondition(catalogues),
    },
    { whoMayRely: text },
  );
  const fields = record(
    {
      rulePack: text,
      title: text,
      version: date,
      status: oneOf(['IN_FORCE', 'PROPOSED']),
      note: text,
      removes: listOf(known),
      thresholds: listOf(decodeLeaf(catalogues)),
      exceptions: listOf(exception),
    },
    { effectiveFrom: date, overlays: text },
  );
  return (value, path, report) => {
    const decoded = fields(value, path, report);
    if (decoded === undefined) return undefined;
    const { rulePack: id, ...rest } = decoded;
    return { id, ...rest };
  };
};

const checkPack = (pack: RulePack, report: Report): void => {
  if (pack.status === 'IN_FORCE' && pack.effectiveFrom === undefined) {
    report(['effectiveFrom'], 'a pack in force says from which day');
  }
  pack.exceptions.forEach((exception, at) => {
    if (pack.exceptions.findIndex(({ id }) => id === exception.id) !== at) {
      report(['exceptions', at, 'id'], `${exception.id} stands twice`);
    }
    const leaves = leavesOf(exception.conditions);
    const questions = new Map<string, string>();
    for (const { condition, question } of leaves) {
      const twin = questions.get(condition);
      if (twin !== undefined && twin !== question) {
        report(['exceptions', at], `${condition} stands twice with different questions`);
      }
      questions.set(condition, question);
      if (!parseCitation(condition.split('#')[0] ?? '').ok) report(['exceptions', at], `${condition} is no paragraph`);
    }
    for (const { condition, clock } of leaves) {
      if (clock?.kind === 'BUSINESS_DAYS' && !questions.has(clock.after)) {
        report(['exceptions', at], `the clock of ${condition} counts from ${clock.after}, which is no condition here`);
      }
    }
  });
};
