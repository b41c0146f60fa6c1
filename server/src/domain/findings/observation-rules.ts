import type { ConceptName, Observation } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Entity } from '../model/entity.ts';
import { about, type EntityKind, type FindingRule, type FoundEntity } from './finding.ts';
import { liveOf } from './live.ts';

const filterFacts = new Set(['filter', 'disabled-destination', 'missing-resource']);
const inventoryFacts = new Set(['system', 'flow', 'channel', 'data-class']);
const kinds: Partial<Record<ConceptName, EntityKind>> = { Flow: 'flow', System: 'system', AccessChannel: 'channel' };

const matchOf = ({ matches }: Observation): FoundEntity | undefined => {
  const kind = matches === undefined ? undefined : kinds[matches.concept];
  return matches === undefined || kind === undefined ? undefined : about(kind, matches.id);
};

/** Observed filters, switched-off destinations and missing resources where no restriction is recorded. */
export const silentFilter: FindingRule = {
  id: 'silent-filter',
  version: 1,
  level: 'HIGH',
  title: 'Silent filter',
  find: ({ index: { graph }, asOf }) => {
    const restricted = new Set(liveOf(graph.Restriction, asOf).map(({ appliesTo }) => appliesTo.id));
    return liveOf(graph.Observation, asOf)
      .filter(({ fact }) => filterFacts.has(fact))
      .flatMap((observation) => {
        const at = matchOf(observation);
        if (at === undefined || restricted.has(at.id)) return [];
        return [
          {
            entities: [about('observation', observation.id), at],
            explanation: `An import saw "${observation.name}" at ${observation.pointer}, and no restriction is recorded there.`,
          },
        ];
      });
  },
};

/** What was observed and nobody declared. */
export const uninventoried: FindingRule = {
  id: 'uninventoried',
  version: 1,
  level: 'HIGH',
  title: 'Uninventoried',
  find: ({ index: { graph }, asOf }) =>
    liveOf(graph.Observation, asOf)
      .filter(({ fact, matches }) => inventoryFacts.has(fact) && matches === undefined)
      .map(({ id, name, pointer }) => ({
        entities: [about('observation', id)],
        explanation: `An import saw "${name}" at ${pointer}, and nothing in the inventory stands for it.`,
      })),
};

/** Interfaces declared at an engine that an import has seen, and not seen there. */
export const neverObserved: FindingRule = {
  id: 'declared-never-observed',
  version: 1,
  level: 'MEDIUM',
  title: 'Declared but never observed',
  find: ({ index: { graph }, asOf }) => {
    const seen = new Set(liveOf(graph.Observation, asOf).flatMap(({ matches }) => keyOf(matches) ?? []));
    return liveOf(graph.Flow, asOf)
      .filter(({ engineRef }) => engineRef !== undefined)
      .filter(({ from, to }) => seen.has(`System ${from}`) || seen.has(`System ${to}`))
      .filter(({ id }) => !seen.has(`Flow ${id}`))
      .map(({ id, name }) => ({
        entities: [about('flow', id)],
        explanation: `"${name}" is declared as an interface, and no import has seen it.`,
      }));
  },
};

const keyOf = (matches: Observation['matches']): string | undefined =>
  matches === undefined ? undefined : `${matches.concept} ${matches.id}`;

/** What only imports know, and none has seen for a year. */
export const staleFact: FindingRule = {
  id: 'stale-fact',
  version: 1,
  level: 'LOW',
  title: 'Stale fact',
  find: ({ index: { graph }, asOf }) => {
    const fresh = seenLately(graph, asOf);
    return (['System', 'Flow', 'AccessChannel'] as const).flatMap((concept) =>
      liveOf<Entity>(graph[concept], asOf)
        .filter(({ id, source }) => source.startsWith('import:') && !fresh.has(`${concept} ${id}`))
        .map(({ id, name }) => ({
          entities: [about(kinds[concept] ?? 'system', id)],
          explanation: `"${name}" is known from an import only, and no import of the last 365 days has seen it.`,
        })),
    );
  },
};

const yearMs = 365 * 86_400_000;

const seenLately = (graph: EhiGraph, asOf: CalendarDate): ReadonlySet<string> => {
  const from = new Date(Date.parse(`${asOf}T00:00:00.000Z`) - yearMs).toISOString().slice(0, 10);
  return new Set(
    [...graph.Observation.values()]
      .filter((each) => isLiveOn(each, asOf))
      .filter(({ run }) => {
        const finished = graph.ImportRun.get(run)?.finishedAt?.slice(0, 10);
        return (
          finished !== undefined && graph.ImportRun.get(run)?.status === 'DONE' && from <= finished && finished <= asOf
        );
      })
      .flatMap(({ matches }) => keyOf(matches) ?? []),
  );
};
