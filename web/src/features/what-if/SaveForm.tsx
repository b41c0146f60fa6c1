import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { saveActor } from '../../api/actor.ts';
import { useActor } from '../../api/use-actor.ts';
import { ActorField } from '../../ui/ActorField.tsx';
import { isUnsaved, type Sandbox } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';
import { isClosed } from './state-words.ts';
import { openedOf, useScenarioSteps, type StepOutcome } from './use-scenario-steps.ts';
import type { ParamChange } from './use-what-if-params.ts';
import { useWorkshopHere } from './use-workshop-here.ts';

/** Saves what is supposed under a name, and hands it in for a second person. */
export const SaveForm = (props: {
  readonly sandbox: Sandbox;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { sandbox, onChange } = props;
  const { scenario } = sandbox;
  const id = useId();
  const actor = useActor();
  const steps = useScenarioSteps();
  const workshop = useWorkshopHere();
  const [name, setName] = useState(scenario?.name ?? '');
  const [failed, setFailed] = useState<Extract<StepOutcome, { ok: false }>>();
  const isNew = scenario === undefined || isClosed(scenario.state);
  const unsaved = isUnsaved(sandbox) || scenario?.name !== name.trim();

  const take = (outcome: StepOutcome): boolean => {
    setFailed(outcome.ok ? undefined : outcome);
    if (outcome.ok) changeSandbox((now) => ({ ...now, scenario: openedOf(outcome.scenario) }), 'shown');
    return outcome.ok;
  };
  const save = async (asAnother: boolean): Promise<void> => {
    const over = asAnother || isNew ? undefined : scenario;
    take(
      await steps.save(over, {
        name: name.trim(),
        description: over?.description ?? null,
        changes: [...sandbox.now.changes],
        outages: sandbox.now.outages.map((outage) => ({ concept: outage.concept, id: outage.id })),
        // Where one was made stays, whoever saves it again from elsewhere.
        workshop: over?.workshop ?? workshop?.id ?? null,
      }),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };
  const propose = async (): Promise<void> => {
    if (scenario !== undefined && take(await steps.propose(scenario)))
      onChange({ page: 'proposal', scenario: scenario.id });
  };
  const discard = async (): Promise<void> => {
    if (scenario !== undefined) take(await steps.discard(scenario));
  };
  const onlyOutages = sandbox.now.changes.length === 0;
  const canPropose = !unsaved && (scenario?.state === 'DRAFT' || scenario?.state === 'RETURNED');
  return (
    <form className="thing-form what-if-save" aria-label="Save the what-if" onSubmit={submit}>
      <div className="form-field">
        <label htmlFor={id}>Name</label>
        <input
          id={id}
          required
          maxLength={200}
          value={name}
          placeholder="e.g. The portal is down"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {actor === undefined ? <ActorField name={actor} onName={saveActor} /> : null}
      {isNew && workshop !== undefined ? (
        <p className="quiet">It will stand in the minutes of {workshop.name}.</p>
      ) : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={steps.running || !unsaved || name.trim() === ''}>
          {isNew ? 'Save' : 'Save again'}
        </button>
        {isNew ? null : (
          <>
            <button type="button" className="button" disabled={steps.running} onClick={() => void save(true)}>
              Save as another
            </button>
            {scenario.state === 'PROPOSED' ? (
              <button
                type="button"
                className="button"
                onClick={() => onChange({ page: 'proposal', scenario: scenario.id })}
              >
                See the proposal
              </button>
            ) : (
              <button
                type="button"
                className="button"
                disabled={steps.running || !canPropose || onlyOutages}
                title={proposeWords(unsaved, onlyOutages)}
                onClick={() => void propose()}
              >
                Turn into proposed changes
              </button>
            )}
            <button type="button" className="button" disabled={steps.running} onClick={() => void discard()}>
              Discard
            </button>
          </>
        )}
      </div>
      {!isNew && onlyOutages ? (
        <p className="quiet">What is down changes nothing in the inventory: there is nothing to propose.</p>
      ) : null}
      {failed === undefined ? null : (
        <div className="form-trouble" role="alert">
          <p>{failed.message}</p>
          {failed.code === 'CONFLICT' && failed.newest !== undefined ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                const { newest } = failed;
                if (newest !== undefined) changeSandbox((now) => ({ ...now, scenario: openedOf(newest) }), 'shown');
                setFailed(undefined);
              }}
            >
              Keep what is here, to save over it
            </button>
          ) : null}
        </div>
      )}
    </form>
  );
};

const proposeWords = (unsaved: boolean, onlyOutages: boolean): string => {
  if (onlyOutages) return 'It only says what is down';
  return unsaved ? 'Save it first' : 'A second person accepts it or returns it';
};
