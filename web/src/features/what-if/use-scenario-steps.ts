import { useCallback, useMemo, useState } from 'react';
import type { ApiResult } from '../../api/failure.ts';
import { noteChange } from '../../api/noted-changes.ts';
import { useMutation } from '../../api/use-mutation.ts';
import { changeHistory, withDone } from '../../editing/edit-history.ts';
import { tell } from '../../editing/told.ts';
import type {
  ChangeInput,
  ScenarioDecision,
  ScenarioFactsFragment,
  ScenarioInput,
  ScenarioOutcomeFragment,
} from '../../gql/graphql.ts';
import { timeWords } from '../../ui/time-words.ts';
import type { OpenedScenario, Outage, Supposed } from './sandbox.ts';
import { isOutage } from './suppose.ts';
import {
  DecideScenarioDocument,
  DiscardScenarioDocument,
  ProposeScenarioDocument,
  SaveScenarioDocument,
} from './scenario-documents.ts';

/** A scenario as the API gives it. */
export type ScenarioData = ScenarioFactsFragment;

/** What a scenario supposes. Pure. */
export const supposedOf = (scenario: Pick<ScenarioData, 'changes' | 'outages'>): Supposed => ({
  changes: scenario.changes as readonly ChangeInput[],
  outages: scenario.outages.flatMap(({ concept, id }): readonly Outage[] =>
    isOutage(concept) ? [{ concept, id }] : [],
  ),
});

/** A scenario as the sandbox remembers it. Pure. */
export const openedOf = (scenario: ScenarioData): OpenedScenario => ({
  id: scenario.id,
  revision: scenario.revision,
  name: scenario.name,
  state: scenario.state,
  ...(scenario.description ? { description: scenario.description } : {}),
  ...(scenario.workshop ? { workshop: scenario.workshop.id } : {}),
  saved: supposedOf(scenario),
});

/** What came of a step: the scenario as it is now, or why not, in words and change by change. */
export type StepOutcome =
  | { readonly ok: true; readonly scenario: ScenarioData }
  | {
      readonly ok: false;
      readonly message: string;
      readonly code: string;
      readonly errors: ScenarioOutcomeFragment['errors'];
      readonly newest: ScenarioData | undefined;
    };

/** The steps of a scenario; `running` while one is under way. */
export interface ScenarioSteps {
  readonly save: (of: OpenedScenario | undefined, input: ScenarioInput) => Promise<StepOutcome>;
  readonly propose: (scenario: Pick<ScenarioData, 'id' | 'revision' | 'name'>) => Promise<StepOutcome>;
  readonly decide: (scenario: ScenarioData, decision: ScenarioDecision, reason: string) => Promise<StepOutcome>;
  readonly discard: (scenario: Pick<ScenarioData, 'id' | 'revision' | 'name'>) => Promise<StepOutcome>;
  readonly running: boolean;
}

/** The ways to save, propose, decide and discard scenarios. What accepting wrote can be undone. */
export const useScenarioSteps = (): ScenarioSteps => {
  const { run: runSave } = useMutation(SaveScenarioDocument);
  const { run: runPropose } = useMutation(ProposeScenarioDocument);
  const { run: runDecide } = useMutation(DecideScenarioDocument);
  const { run: runDiscard } = useMutation(DiscardScenarioDocument);
  const [running, setRunning] = useState(false);
  const take = useCallback(
    async (words: string, sent: () => Promise<ApiResult<ScenarioOutcomeFragment>>): Promise<StepOutcome> => {
      setRunning(true);
      const outcome = readOutcome(await sent());
      setRunning(false);
      if (!outcome.ok) return outcome;
      noteChange();
      tell(words);
      return outcome;
    },
    [],
  );
  return useMemo(
    () => ({
      save: (of, input) =>
        take(`${input.name} saved`, async () =>
          pick(
            await runSave({ id: of?.id ?? null, expectedRevision: of?.revision ?? null, input }),
            ({ saveScenario }) => saveScenario,
          ),
        ),
      propose: ({ id, revision, name }) =>
        take(`${name} proposed`, async () =>
          pick(await runPropose({ id, expectedRevision: revision }), ({ proposeScenario }) => proposeScenario),
        ),
      decide: ({ id, revision, name }, decision, reason) =>
        take(`${name} ${decision === 'ACCEPT' ? 'accepted' : 'returned'}`, async () => {
          const result = pick(
            await runDecide({ id, expectedRevision: revision, decision, reason }),
            ({ decideScenario }) => decideScenario,
          );
          const revisions = result.ok && result.value.ok ? result.value.changes.map((entry) => entry.revision) : [];
          if (revisions.length > 0)
            changeHistory((history) => withDone(history, { words: `${name} accepted`, revisions }));
          return result;
        }),
      discard: ({ id, revision, name }) =>
        take(`${name} discarded`, async () =>
          pick(await runDiscard({ id, expectedRevision: revision }), ({ discardScenario }) => discardScenario),
        ),
      running,
    }),
    [take, runSave, runPropose, runDecide, runDiscard, running],
  );
};

const pick = <T, R>(result: ApiResult<T>, of: (value: T) => R): ApiResult<R> =>
  result.ok ? { ok: true, value: of(result.value) } : result;

const readOutcome = (result: ApiResult<ScenarioOutcomeFragment>): StepOutcome => {
  if (!result.ok)
    return { ok: false, message: result.error.message, code: result.error.code, errors: [], newest: undefined };
  const { ok, error, errors, scenario } = result.value;
  if (ok && scenario) return { ok: true, scenario };
  const [last] = scenario?.history ?? [];
  const code = error?.code ?? 'UNKNOWN';
  return {
    ok: false,
    code,
    message:
      code === 'CONFLICT' && errors.length === 0 && last
        ? `${last.actor} wrote this scenario at ${timeWords(last.at)}, after it was opened here.`
        : (error?.message ?? 'The server did not say why.'),
    errors,
    newest: scenario ?? undefined,
  };
};
