import type { Id } from '../../domain/model/entity.ts';
import type { ObservedPlace, ObservedStatement } from '../../domain/reconcile/index.ts';
import { redact } from '../redact.ts';
import type { ArtefactFacts, ClassSign, Fact, FilterNature, FilterPlace, PartFact } from './facts.ts';

/** A fact ready to be kept: cleaned, with its id and those it refers to. */
export interface ObservedEntry {
  readonly id: Id;
  readonly fact: string;
  readonly key: string;
  readonly scope: string;
  readonly name: string;
  readonly pointer: string;
  readonly detail?: string;
  readonly statement: ObservedStatement;
}

/** The facts of a file as entries, in its order, and what could not be kept. */
export interface ObservedFacts {
  readonly entries: readonly ObservedEntry[];
  readonly warnings: readonly string[];
}

/** The code under which each kind of holding back is listed; rules about silent filters look for these. */
const factOfNature: Readonly<Record<FilterNature, string>> = {
  RULE: 'filter',
  SCRIPT: 'filter',
  PROJECTION: 'filter',
  DISABLED: 'disabled-destination',
  MISSING: 'missing-resource',
  SCOPE: 'missing-resource',
};

/**
 * Returns the facts of a file as they are kept: every text bounded and without control characters, every key once, every reference by
 * id. A fact that refers to one the file does not have is left out, with a warning. `idOf` gives the id of a fact by its code and key.
 */
export const observedFacts = (facts: ArtefactFacts, idOf: (fact: string, key: string) => Id): ObservedFacts => {
  const warnings: string[] = [];
  const entries: ObservedEntry[] = [];
  const taken = new Set<Id>();
  const keys = {
    SYSTEM: new Set(facts.systems.map(({ key }) => key)),
    FLOW: new Set(facts.flows.map(({ key }) => key)),
    CHANNEL: new Set(facts.channels.map(({ key }) => key)),
  } as const;
  const codeOf = { SYSTEM: 'system', FLOW: 'flow', CHANNEL: 'channel' } as const;
  const idOfPlace = (kind: FilterPlace['kind'], key: string): Id | undefined =>
    keys[kind].has(key) ? idOf(codeOf[kind], key) : undefined;
  const placeOf = ({ kind, key }: FilterPlace): ObservedPlace | undefined => {
    const observation = idOfPlace(kind, key);
    return observation === undefined ? undefined : { kind, observation };
  };
  const keep = (
    fact: string,
    each: Fact,
    identity: string,
    statement: ObservedStatement | undefined,
    detail?: string,
  ): void => {
    if (statement === undefined) {
      warnings.push(
        `"${line(each.name)}" at ${line(each.pointer)} refers to something that the file does not have, and is left out.`,
      );
      return;
    }
    const id = idOf(identity, each.key);
    if (taken.has(id)) {
      warnings.push(`"${line(each.name)}" at ${line(each.pointer)} comes twice; the first is kept.`);
      return;
    }
    taken.add(id);
    const words = detail ?? each.description;
    entries.push({
      id,
      fact,
      key: line(each.key),
      scope: keptScope(each.scope),
      name: line(each.name) || 'unnamed',
      pointer: oneLine(each.pointer),
      ...(words === undefined ? {} : { detail: line(words, 1_000) }),
      statement,
    });
  };

  for (const each of facts.systems) {
    const { key: _k, scope: _s, name: _n, pointer: _p, kind, ...rest } = each;
    keep(
      'system',
      each,
      'system',
      clean({ ...rest, kind: 'SYSTEM', ...(kind === undefined ? {} : { systemKind: kind }) }),
    );
  }
  for (const each of facts.flows) {
    const { key: _k, scope: _s, name: _n, pointer: _p, from, to, carries, ...rest } = each;
    const ends = { from: idOfPlace('SYSTEM', from), to: idOfPlace('SYSTEM', to) };
    const { from: start, to: end } = ends;
    keep(
      'flow',
      each,
      'flow',
      start === undefined || end === undefined
        ? undefined
        : clean({ ...rest, kind: 'FLOW', from: start, to: end, carries: signs(carries) }),
    );
  }
  for (const each of facts.channels) {
    const { key: _k, scope: _s, name: _n, pointer: _p, kind, system, releases, ...rest } = each;
    const at = idOfPlace('SYSTEM', system);
    keep(
      'channel',
      each,
      'channel',
      at === undefined
        ? undefined
        : clean({ ...rest, kind: 'CHANNEL', channelKind: kind, system: at, releases: signs(releases) }),
    );
  }
  for (const each of facts.holdings) {
    const { key: _k, scope: _s, name: _n, pointer: _p, system, parts, classes, ...rest } = each;
    const at = idOfPlace('SYSTEM', system);
    keep(
      'holding',
      each,
      'holding',
      at === undefined
        ? undefined
        : clean({ ...rest, kind: 'HOLDING', system: at, parts: parts.map(part), classes: signs(classes) }),
    );
  }
  for (const each of facts.filters) {
    const { key: _k, scope: _s, name: _n, pointer: _p, description, at, classes, ...rest } = each;
    const place = placeOf(at);
    keep(
      factOfNature[each.nature],
      each,
      'filter',
      place === undefined ? undefined : clean({ ...rest, kind: 'FILTER', at: place, classes: signs(classes) }),
      [each.expression, description].filter((text) => text !== undefined && text !== '').join('. ') || undefined,
    );
  }
  for (const each of facts.notes) {
    const about = each.about === undefined ? undefined : placeOf(each.about);
    keep('note', each, 'note', clean({ kind: 'NOTE', code: each.code, ...(about === undefined ? {} : { about }) }));
  }
  const untold = new Map<string, string>();
  for (const { subject, reason } of facts.cannotTell) {
    // There may be several reasons for one subject; the first has had its key for as long as there was one of each.
    const key = untold.has(subject) ? `${subject}: ${reason}` : subject;
    if (untold.has(key) || untold.get(subject) === reason) continue;
    untold.set(key, reason);
    keep(
      'cannot-tell',
      { key, scope: facts.covers[0] ?? 'file', name: subject, pointer: 'the file', description: reason },
      'cannot-tell',
      clean({ kind: 'NOTE', code: 'cannot-tell' }),
    );
  }
  return { entries, warnings };
};

const signs = (list: readonly ClassSign[]): readonly ClassSign[] => list.slice(0, mostSigns);

const part = (each: PartFact): PartFact => ({ ...each, classes: signs(each.classes) });

/** As many as a person reads; an importer puts the surest first. */
const mostSigns = 60;

/**
 * A text as one line, without control characters and without what could be a credential, of at most `length` characters. Importers hide
 * what they know to be secret; this catches what stands where nobody looks for it: in a comment, a note, a name.
 */
const line = (text: string, length = 300): string => oneLine(redact(text), length);

/** A scope as it is kept: those of facts, and those a file covers, are compared with each other. */
export const keptScope = (scope: string): string => line(scope);

const oneLine = (text: string, length = 300): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
    .slice(0, length);

/** The same data with every text as one line, and without what is absent. */
const clean = (value: ObservedStatement): ObservedStatement => cleaned(value) as ObservedStatement;

const cleaned = (value: unknown): unknown => {
  if (typeof value === 'string') return line(value, 1_000);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, cleaned(member)]),
  );
};
