import { entryById } from '../domain/catalogue/index.ts';
import { isCalendarDate, type CalendarDate, type Id } from '../domain/model/entity.ts';
import { once } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  createReleaseGraph,
  describeReleaseChange,
  describeReleaseSets,
  isRequiredByLaw,
  searchReleaseSets,
  type ReleaseChange,
  type ReleaseSearching,
  type ReleaseSet,
  type ReleaseSetsFound,
} from '../domain/release-sets/index.ts';
import {
  lineageOf,
  pathAlong,
  trace,
  traceRest,
  type Outcome,
  type Trace,
  type TraceError,
  type TraceIndex,
  type TracePath,
} from '../domain/trace/index.ts';
import { toAnyChange, type CreateOrUpdate } from './change-input.ts';
import type { InputInvalid } from './input-invalid.ts';
import { letOthersRun } from './let-others-run.ts';
import { inRange } from './map-of.ts';
import { newFlowId, releaseChangeInput } from './release-change-input.ts';
import { traceJudge } from './restriction-judge.ts';
import { makeWhatIf, type WhatIf, type WhatIfDeps } from './what-if.ts';

/** What is asked, as it comes in. */
export interface ReleaseSetsRequest {
  readonly dataClass: Id;
  readonly audience: Id;
  readonly asOf: CalendarDate;
  readonly rulePack?: string | null | undefined;
  readonly allowLimited?: boolean | null | undefined;
  readonly first?: number | null | undefined;
}

/** A change of a set: in words, and as the API takes it. */
export interface ReleaseSetChange {
  readonly change: ReleaseChange;
  readonly words: string;
  readonly requiredByLaw: boolean;
  readonly input: CreateOrUpdate;
}

/** A set with its proof: the inventory as it would be, and the path by which the class is released there. */
export interface ProvenReleaseSet {
  readonly changes: readonly ReleaseSetChange[];
  readonly requiredByLaw: boolean;
  readonly channel: Id;
  /** What comes of the class, its parts left out, on the channel. */
  readonly outcome: () => Outcome;
  readonly path: TracePath;
  readonly supposed: WhatIf;
  /** What a trace says there. */
  readonly trace: () => Trace;
}

/** The smallest sets, the best first. `isReleased`: nothing has to change, and there is no set. */
export interface ReleaseSets {
  readonly dataClass: Id;
  readonly audience: Id;
  readonly asOf: CalendarDate;
  readonly revision: number;
  readonly isReleased: boolean;
  readonly sets: readonly ProvenReleaseSet[];
  readonly isExact: boolean;
  readonly sentence: string;
  readonly notes: readonly string[];
}

/** How many sets are told where nothing is said, and at most. The API says the same. */
export const usualSets = 10;
export const mostSets = 50;

/** How many ways that begin somewhere one search looks at. */
const mostLooked = 20_000;

/**
 * The smallest sets of changes that would release a class, its parts left out, to an audience; each with its proof in the inventory as it would be.
 * Others are served between the proofs. Errors: no such class or audience; no such day; no such rule pack; a number out of range.
 */
export const smallestReleaseSets = async (
  base: TraceIndex,
  deps: WhatIfDeps,
  request: ReleaseSetsRequest,
): Promise<Result<ReleaseSets, TraceError | InputInvalid>> => {
  const { dataClass, audience, asOf, rulePack } = request;
  const { graph } = base;
  if (!graph.DataClass.has(dataClass)) return err({ type: 'DataClassNotFound', id: dataClass });
  if (!graph.Audience.has(audience)) return err({ type: 'AudienceNotFound', id: audience });
  if (!isCalendarDate(asOf)) return err({ type: 'DateInvalid', value: asOf });
  const first = inRange('first', request.first ?? usualSets, [1, mostSets]);
  if (!first.ok) return first;
  const judge = traceJudge({ ...deps, graph }, asOf, rulePack);
  if (!judge.ok) return judge;
  const allowLimited = request.allowLimited === true;
  const proofs = new Map<ReleaseSet, ProvenReleaseSet>();
  const isReleased = isReleasedNow(base, { ...request, allowLimited });
  const searched = () =>
    createReleaseGraph(base, {
      dataClass,
      audience,
      asOf,
      allowLimited,
      judge: judge.value,
      isUsual: (kind) => entryById(deps.catalogues.channels, kind)?.audiences.includes(audience) === true,
    });
  const isProven = async (set: ReleaseSet): Promise<boolean> => {
    await letOthersRun();
    const proof = prove(base, deps, { ...request, allowLimited }, set);
    if (proof !== undefined) proofs.set(set, proof);
    return proof !== undefined;
  };
  const found: ReleaseSetsFound = isReleased
    ? { sets: [], isExact: true }
    : await proveEach(searchReleaseSets(searched(), { first: first.value, mostLooked }), isProven);
  const sets = found.sets.flatMap((set) => proofs.get(set) ?? []);
  const told = {
    isReleased,
    sizes: sets.map(({ changes, requiredByLaw }) => ({ size: changes.length, requiredByLaw })),
    isExact: found.isExact,
  };
  return ok({
    dataClass,
    audience,
    asOf,
    revision: graph.revision,
    isReleased,
    sets,
    isExact: found.isExact,
    sentence: describeReleaseSets(graph, { dataClass, audience }, told),
    notes: [
      ...(found.smallest === undefined
        ? []
        : [
            `The search looked at ${mostLooked} ways and was given up there: there may be other sets of ${found.smallest} changes or more.`,
          ]),
      ...overlayNotes(base, deps, dataClass),
    ],
  });
};

