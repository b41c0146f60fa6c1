import type { Grade } from '../../domain/model/entity.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type {
  AmbiguousSystem,
  CannotTell,
  ImportContext,
  ImportPlan,
  OptionUnknown,
  SystemMatch,
} from '../import-plan.ts';
import { summariseChanges } from '../change-summary.ts';
import { createObservationLog, type ObservationLog } from '../observation-log.ts';
import { inReferenceOrder, plannedWrite } from '../planned-write.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import type { CapabilityFacts } from './facts.ts';
import { noSuchType } from './map-classes.ts';
import { matchSystem } from './match-system.ts';
import { noteConsumed, planClient } from './plan-client.ts';
import { planExpected } from './plan-expected.ts';
import { planServer } from './plan-server.ts';
import { isKnownType } from './resource-types.ts';

/** The `kind` of an import run of a capability statement. */
export const capabilityStatementKind = 'capability-statement';

/**
 * Returns what importing a capability statement would do to an inventory. A specification gives expectations only, a
 * client a consumer, a server a system with a channel. Pure. Errors: `AmbiguousSystem`, `OptionUnknown`.
 */
export const planCapabilityImport = (
  stated: CapabilityFacts,
  context: ImportContext,
): Result<ImportPlan, AmbiguousSystem | OptionUnknown> => {
  const unknown = unknownOption(context);
  if (unknown !== undefined) return err(unknown);
  const facts = withAddress(stated, context.options.url);
  const isExpected = facts.nature === 'REQUIREMENTS';
  const log = createObservationLog(context, gradeOf(facts));
  if (isExpected) {
    const expected = planExpected(facts, context, log);
    const match: SystemMatch = { by: 'NONE', explanation: 'a specification describes no system', similar: [] };
    const warnings = [
      'The statement is a specification (kind requirements): it says what is expected, not what is there.',
    ];
    return ok(toPlan(facts, { match, expected, warnings }, context, log));
  }
  const match = matchSystem(facts.identity, context.graph, context.options);
  if (!match.ok) return match;
  const server = facts.sides.find(({ mode }) => mode === 'server');
  const client = facts.sides.find(({ mode }) => mode === 'client');
  if (server === undefined && client !== undefined)
    return ok(
      toPlan(facts, { match: match.value, ...planClient(facts, client, match.value, context, log) }, context, log),
    );
  // Without any "rest" there is still a system somebody runs; its side is empty.
  const side = server ?? {
    mode: 'server',
    pointers: [],
    resources: [],
    systemInteractions: [],
    operations: [],
    security: [],
  };
  const plan = planServer(facts, side, match.value, context, log);
  if (client !== undefined) noteConsumed(client, context, log);
  return ok(toPlan(facts, { match: match.value, ...plan }, context, log));
};

type PlanParts = Pick<ImportPlan, 'match' | 'warnings'> & Partial<ImportPlan>;

/** A specification documents what is wanted; a statement of a server or client only advertises. */
const gradeOf = ({ nature }: CapabilityFacts): Grade => (nature === 'REQUIREMENTS' ? 'DOCUMENTED' : 'ADVERTISED');

const toPlan = (facts: CapabilityFacts, parts: PlanParts, context: ImportContext, log: ObservationLog): ImportPlan => {
  const { graph, run } = context;
  const { exposed = [], expected = [], writes = [] } = parts;
  const warnings = [...facts.warnings, ...parts.warnings];
  const title = titleOf(facts);
  const changes = summariseChanges(graph, writes);
  const created = changes.filter(({ action }) => action === 'CREATE').length;
  const counts = { created, updated: changes.length - created, observations: log.observations.length };
  const importRun = {
    ...run,
    name: `Capability statement ${run.file}`,
    kind: capabilityStatementKind,
    status: 'DONE',
    title,
    ...(facts.date === undefined ? {} : { dated: facts.date.slice(0, 40) }),
    counts: JSON.stringify({ classes: exposed.length, expectations: expected.length, ...counts }),
    baseRevision: graph.revision,
    warnings,
    source: `import:${run.id}`,
    grade: 'DOCUMENTED',
    recordedAt: run.startedAt,
  } as const;
  return {
    ...parts,
    exposed,
    expected,
    cannotTell: [...(parts.cannotTell ?? []), ...unknownTypes(facts)],
    kind: capabilityStatementKind,
    title,
    grade: gradeOf(facts),
    artefact: describeArtefact(facts),
    warnings,
    countByOutcome: log.countByOutcome(),
    changes,
    counts,
    writes: inReferenceOrder([
      ...writes,
      ...plannedWrite(graph, 'ImportRun', importRun),
      ...log.observations.flatMap((observation) => plannedWrite(graph, 'Observation', observation)),
    ]),
  };
};

