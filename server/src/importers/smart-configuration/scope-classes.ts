import { classCandidates, type ClassCandidate } from '../capability-statement/class-candidates.ts';
import { mapResourceType } from '../capability-statement/map-classes.ts';
import type { ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import type { ResourceScope } from './parse-scope.ts';

/** What one context can read of one type. `isWhole`: all of it; else what `categories` name, and more when `hasOther`. */
export interface ReadableType {
  readonly type: string;
  readonly isWhole: boolean;
  readonly categories: readonly string[];
  readonly hasOther: boolean;
  readonly labels: readonly string[];
}

/** Says what types mean, and keeps the catalogue at hand. */
export interface ScopeClasses {
  /** Returns the signs of a type somebody (`who`: `patient apps`) can ask for; none for a type that shows no class. */
  readonly signsOf: (readable: ReadableType, who: string) => readonly ClassSign[];
  /** Returns why a type shows no class, `undefined` when it shows one. */
  readonly whyNone: (type: string) => string | undefined;
}

/** Returns the readable types of scopes, each once, by name. Scopes that only write, and those for every type, give none. Pure. */
export const readableTypes = (scopes: readonly ResourceScope[]): readonly ReadableType[] => {
  const byType = new Map<string, ResourceScope[]>();
  for (const scope of scopes)
    if (scope.canRead && scope.type !== '*') {
      const list = byType.get(scope.type);
      if (list === undefined) byType.set(scope.type, [scope]);
      else list.push(scope);
    }
  return [...byType]
    .map(([type, list]): ReadableType => {
      const queries = list.flatMap(({ query }) => query ?? []);
      const isWhole = queries.length < list.length;
      return {
        type,
        isWhole,
        categories: isWhole ? [] : [...new Set(queries.flatMap(({ categories }) => categories))].toSorted(),
        hasOther: !isWhole && queries.some(({ categories }) => categories.length === 0),
        labels: list
          .filter(({ query }) => !isWhole || query === undefined)
          .map(({ label }) => label)
          .toSorted(),
      };
    })
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
};

/** Codes of `category` in the HL7 code systems and US Core, with the class they mean for a type. */
const classByCategory: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Condition: {
    'encounter-diagnosis': 'UC-ENC',
    'health-concern': 'UC-HSA',
    'problem-list-item': 'UC-PROB',
    sdoh: 'UC-HSA',
  },
  DiagnosticReport: { LAB: 'UC-LAB', laboratory: 'UC-LAB' },
  DocumentReference: { 'clinical-note': 'UC-NOTE' },
  Observation: {
    'care-experience-preference': 'UC-GOAL',
    'cognitive-status': 'UC-HSA',
    'disability-status': 'UC-HSA',
    'functional-status': 'UC-HSA',
    imaging: 'UC-IMG',
    laboratory: 'UC-LAB',
    sdoh: 'UC-HSA',
    'social-history': 'UC-HSA',
    survey: 'UC-HSA',
    'treatment-intervention-preference': 'UC-GOAL',
    'vital-signs': 'UC-VIT',
  },
};

/** Returns what says which classes types stand for, by the catalogue alone. Pure. */
export const createScopeClasses = ({ uscdi, drsClasses }: ClassVocabulary): ScopeClasses => {
  const candidates = classCandidates({ DataClass: new Map() }, { uscdi, drsClasses });
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const known = new Set(candidates.flatMap(({ catalogue }) => catalogue ?? []));
  const mapped = new Map<string, ReturnType<typeof mapType>>();
  const mapOnce = (type: string): ReturnType<typeof mapType> => {
    const before = mapped.get(type);
    if (before !== undefined) return before;
    const now = mapType(type, candidates, byId);
    mapped.set(type, now);
    return now;
  };
  const wholeSign = ({ type, labels }: ReadableType, who: string, part: string): readonly ClassSign[] => {
    const { classes } = mapOnce(type);
    if (classes.length === 0) return [];
    const isOne = classes.length === 1;
    return [
      {
        classes,
        certainty: isOne && part === '' ? 'LIKELY' : 'POSSIBLE',
        reason: `${who} can ask for ${type}${part}${isOne ? '' : ', which can stand for several classes'}`,
        pointer: placeOf(labels),
      },
    ];
  };
  return {
    signsOf: (readable, who) => {
      if (readable.isWhole) return wholeSign(readable, who, '');
      const { type, categories, labels } = readable;
      const classOf = (category: string): string | undefined => {
        const table = Object.hasOwn(classByCategory, type) ? classByCategory[type] : undefined;
        const found = table !== undefined && Object.hasOwn(table, category) ? table[category] : undefined;
        return found !== undefined && known.has(found) ? found : undefined;
      };
      const classes = [...new Set(categories.flatMap((category) => classOf(category) ?? []))];
      const isOpen = readable.hasOther || categories.some((category) => classOf(category) === undefined);
      return [
        ...classes.map((id): ClassSign => ({
          classes: [id],
          certainty: 'LIKELY',
          reason: `${who} can ask for ${type} of the category ${categories.filter((each) => classOf(each) === id).join(' and ')} only`,
          pointer: placeOf(labels),
        })),
        ...(isOpen ? wholeSign(readable, who, ', but only for a part that a condition chooses') : []),
      ];
    },
    whyNone: (type) => mapOnce(type).why,
  };
};

const mapType = (
  type: string,
  candidates: readonly ClassCandidate[],
  byId: ReadonlyMap<string, ClassCandidate>,
): { readonly classes: readonly string[]; readonly why?: string } => {
  const { classes, unclear } = mapResourceType(bareType(type), candidates);
  if (classes.length > 0) return { classes: classes.flatMap(({ candidate }) => candidate.catalogue ?? []) };
  const open = (unclear?.candidates ?? []).flatMap((id) => byId.get(id)?.catalogue ?? []);
  return open.length > 0 ? { classes: open } : { classes: [], why: unclear?.reason ?? 'no class names it' };
};

/** A scope names a type and nothing of its profiles. */
const bareType = (type: string): Parameters<typeof mapResourceType>[0] => ({
  type,
  statedTypes: [type],
  pointers: [],
  interactions: [],
  profiles: [],
  searchParams: [],
  operations: [],
});

/** The place by the scope's own words: a list of scopes has no order. */
const placeOf = (labels: readonly string[]): string => `scopes_supported: ${labels.slice(0, 3).join(', ')}`;
