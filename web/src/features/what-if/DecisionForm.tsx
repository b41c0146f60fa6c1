import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { saveActor } from '../../api/actor.ts';
import { isSamePerson } from '../../api/same-person.ts';
import { useActor } from '../../api/use-actor.ts';
import type { ScenarioDecision } from '../../gql/graphql.ts';
import { ActorField } from '../../ui/ActorField.tsx';
import { useScenarioSteps, type ScenarioData, type StepOutcome } from './use-scenario-steps.ts';

/** Accepts or returns what is proposed, with a reason. Whoever had a part in it is told, before they decide, why not to. */
export const DecisionForm = (props: {
  readonly scenario: ScenarioData;
  /** Whether its changes can be made on the inventory as it is now. */
  readonly ready: boolean;
  readonly onOutcome: (failed: Extract<StepOutcome, { ok: false }> | undefined) => void;
}): ReactNode => {
  const { scenario } = props;
  const id = useId();
  const actor = useActor();
  const steps = useScenarioSteps();
  const [reason, setReason] = useState('');
  if (scenario.state !== 'PROPOSED') return null;
  if (actor !== undefined && scenario.cannotDecide.some((person) => isSamePerson(person, actor)))
    return (
      <p className="draft-note">
        You {scenario.proposedBy && isSamePerson(scenario.proposedBy, actor) ? 'proposed' : 'saved'} it. A second person
        accepts it or returns it: whoever supposes something does not decide on it alone.
      </p>
    );
  if (actor === undefined)
    return (
      <div className="draft-note">
        <p>A second person decides: say who you are.</p>
        <ActorField name={actor} onName={saveActor} />
      </div>
    );
  const decide = async (decision: ScenarioDecision): Promise<void> => {
    const outcome = await steps.decide(scenario, decision, reason.trim());
    props.onOutcome(outcome.ok ? undefined : outcome);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void decide('ACCEPT');
  };
  const wait = steps.running || reason.trim() === '';
  return (
    <form className="thing-form" aria-label="Decide" onSubmit={submit}>
      <div className="form-field">
        <label htmlFor={id}>
          Why <span className="quiet">needed</span>
        </label>
        <textarea id={id} rows={2} required value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={wait || !props.ready}
          title={props.ready ? undefined : 'It cannot be made on the inventory as it is now'}
        >
          Accept: make the changes
        </button>
        <button type="button" className="button" disabled={wait} onClick={() => void decide('RETURN')}>
          Return it
        </button>
      </div>
    </form>
  );
};