/** `FHIR R4 capability statement of https://fhir.example.org/r4 with 8 resource types`. */
const titleOf = ({ release, identity, sides }: CapabilityFacts): string => {
  const types = typesIn(sides);
  return [
    `${release === 'OTHER' ? 'FHIR' : `FHIR ${release}`} capability statement`,
    identity.baseUrl === undefined ? '' : ` of ${identity.baseUrl}`,
    ` with ${types} resource ${types === 1 ? 'type' : 'types'}`,
  ]
    .join('')
    .slice(0, 300);
};

const typesIn = (sides: CapabilityFacts['sides']): number =>
  sides.reduce((sum, { resources }) => sum + resources.length, 0);

/** Types that no FHIR release has, whatever is done with them: a typing error would otherwise look like a server that lacks the class. */
const unknownTypes = (facts: CapabilityFacts): readonly CannotTell[] =>
  facts.sides.flatMap(({ resources }) =>
    resources
      .filter(({ type }) => !isKnownType(type))
      .map(({ type, pointers }) => ({
        subject: type,
        reason: `${noSuchType(type)} (at ${pointers.join(', ')})`,
        candidates: [],
      })),
  );

const describeArtefact = (facts: CapabilityFacts): ImportPlan['artefact'] => ({
  release: facts.release,
  ...(facts.fhirVersion === undefined ? {} : { fhirVersion: facts.fhirVersion }),
  nature: facts.nature,
  ...(facts.date === undefined ? {} : { date: facts.date }),
  ...(facts.identity.baseUrl === undefined ? {} : { baseUrl: facts.identity.baseUrl }),
  sides: facts.sides.map(({ mode }) => mode).join(', '),
  resourceTypes: typesIn(facts.sides),
  truncated: facts.truncated,
  platformDefault: facts.platformDefault,
});

const withAddress = (facts: CapabilityFacts, url: string | undefined): CapabilityFacts => {
  const address = cleanAddress(url)?.address;
  return address === undefined ? facts : { ...facts, identity: { ...facts.identity, baseUrl: address } };
};

const unknownOption = ({ graph, catalogues, options }: ImportContext): OptionUnknown | undefined => {
  const { audiences = [], channelKind, systemKind, url } = options;
  const audience = audiences.find(
    (id) => !graph.Audience.has(id) && !catalogues.audiences.some((entry) => entry.id === id),
  );
  if (audience !== undefined)
    return unknown(
      'audiences',
      audience,
      'Audience',
      catalogues.audiences.map(({ id }) => id),
    );
  if (channelKind !== undefined && !catalogues.channels.some(({ id }) => id === channelKind))
    return unknown(
      'channelKind',
      channelKind,
      'catalogue entry',
      catalogues.channels.map(({ id }) => id),
    );
  if (systemKind !== undefined && !catalogues.systemKinds.some(({ id }) => id === systemKind))
    return unknown('systemKind', systemKind, 'catalogue entry', ['SYS-EHR', 'SYS-FHIR', 'SYS-APP']);
  if (url !== undefined && hostOf(url) === undefined)
    return unknown('url', '', 'address', ['https://fhir.example.org/r4']);
  return undefined;
};

const unknown = (
  option: OptionUnknown['option'],
  value: string,
  concept: OptionUnknown['concept'],
  known: readonly string[],
): OptionUnknown => ({
  type: 'OptionUnknown',
  option,
  value,
  concept,
  message:
    value === '' ? `the option "${option}" is not a web address` : `the option "${option}" does not know "${value}"`,
  mend: `use for example ${known.slice(0, 12).join(', ')}`,
});
