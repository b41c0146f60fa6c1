import type { Catalogues } from '../domain/catalogue/index.ts';
import { conceptWords } from '../domain/inventory/check-entries.ts';
import type { Change } from '../domain/model/change.ts';
import type { Scenario } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  decideScenario,
  discardScenario,
  proposeScenario,
  saveScenario,
  sourceOfScenario,
  type Outage,
  type ScenarioDecision,
  type ScenarioSaid,
  type ScenarioStamp,
  type ScenarioStepRefused,
} from '../domain/what-if/index.ts';
import { jsonRecords, listText } from '../domain/workshop/index.ts';
import type { GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import { ulid } from 'ulid';
import { readChanges, type CreateOrUpdate } from './change-input.ts';
import { commitSet, mostInSet, type ChangeSetRefused, type SetChange, type SetPlan } from './change-set.ts';
import type { CurrentGraph } from './current-graph.ts';
import { writableConcepts } from './entity-fields.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createKnownCodes } from './known-codes.ts';
import { planChangeSet } from './plan-change-set.ts';
import { isId, nameToId, textLimit } from './text-rules.ts';
import type { InTurn } from './turns.ts';
import { mostOutages } from './what-if.ts';
import type { WriteError } from './write-entity.ts';

/** A scenario as somebody saw it. */
export interface ScenarioSeen {
  readonly id: Id;
  readonly expected: Revision;
  readonly actor: string;
}

/** What a scenario is to say. `changes`: each as the API takes it. */
export interface ScenarioInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly changes: readonly CreateOrUpdate[];
  readonly outages: readonly Outage[];
  readonly workshop?: Id | null | undefined;
}

/** The scenario as it is now, the other log entries of the same write, and the inventory's revision. */
export interface ScenarioWritten {
  readonly scenario: Scenario;
  readonly changes: readonly Change[];
  readonly revision: Revision;
}

/** A scenario that was not written; for a conflict with the scenario as it is now. */
export interface ScenarioRefused {
  readonly type: 'ScenarioRefused';
  readonly error: WriteError;
  readonly current?: Scenario;
}

type Written = Promise<Result<ScenarioWritten, ScenarioRefused | ChangeSetRefused | StoreUnavailable>>;

/** The steps of a scenario. Errors: `ScenarioRefused`, `ChangeSetRefused` where its changes cannot be made; then nothing is written. */
export interface WriteScenario {
  /** `id` with `expected`: one that is there; otherwise a new one, under that id or one made of its name. */
  readonly save: (
    input: ScenarioInput,
    by: { readonly actor: string; readonly id?: Id; readonly expected?: Revision },
  ) => Written;
  readonly propose: (seen: ScenarioSeen) => Written;
  /** Accepting writes its changes and its new state in one transaction. */
  readonly decide: (seen: ScenarioSeen, decision: ScenarioDecision) => Written;
  readonly discard: (seen: ScenarioSeen) => Written;
}

export interface WriteScenarioDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
  readonly inTurn: InTurn;
}

