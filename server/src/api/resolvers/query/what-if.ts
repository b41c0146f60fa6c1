import { toAnyChange } from '../../../app/change-input.ts';
import { tellProblems, type PlacedProblem } from '../../../app/change-set.ts';
import { inputInvalid } from '../../../app/input-invalid.ts';
import { letOthersRun } from '../../../app/let-others-run.ts';
import { readScenario } from '../../../app/read-scenario.ts';
import { differenceFor, whatIf as whatIfOf, type WhatIfProblem, type WhatIfRequest } from '../../../app/what-if.ts';
import { err } from '../../../domain/result.ts';
import { compareTurns, outageConcepts, type Outage } from '../../../domain/what-if/index.ts';
import type { ApiContext } from '../../context.ts';
import { orThrow, toGraphQLError } from '../../errors.ts';
import type { QueryResolvers, ThingInput } from '../../gen/resolver-types.ts';
import type { WhatIfModel } from '../../models.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { judgeDeps } from './verdicts.ts';

/** What would differ if changes were made and things were down. */
export const whatIf: NonNullable<QueryResolvers['whatIf']> = async (_parent, args, context) => {
  const { graph } = await context.reads.snapshot();
  const scenario = typeof args.scenario === 'string' ? orThrow(readScenario(graph, args.scenario)) : nothing;
  return suppose(context, args, {
    changes: [...scenario.changes, ...(args.changes ?? []).map(toAnyChange)],
    outages: [...scenario.outages, ...(args.outages ?? []).map(toOutage)],
  });
};

/** What two scenarios come to. */
export const compareScenarios: NonNullable<QueryResolvers['compareScenarios']> = async (_parent, args, context) => {
  const { graph } = await context.reads.snapshot();
  const [one, other] = [orThrow(readScenario(graph, args.a)), orThrow(readScenario(graph, args.b))];
  const a = await suppose(context, args, one);
  const b = await suppose(context, args, other);
  const rows = 'of' in a && 'of' in b ? compareTurns(a.difference.turns, b.difference.turns) : [];
  return { a, b, nameA: one.name, nameB: other.name, rows };
};

const nothing = { changes: [], outages: [] } as const;

interface AskedOf {
  readonly asOf?: string | null | undefined;
  readonly rulePack?: string | null | undefined;
  readonly audience?: string | null | undefined;
}

const suppose = async (
  context: ApiContext,
  { asOf: day, rulePack, audience }: AskedOf,
  { changes, outages }: Pick<WhatIfRequest, 'changes' | 'outages'>,
): Promise<WhatIfModel> => {
  const { reads, services, actor } = context;
  const { index } = await reads.snapshot();
  if (typeof audience === 'string' && !index.graph.Audience.has(audience) && !index.audiences.includes(audience))
    orThrow(err({ type: 'AudienceNotFound', id: audience }));
  // One request may ask about several: others get their turn between.
  await letOthersRun();
  const now = services.now();
  const asOf = day ?? now.slice(0, 10);
  const deps = { ...(await judgeDeps(context)), stamp: { actor, now } };
  const answer = whatIfOf(index, deps, { changes, outages, asOf, rulePack });
  if (!answer.ok) {
    if (answer.error.type !== 'WhatIfRefused') throw toGraphQLError(answer.error);
    return { problems: await told(context, answer.error.problems), asOf, revision: index.graph.revision };
  }
  const made = answer.value;
  reads.suppose(made.sandbox.graph);
  return {
    of: made,
    ...(typeof audience === 'string' ? { audience } : {}),
    difference: differenceFor(made, audience ?? undefined),
  };
};

/** Returns what is said to be down. Throws for what cannot be. */
export const toOutage = ({ concept, id }: ThingInput): Outage => {
  const named = outageConcepts.find((each) => each === conceptByEnum[concept]);
  const message = `${concept} cannot be down. Name a SYSTEM, a FLOW or an ACCESS_CHANNEL.`;
  return { concept: named ?? orThrow(err(inputInvalid('outages', message))), id };
};

/** Problems as they are told: conflicts with what stands in the way. */
const told = async (
  { reads, services }: ApiContext,
  problems: readonly WhatIfProblem[],
): Promise<Extract<WhatIfModel, { readonly problems: unknown }>['problems']> => {
  const { graph } = await reads.snapshot();
  const ofOutages = problems.filter(({ error }) => error.type === 'NotThereThatDay');
  const others = problems.filter((each): each is PlacedProblem => each.error.type !== 'NotThereThatDay');
  return [...orThrow(await tellProblems(services.store, graph, others)), ...ofOutages];
};
