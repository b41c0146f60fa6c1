import { currentTypeName } from '../capability-statement/resource-types.ts';

/** Who asks: an app for one patient, an app for what its user may see, or a program without a user. */
export type ScopeContext = 'patient' | 'user' | 'system';

/** The contexts in the order in which people read them. */
export const scopeContexts: readonly ScopeContext[] = ['patient', 'user', 'system'];

/**
 * How a scope is narrowed to part of a type. `categories` are the codes it names, where it names nothing else; empty: narrowed by
 * something that is not read, because a query can name a person.
 */
export interface ScopeQuery {
  readonly categories: readonly string[];
}

/** One scope that names records. `type` is the R4 name, or `*`. `label` is the scope without anything a query could give away. */
export interface ResourceScope {
  readonly context: ScopeContext;
  readonly type: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly version: 'v1' | 'v2';
  readonly query?: ScopeQuery;
  readonly label: string;
}

/** `patient/Observation.read`, `system/*.*` (SMART App Launch 1), `user/Patient.rs?category=laboratory` (2). */
const resourceScope = /^(patient|user|system)\/(\*|[A-Za-z]{1,60})\.(read|write|\*|[cruds]{1,5})(?:\?(.{0,2000}))?$/;

/** Returns a scope that names records, `undefined` for every other: `openid`, `launch/patient`. Pure and total. */
export const parseScope = (text: string): ResourceScope | undefined => {
  const found = resourceScope.exec(text);
  if (found === null) return undefined;
  const [, context = '', type = '', permission = '', query] = found;
  const isVersion1 = permission === 'read' || permission === 'write' || permission === '*';
  const parsed = query === undefined ? undefined : parseQuery(query);
  const base = `${context}/${type}.${permission}`;
  return {
    context: context as ScopeContext,
    type: type === '*' ? '*' : currentTypeName(type),
    // With v2 letters, "d" and "u" change records and never show them.
    canRead: isVersion1 ? permission !== 'write' : /[rs]/.test(permission),
    canWrite: isVersion1 ? permission !== 'read' : /[cud]/.test(permission),
    version: isVersion1 ? 'v1' : 'v2',
    ...(parsed === undefined ? {} : { query: parsed }),
    label: parsed === undefined ? base : `${base}?${labelOf(parsed)}`,
  };
};

/** A code of a code system, as `category` has them; anything longer or stranger is not repeated. */
const code = /^[A-Za-z][A-Za-z0-9-]{1,40}$/;

const parseQuery = (query: string): ScopeQuery => {
  const params = [...new URLSearchParams(query)];
  if (params.length === 0 || params.some(([name]) => name !== 'category')) return { categories: [] };
  const codes = params.flatMap(([, value]) => value.split(',')).map((token) => token.slice(token.lastIndexOf('|') + 1));
  return { categories: codes.every((each) => code.test(each)) ? [...new Set(codes)].toSorted() : [] };
};

const labelOf = ({ categories }: ScopeQuery): string =>
  categories.length === 0 ? '…' : `category=${categories.join(',').slice(0, 120)}`;