/** Returns the use cases that write scenarios. */
export const createWriteScenario = (deps: WriteScenarioDeps): WriteScenario => {
  const { store, currentGraph } = deps;
  const codes = createKnownCodes(deps.catalogues);

  /** Plans a write on the newest inventory and commits it, with what the plan writes beside the scenario. */
  const write = async (
    batch: { readonly actor: string; readonly reason?: string },
    plan: (graph: EhiGraph, stamp: ScenarioStamp) => Result<Planned, WriteError>,
  ): Written => {
    let refused: ScenarioRefused | undefined;
    let scenario: Id | undefined;
    const committed = await commitSet(store, batch, async () => {
      const current = await currentGraph.get();
      if (!current.ok) return current;
      const { graph } = current.value;
      const planned = plan(graph, { actor: batch.actor, now: deps.now() });
      refused = planned.ok ? undefined : refusalOf(graph, planned.error);
      scenario = planned.ok ? planned.value.scenario : undefined;
      // What is wrong with the scenario itself is told apart from what is wrong with its changes.
      return ok({ graph, plan: planned.ok ? planned.value : { writes: [], problems: nothingWritten } });
    });
    if (refused !== undefined) return err(refused);
    if (!committed.ok) {
      const [first] = committed.error.type === 'ChangeSetRefused' ? committed.error.errors : [];
      const isOwn = first?.error.type === 'Conflict' && first.error.concept === 'Scenario';
      return isOwn
        ? err({ type: 'ScenarioRefused', error: first.error, ...scenarioOf(first.current?.entity) })
        : committed;
    }
    const { changes, revision } = committed.value;
    const own = (change: Change): boolean => change.concept === 'Scenario' && change.entity === scenario;
    const current = await currentGraph.get();
    if (!current.ok) return current;
    const entity = (changes.findLast(own)?.after ?? current.value.graph.Scenario.get(scenario ?? '')) as Scenario;
    return ok({ scenario: entity, changes: changes.filter((change) => !own(change)), revision });
  };

  const step = (
    { id, expected, actor }: ScenarioSeen,
    reason: string | undefined,
    take: (scenario: Scenario, stamp: ScenarioStamp) => Result<Scenario, ScenarioStepRefused>,
    also: (graph: EhiGraph, scenario: Scenario, stamp: ScenarioStamp) => Result<SetPlan, WriteError> = nothingElse,
  ): Written =>
    write({ actor, ...(reason === undefined ? {} : { reason }) }, (graph, stamp) => {
      const before = graph.Scenario.get(id);
      if (before === undefined) return err({ type: 'EntityNotFound', concept: 'Scenario', id });
      if (before.revision !== expected)
        return err({ type: 'Conflict', concept: 'Scenario', id, expected, actual: before.revision });
      const taken = take(before, stamp);
      if (!taken.ok) return err(inputInvalid(taken.error.field, taken.error.message));
      const more = also(graph, taken.value, stamp);
      if (!more.ok) return more;
      const { writes, problems } = more.value;
      const own = writeOf(taken.value, expected, writes.length > 0);
      return ok({ scenario: id, problems, writes: [...writes, { at: writes.length, write: own }] });
    });

  return {
    save: async (input, { actor, id, expected = 0 }) =>
      write({ actor }, (graph, stamp) => {
        const said = readSaid(graph, input);
        if (!said.ok) return said;
        const before = id === undefined ? undefined : graph.Scenario.get(id);
        if (expected > 0 || before !== undefined) {
          if (before === undefined) return err({ type: 'EntityNotFound', concept: 'Scenario', id: id ?? '' });
          if (before.revision !== expected)
            return err({ type: 'Conflict', concept: 'Scenario', id: before.id, expected, actual: before.revision });
          const saved = saveScenario(before, said.value, { actor, baseRevision: graph.revision });
          if (!saved.ok) return err(inputInvalid(saved.error.field, saved.error.message));
          return ok(only(writeOf(saved.value, expected)));
        }
        const made = newId(graph, id, said.value.name);
        if (!made.ok) return made;
        const scenario = {
          ...said.value,
          id: made.value,
          source: actor,
          grade: 'ASSERTED',
          recordedAt: stamp.now,
          state: 'DRAFT',
          baseRevision: graph.revision,
          revisions: [],
        } as const;
        return ok(only({ concept: 'Scenario', document: scenario, action: 'CREATE', expected: 0 }));
      }),
    propose: (seen) => step(seen, undefined, proposeScenario),
    decide: (seen, decision) => {
      const decide = () =>
        step(
          seen,
          decision.reason.trim() || undefined,
          (scenario, stamp) => decideScenario(scenario, decision, stamp),
          (graph, scenario, { now }) => {
            if (scenario.state !== 'ACCEPTED') return ok({ writes: [], problems: [] });
            const changes = readChanges(jsonRecords(scenario.changes));
            if (!changes.ok) return changes;
            const record = whyNoRecordEnds(changes.value);
            if (record !== undefined) return err(record);
            const stamp = { actor: sourceOfScenario(scenario), now };
            return ok(planChangeSet(graph, changes.value, { stamp, codes }));
          },
        );
      // Its changes may be of the tree of data classes: those wait for one another.
      return deps.inTurn('DataClass', decide);
    },
    discard: (seen) => step(seen, undefined, discardScenario),
  };
};

