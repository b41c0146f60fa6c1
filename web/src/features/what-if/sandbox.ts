import type { ChangeInput, ScenarioState } from '../../gql/graphql.ts';
import { readChange, withId } from './read-change.ts';

/** Something that is down. */
export interface Outage {
  readonly concept: 'SYSTEM' | 'FLOW' | 'ACCESS_CHANNEL';
  readonly id: string;
}

/** What is supposed: changes in their order, and what is down. */
export interface Supposed {
  readonly changes: readonly ChangeInput[];
  readonly outages: readonly Outage[];
}

/** The saved scenario that the sandbox was opened from or saved as. */
export interface OpenedScenario {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly state: ScenarioState;
  readonly description?: string;
  /** The workshop it was made in. */
  readonly workshop?: string;
  /** What it holds, to tell whether anything was changed since. */
  readonly saved: Supposed;
}

/** Everything this tab supposes: what holds now, the steps that led there, and the changes that are open in a form. */
export interface Sandbox {
  readonly now: Supposed;
  readonly past: readonly Supposed[];
  readonly future: readonly Supposed[];
  readonly scenario: OpenedScenario | undefined;
  /** The places of the changes that the open form takes the place of. */
  readonly reopened: readonly number[];
}

/** Nothing supposed. */
export const nothing: Supposed = { changes: [], outages: [] };
/** A sandbox with nothing in it. */
export const emptySandbox: Sandbox = { now: nothing, past: [], future: [], scenario: undefined, reopened: [] };

/** How many steps can be undone. */
const mostSteps = 100;

/** Whether nothing is supposed. Pure. */
export const isEmpty = ({ changes, outages }: Supposed): boolean => changes.length === 0 && outages.length === 0;

/** Whether the saved scenario says something else than the sandbox. Pure. */
export const isUnsaved = ({ now, scenario }: Sandbox): boolean =>
  scenario === undefined ? !isEmpty(now) : JSON.stringify(now) !== JSON.stringify(scenario.saved);

/** One step further, which can be undone. Pure. */
export const step = (sandbox: Sandbox, now: Supposed): Sandbox => ({
  ...sandbox,
  now,
  past: [...sandbox.past, sandbox.now].slice(-mostSteps),
  future: [],
  reopened: [],
});

/** One step back; the same where there is none. Pure. */
export const undone = (sandbox: Sandbox): Sandbox => {
  const before = sandbox.past.at(-1);
  if (before === undefined) return sandbox;
  return {
    ...sandbox,
    now: before,
    past: sandbox.past.slice(0, -1),
    future: [...sandbox.future, sandbox.now],
    reopened: [],
  };
};

/** The step that was undone last, again; the same where there is none. Pure. */
export const redone = (sandbox: Sandbox): Sandbox => {
  const after = sandbox.future.at(-1);
  if (after === undefined) return sandbox;
  return {
    ...sandbox,
    now: after,
    past: [...sandbox.past, sandbox.now],
    future: sandbox.future.slice(0, -1),
    reopened: [],
  };
};

/**
 * The sandbox with changes put where those stood that were opened again, else at the end. What is added has an id from `newId`, or keeps the one it
 * had. Pure but for `newId`.
 */
export const withChanges = (sandbox: Sandbox, changes: readonly ChangeInput[], newId: () => string): Sandbox => {
  const { now, reopened } = sandbox;
  const ids = reopened.flatMap((at) => {
    const old = now.changes[at];
    const read = old === undefined ? undefined : readChange(old);
    return read?.kind === 'add' ? [read.id] : [];
  });
  const named = changes.map((change) => {
    const read = readChange(change);
    return read?.kind === 'add' && read.id === '' ? withId(change, ids.shift() ?? newId()) : change;
  });
  const place = reopened[0] ?? now.changes.length;
  const left = now.changes.filter((_, at) => !reopened.includes(at));
  return step(sandbox, { ...now, changes: [...left.slice(0, place), ...named, ...left.slice(place)] });
};

/** The sandbox with something down; the same where it is already. Pure. */
export const withOutage = (sandbox: Sandbox, outage: Outage): Sandbox => {
  const { now } = sandbox;
  return now.outages.some(({ concept, id }) => concept === outage.concept && id === outage.id)
    ? sandbox
    : step(sandbox, { ...now, outages: [...now.outages, outage] });
};

/** The sandbox without the changes and outages at some places. Pure. */
export const withoutPlaces = (sandbox: Sandbox, changes: readonly number[], outages: readonly number[]): Sandbox =>
  step(sandbox, {
    changes: sandbox.now.changes.filter((_, at) => !changes.includes(at)),
    outages: sandbox.now.outages.filter((_, at) => !outages.includes(at)),
  });
