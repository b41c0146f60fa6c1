import { isSamePerson, unnamedActor } from '../claim/index.ts';
import type { Scenario } from '../model/concepts.ts';
import type { Id, Instant, Revision } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';

/** Who acts on a scenario, and when. */
export interface ScenarioStamp {
  readonly actor: string;
  readonly now: Instant;
}

/** Why a step cannot be taken, and the field of the call it is about. */
export interface ScenarioStepRefused {
  readonly field: string;
  readonly message: string;
}

type Step = Result<Scenario, ScenarioStepRefused>;

/** What a scenario says. */
export interface ScenarioSaid {
  readonly name: string;
  readonly description?: string;
  /** JSON, as the record keeps them. */
  readonly changes?: string;
  readonly outages?: string;
  readonly workshop?: Id;
}

/**
 * The scenario saying something else, thought up at a revision: a draft again, whatever was proposed or given back before. One that is
 * accepted or discarded is not changed.
 */
export const saveScenario = (
  scenario: Scenario,
  said: ScenarioSaid,
  { actor, baseRevision }: { readonly actor: string; readonly baseRevision: Revision },
): Step => {
  if (scenario.state === 'ACCEPTED' || scenario.state === 'DISCARDED')
    return refused('scenario', `"${scenario.name}" is ${stateWords[scenario.state]}. Save it as a new scenario.`);
  const {
    proposedBy: _,
    proposedAt: __,
    description: ___,
    changes: ____,
    outages: _____,
    workshop: ______,
    ...rest
  } = scenario;
  const people = [...savedBy(scenario).filter((person) => !isSamePerson(person, actor)), actor];
  return ok({ ...rest, ...said, baseRevision, savedBy: people, state: 'DRAFT' });
};

/** Everybody who saved a scenario, the last one last. Pure. */
export const savedBy = ({ source, savedBy: people = [] }: Scenario): readonly string[] =>
  people.length === 0 ? [source] : people;

/** Everybody with a part in a scenario, each once: who thought it up, saved or proposed it. None of them decides on it. Pure. */
export const partakersOf = (scenario: Scenario): readonly string[] => {
  const { source, proposedBy } = scenario;
  const all = [source, ...savedBy(scenario), ...(proposedBy === undefined ? [] : [proposedBy])];
  return all.filter((person, at) => all.findIndex((other) => isSamePerson(other, person)) === at);
};

/** The scenario handed in for a decision. */
export const proposeScenario = (scenario: Scenario, { actor, now }: ScenarioStamp): Step => {
  if (scenario.state !== 'DRAFT' && scenario.state !== 'RETURNED')
    return refused(
      'scenario',
      `"${scenario.name}" is ${stateWords[scenario.state]}. Only a draft, or one that was returned, can be proposed.`,
    );
  if (isSamePerson(actor, unnamedActor))
    return refused('actor', 'A proposal needs a name. Say who you are, then propose.');
  return ok({ ...scenario, state: 'PROPOSED', proposedBy: actor, proposedAt: now });
};

/** What the second person decides. */
export interface ScenarioDecision {
  readonly decision: 'ACCEPT' | 'RETURN';
  readonly reason: string;
}

/** The scenario with a decision on it, made by somebody who neither thought it up, saved nor proposed it. Accepting one that changes nothing is refused. */
export const decideScenario = (
  scenario: Scenario,
  { decision, reason }: ScenarioDecision,
  { actor, now }: ScenarioStamp,
): Step => {
  const { name, state, endedOn } = scenario;
  if (endedOn !== undefined && endedOn <= now.slice(0, 10))
    return refused('scenario', `"${name}" ended on ${endedOn}. Save what it supposes as a new scenario.`);
  if (state !== 'PROPOSED')
    return refused('scenario', `"${name}" is ${stateWords[state]}. Only a scenario that was proposed can be decided.`);
  if (isSamePerson(actor, unnamedActor))
    return refused('actor', 'A decision needs a name. Say who you are, then decide.');
  if (partakersOf(scenario).some((person) => isSamePerson(person, actor)))
    return refused(
      'actor',
      `${actor} had a part in this scenario. Somebody who neither saved nor proposed it has to decide.`,
    );
  const why = reason.trim();
  if (why === '') return refused('reason', 'Say why, for whoever reads it later.');
  if (decision === 'ACCEPT' && scenario.changes === undefined)
    return refused(
      'scenario',
      scenario.outages === undefined
        ? `"${name}" changes nothing, so there is nothing to accept. Return or discard it.`
        : `"${name}" only says what is down. That something is down is no change of the inventory, so there is nothing to accept. Return or discard it.`,
    );
  return ok({
    ...scenario,
    state: decision === 'ACCEPT' ? 'ACCEPTED' : 'RETURNED',
    decidedBy: actor,
    decidedAt: now,
    decisionReason: why,
  });
};

/** The scenario left aside. */
export const discardScenario = (scenario: Scenario): Step =>
  scenario.state === 'ACCEPTED' || scenario.state === 'DISCARDED'
    ? refused('scenario', `"${scenario.name}" is ${stateWords[scenario.state]} already.`)
    : ok({ ...scenario, state: 'DISCARDED' });

/** Whose statement is what accepting a scenario writes: who saved it last, in the workshop where it was. Pure. */
export const sourceOfScenario = (scenario: Scenario): string => {
  const who = savedBy(scenario).at(-1) ?? scenario.source;
  return scenario.workshop === undefined ? who : `workshop:${scenario.workshop}/${who}`;
};

const stateWords: Readonly<Record<Scenario['state'], string>> = {
  DRAFT: 'a draft',
  PROPOSED: 'proposed',
  ACCEPTED: 'accepted',
  RETURNED: 'returned',
  DISCARDED: 'discarded',
};

const refused = (field: string, message: string): Result<never, ScenarioStepRefused> => err({ field, message });