interface Planned extends SetPlan {
  readonly scenario: Id;
}

const nothingElse = (): Result<SetPlan, WriteError> => ok({ writes: [], problems: [] });

const nothingWritten = [{ at: 0, error: inputInvalid('scenario', 'Nothing was written.') }] as const;

const only = (write: Write): Planned => ({ scenario: write.document.id, writes: [{ at: 0, write }], problems: [] });

const writeOf = (scenario: Scenario, expected: Revision, namesRevisions = false): Write => {
  const { revision: _, createdAt: __, updatedAt: ___, ...document } = scenario;
  return { concept: 'Scenario', document, action: 'UPDATE', expected, ...(namesRevisions ? { namesRevisions } : {}) };
};

const refusalOf = (graph: EhiGraph, error: WriteError): ScenarioRefused => ({
  type: 'ScenarioRefused',
  error,
  ...(error.type === 'Conflict' ? scenarioOf(graph.Scenario.get(error.id)) : {}),
});

const scenarioOf = (current: unknown): { readonly current?: Scenario } =>
  current === undefined ? {} : { current: current as Scenario };

const newId = (graph: EhiGraph, id: Id | undefined, name: string): Result<Id, WriteError> => {
  if (id !== undefined)
    return isId(id)
      ? ok(id)
      : err(
          inputInvalid(
            'id',
            `"${id}" is not an id: use 1 to 128 of A-Z a-z 0-9 . _ : - and begin with a letter or digit.`,
          ),
        );
  const made = nameToId(name) || ulid();
  return ok(graph.Scenario.has(made) ? `${made}-${ulid().slice(-6).toLowerCase()}` : made);
};

/** Why a scenario cannot hold these changes: one ends a record beside the inventory, which has steps of its own. `undefined`: it can. */
const whyNoRecordEnds = (changes: readonly SetChange[]): InputInvalid | undefined => {
  const at = changes.findIndex(
    ({ kind, concept }) => kind === 'END' && !writableConcepts.some((each) => each === concept),
  );
  const ended = changes[at];
  return ended === undefined
    ? undefined
    : inputInvalid(
        'changes',
        `The change at place ${at} ends the ${conceptWords[ended.concept]} itself, which is no fact of the inventory. Leave it out: such records have steps of their own.`,
      );
};

const readSaid = (graph: EhiGraph, input: ScenarioInput): Result<ScenarioSaid, WriteError> => {
  const { changes, outages, workshop } = input;
  const [name, description] = [input.name.trim(), input.description?.trim() ?? ''];
  if (name === '') return err(inputInvalid('name', 'A scenario needs a name that people find it by.'));
  for (const [field, text] of [
    ['name', name],
    ['description', description],
  ] as const)
    if (text.length > textLimit)
      return err(inputInvalid(field, `${field} has ${text.length} characters; at most ${textLimit} are kept.`));
  for (const [field, { length }, most] of [
    ['changes', changes, mostInSet],
    ['outages', outages, mostOutages],
  ] as const)
    if (length > most)
      return err(
        inputInvalid(field, `There are ${length} in ${field}; a scenario takes at most ${most}. Make several.`),
      );
  const read = readChanges(changes);
  if (!read.ok) return read;
  const record = whyNoRecordEnds(read.value);
  if (record !== undefined) return err(record);
  if (typeof workshop === 'string' && !graph.Workshop.has(workshop))
    return err(
      inputInvalid('workshop', `There is no workshop "${workshop}". Leave it out, or name one that is there.`),
    );
  const [changesText, outagesText] = [listText(changes), listText(outages)];
  return ok({
    name,
    ...(description === '' ? {} : { description }),
    ...(changesText === undefined ? {} : { changes: changesText }),
    ...(outagesText === undefined ? {} : { outages: outagesText }),
    ...(typeof workshop === 'string' ? { workshop } : {}),
  });
};