/** What a search finds whose sets are proven one by one. */
const proveEach = async (
  search: ReleaseSearching,
  isProven: (set: ReleaseSet) => Promise<boolean>,
): Promise<ReleaseSetsFound> => {
  let step = search.next();
  while (step.done !== true) step = search.next(await isProven(step.value));
  return step.value;
};

/** Whether the class, its parts left out, is released to the audience on some channel. */
const isReleasedNow = (base: TraceIndex, { dataClass, audience, asOf, allowLimited }: ReleaseSetsRequest): boolean => {
  const own = traceRest(base, { dataClass, audience, asOf });
  return (
    own.ok &&
    own.value.outcomes.some(({ outcome }) => outcome === 'RELEASED' || (allowLimited === true && outcome === 'LIMITED'))
  );
};

/** What law says of the class whoever holds it back, in words. */
const overlayNotes = (base: TraceIndex, { catalogues }: WhatIfDeps, dataClass: Id): readonly string[] => {
  const overlays = new Set(lineageOf(base, dataClass).flatMap((id) => base.graph.DataClass.get(id)?.overlays ?? []));
  return [...overlays].map((id) => {
    const name = entryById(catalogues.overlays, id)?.name ?? id;
    return `"${base.graph.DataClass.get(dataClass)?.name ?? dataClass}" is recorded under "${name}", a special category of law: this documents, and counsel decides.`;
  });
};

/** Makes the changes of a set and walks its way there; `undefined` where they cannot be made, or the class does not get along it. */
const prove = (
  base: TraceIndex,
  deps: WhatIfDeps,
  request: ReleaseSetsRequest,
  { changes, start, steps, channel }: ReleaseSet,
): ProvenReleaseSet | undefined => {
  const { dataClass, audience, asOf, rulePack, allowLimited } = request;
  const { graph } = base;
  const made = changes.map((change): ReleaseSetChange => ({
    change,
    words: describeReleaseChange(graph, { dataClass, audience }, change),
    requiredByLaw: isRequiredByLaw(change),
    input: releaseChangeInput(graph, { dataClass, audience, asOf }, change),
  }));
  const supposed = makeWhatIf(base, deps, {
    changes: made.map(({ input }) => toAnyChange(input)),
    outages: [],
    asOf,
    rulePack,
  });
  if (!supposed.ok) return undefined;
  const { sandbox } = supposed.value;
  const systems = [start, ...steps.map(({ to }) => to)];
  const flows = steps.map(({ flow, to }, at) => flow ?? newFlowId(graph, systems[at] ?? '', to));
  const path = pathAlong(sandbox, { dataClass, asOf, audience, channel, start, flows });
  if (path === undefined || (path.status === 'LIMITED' && allowLimited !== true)) return undefined;
  const traced = once((): Trace => {
    const answer = trace(sandbox, { dataClass, audience, asOf });
    if (!answer.ok) throw new Error(answer.error.type);
    return answer.value;
  });
  return {
    changes: made,
    requiredByLaw: made.some((each) => each.requiredByLaw),
    channel,
    outcome: () => traced().answers[0]?.outcomes.find((each) => each.channel === channel)?.outcome ?? 'UNKNOWN',
    path,
    supposed: supposed.value,
    trace: traced,
  };
};
