import { catalogueAudienceDocument } from '../../domain/inventory/parse-inventory.ts';
import type { Id } from '../../domain/model/entity.ts';
import { isLiveOn } from '../../domain/model/entity.ts';
import type { ImportContext, ImportPlan, SystemMatch } from '../import-plan.ts';
import type { ObservationLog } from '../observation-log.ts';
import { plannedWrite } from '../planned-write.ts';
import { channelFact } from './channel-facts.ts';
import { classCandidates, type ClassCandidate } from './class-candidates.ts';
import type { CapabilityFacts, SideFact } from './facts.ts';
import { exposedClasses, mapSide, unclearTypes, type MappedType } from './map-side.ts';
import { missingClasses } from './missing-classes.ts';
import { noteAccepted, noteMissing, noteStatement, noteUnmapped } from './note-statement.ts';
import { planChannel, type PlannedChannel } from './plan-channel.ts';
import { missingDataClasses } from './plan-data-classes.ts';
import { planSystem } from './plan-system.ts';

/** The part of a plan that is about what a running server advertises. */
export type ServerPlan = Pick<
  ImportPlan,
  'system' | 'channel' | 'channelExplanation' | 'exposed' | 'cannotTell' | 'warnings' | 'writes'
>;

/**
 * Returns what the server side of a statement adds: the system, its channel, the classes they hold and release, graded
 * ADVERTISED. A platform default adds system and channel and no class. Notes every fact in the log (mutates).
 */
export const planServer = (
  facts: CapabilityFacts,
  side: SideFact,
  match: SystemMatch,
  context: ImportContext,
  log: ObservationLog,
): ServerPlan => {
  const { graph, catalogues, options, run } = context;
  const candidates = classCandidates(graph, catalogues);
  // A platform lists every type it could hold: that is no evidence of any class.
  const types = facts.platformDefault ? [] : mapSide(side, candidates);
  const exposed = exposedClasses(types);
  const classIds = exposed.map(({ dataClass }) => dataClass);

  const { identity } = facts;
  const system = planSystem({ identity, match, kind: options.systemKind ?? 'SYS-FHIR', holds: classIds }, context, log);
  const { baseUrl } = identity;
  const fact = channelFact(facts, side);
  const channel = planChannel(
    {
      system: system.id,
      systemName: system.name,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      fact,
      releases: classIds,
    },
    context,
    log,
  );
  noteExposures(types, channel, log);
  noteUnmapped(types, log);
  noteNotListed(facts, side, channel, candidates, context, log);
  noteAccepted(side, log);
  noteStatement(facts, log);
  noteMissing(missingClasses(facts, candidates, catalogues.uscdi), channel.document.id, log);

  const dataClasses = missingDataClasses(
    exposed.map(({ candidate }) => candidate),
    context,
  );
  const audiences = channel.document.audiences.flatMap((id) => {
    const entry = catalogues.audiences.find((audience) => audience.id === id);
    return graph.Audience.has(id) || entry === undefined ? [] : [catalogueAudienceDocument(entry, run.startedAt)];
  });
  return {
    system: system.id,
    channel: channel.document.id,
    channelExplanation: channel.explanation,
    exposed: exposed.map(({ dataClass, name, reasons, evidence }) => ({ dataClass, name, reasons, evidence })),
    cannotTell: facts.platformDefault
      ? [{ subject: 'every type', reason: 'the list of types is a platform default', candidates: [] }]
      : unclearTypes(types),
    warnings: [...channel.warnings, ...searchWarnings(exposed), ...identityWarnings(facts, match)],
    writes: [
      ...dataClasses.flatMap((document) => plannedWrite(graph, 'DataClass', document)),
      ...audiences.flatMap((document) => plannedWrite(graph, 'Audience', document)),
      ...plannedWrite(graph, 'System', system),
      ...plannedWrite(graph, 'AccessChannel', channel.document),
    ],
  };
};

const noteExposures = (types: readonly MappedType[], { links }: PlannedChannel, log: ObservationLog): void => {
  for (const { resource, by, mapping } of types)
    for (const { candidate, reason } of mapping.classes) {
      const isEnded = links.ended.includes(candidate.id);
      log.note({
        fact: 'exposes',
        name: `Exposes ${candidate.name} as ${resource.type}`,
        pointer: resource.pointers[0] ?? '$',
        detail: `${by.join(', ')}; shown by ${reason}${isEnded ? '; the inventory says that it ended' : ''}`,
        matches: { concept: 'DataClass', id: candidate.id },
        outcome: isEnded ? 'CONFLICTING' : links.added.includes(candidate.id) ? 'ADDED' : 'MATCHED',
      });
    }
};

/** Declared but not in a complete statement: a difference for people to look at, never a removal. */
const noteNotListed = (
  facts: CapabilityFacts,
  side: SideFact,
  { existing }: PlannedChannel,
  candidates: readonly ClassCandidate[],
  { run }: ImportContext,
  log: ObservationLog,
): void => {
  if (existing === undefined || facts.truncated || facts.platformDefault) return;
  const stated = new Set(side.resources.map(({ type }) => type));
  const typesOf = (id: Id): readonly string[] => candidates.find((each) => each.id === id)?.fhirResources ?? [];
  for (const link of existing.releases) {
    const types = typesOf(link.dataClass);
    if (!isLiveOn(link, run.startedAt.slice(0, 10)) || types.length === 0 || types.some((type) => stated.has(type)))
      continue;
    log.note({
      fact: 'not-listed',
      name: `Does not list ${link.dataClass}`,
      pointer: side.pointers[0] ?? '$.rest',
      detail: `the inventory says that the channel releases it; the statement lists none of ${types.join(', ')}`,
      matches: { concept: 'DataClass', id: link.dataClass },
      outcome: 'CONFLICTING',
    });
  }
};

const searchWarnings = (exposed: ReturnType<typeof exposedClasses>): readonly string[] => {
  const weak = exposed.filter(({ evidence }) => evidence === 'SEARCH').map(({ dataClass }) => dataClass);
  return weak.length === 0
    ? []
    : [`Shown by search parameters only, because the statement names no profile: ${weak.join(', ')}.`];
};

const identityWarnings = (facts: CapabilityFacts, match: SystemMatch): readonly string[] =>
  match.by === 'NONE' && facts.identity.baseUrl === undefined
    ? [
        'The statement does not say at which address it was fetched: give the address or the system, or a second import may make a second system.',
      ]
    : [];
