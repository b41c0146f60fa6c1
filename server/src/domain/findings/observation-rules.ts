import type { ConceptName, Observation } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Entity } from '../model/entity.ts';
import {
  classOfHolding,
  declaredOnly,
  exportGaps,
  onlyMeant,
  statementOf,
  type MeantClass,
  type Reconciliation,
} from '../reconcile/index.ts';
import { about, type EntityKind, type FindingRule, type Found, type FoundEntity } from './finding.ts';
import { liveIn, liveOf } from './live.ts';

const filterFacts = new Set(['filter', 'disabled-destination', 'missing-resource']);
const inventoryFacts = new Set(['system', 'flow', 'channel', 'data-class']);
/** What a capability statement brings into the inventory by itself. */
const addedFacts = new Set(['system', 'channel', 'exposes']);
const kinds: Partial<Record<ConceptName, EntityKind>> = { Flow: 'flow', System: 'system', AccessChannel: 'channel' };
const kindOfPlace = { SYSTEM: 'system', FLOW: 'flow', CHANNEL: 'channel' } as const;

const matchOf = ({ matches }: Observation): FoundEntity | undefined => {
  const kind = matches === undefined ? undefined : kinds[matches.concept];
  return matches === undefined || kind === undefined ? undefined : about(kind, matches.id);
};

/** What a file said, for people: the file where it is known, and the place in it. */
const witness = (graph: EhiGraph, { run, pointer }: Observation): string => {
  const file = graph.ImportRun.get(run)?.file;
  return file === undefined ? `at ${pointer}` : `in "${file}" at ${pointer}`;
};

/** Observed filters, switched-off destinations and missing resources where no restriction is recorded. */
export const silentFilter: FindingRule = {
  id: 'silent-filter',
  version: 1,
  level: 'HIGH',
  title: 'Silent filter',
  find: ({ index: { graph }, reconciliation, asOf }) => {
    const restricted = new Set(liveOf(graph.Restriction, asOf).map(({ appliesTo }) => appliesTo.id));
    const noted = liveOf(graph.Observation, asOf)
      .filter((each) => filterFacts.has(each.fact) && statementOf(each) === undefined)
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
    const seen = reconciliation().items.flatMap(({ observation, statement, status, place, classes }) => {
      if (statement.kind !== 'FILTER' || status !== 'OBSERVED_ONLY' || observation.decision === 'REJECTED') return [];
      const names = namesOf(classes.flatMap((sign) => onlyMeant(sign) ?? []));
      const what = names === '' ? '' : `, which ${statement.certainty === 'POSSIBLE' ? 'may stop' : 'stops'} ${names}`;
      return [
        {
          entities: [
            about('observation', observation.id),
            ...(place === undefined ? [] : [about(kindOfPlace[place.kind], place.id)]),
          ],
          explanation: `An import saw "${observation.name}" ${witness(graph, observation)}${what}, and no restriction is recorded there.`,
        },
      ];
    });
    return [...noted, ...seen];
  },
};

/** What was observed and nobody declared: systems, flows and channels, and the classes of those that are declared. */
export const uninventoried: FindingRule = {
  id: 'uninventoried',
  version: 1,
  level: 'HIGH',
  title: 'Uninventoried',
  find: ({ index: { graph }, reconciliation, asOf }) => {
    const noted = liveOf(graph.Observation, asOf)
      .filter((each) => inventoryFacts.has(each.fact) && each.matches === undefined && statementOf(each) === undefined)
      .map(({ id, name, pointer }) => ({
        entities: [about('observation', id)],
        explanation: `An import saw "${name}" at ${pointer}, and nothing in the inventory stands for it.`,
      }));
    const takenIn = liveOf(graph.Observation, asOf)
      .filter(({ fact, outcome, decision }) => outcome === 'ADDED' && decision === undefined && addedFacts.has(fact))
      .map(({ id, name, pointer }) => ({
        entities: [about('observation', id)],
        explanation: `An import saw "${name}" at ${pointer} and took it in, and nobody has declared it.`,
      }));
    return [
      ...noted,
      ...takenIn,
      ...undeclaredThings(graph, reconciliation()),
      ...undeclaredClasses(graph, reconciliation()),
      ...undocumentedFiles(reconciliation()),
    ];
  },
};

/** Systems, flows and channels that nothing stands for. What a script only might use is not told as a system of its own. */
const undeclaredThings = (graph: EhiGraph, { items }: Reconciliation): readonly Found[] => {
  // An address that is known as the end of a flow only is told with the flow.
  const ends = new Set(
    items.flatMap(({ statement, status, observation }) =>
      statement.kind === 'FLOW' && status === 'OBSERVED_ONLY' && observation.decision !== 'REJECTED'
        ? [statement.from, statement.to]
        : [],
    ),
  );
  return items.flatMap(({ observation, statement, status, classes }) => {
    if (statement.kind !== 'SYSTEM' && statement.kind !== 'FLOW' && statement.kind !== 'CHANNEL') return [];
    if (status !== 'OBSERVED_ONLY' && status !== 'AMBIGUOUS') return [];
    if (observation.decision === 'REJECTED') return [];
    if (statement.kind === 'SYSTEM' && statement.certainty === 'POSSIBLE') return [];
    if (statement.kind === 'SYSTEM' && statement.isUnresolved && ends.has(observation.id)) return [];
    const names = namesOf(classes.flatMap((sign) => onlyMeant(sign) ?? []));
    const carried = names === '' ? '' : ` with ${names}`;
    const rest =
      status === 'AMBIGUOUS'
        ? 'several things in the inventory could stand for it'
        : 'nothing in the inventory stands for it';
    const saw = statement.certainty === 'POSSIBLE' ? 'found signs of' : 'saw';
    return [
      {
        entities: [about('observation', observation.id)],
        explanation: `An import ${saw} the ${statement.kind.toLowerCase()} "${observation.name}"${carried} ${witness(graph, observation)}, and ${rest}.`,
      },
    ];
  });
};

/** Classes that a declared system, flow or channel was seen to have and is not declared to have: one for each, however many tables show it. */
const undeclaredClasses = (graph: EhiGraph, { items, byObservation }: Reconciliation): readonly Found[] => {
  const found = new Map<
    string,
    { readonly at: FoundEntity; readonly meant: MeantClass; readonly by: Observation[]; readonly name: string }
  >();
  const add = (at: FoundEntity, name: string, meant: MeantClass, observation: Observation): void => {
    const key = `${at.kind} ${at.id} ${meant.id}`;
    const known = found.get(key) ?? { at, meant, name, by: [] };
    known.by.push(observation);
    found.set(key, known);
  };
  for (const item of items) {
    const { observation, statement, status, match, differences } = item;
    if (observation.decision === 'REJECTED') continue;
    if (statement.kind === 'HOLDING' && status === 'OBSERVED_ONLY') {
      const system = byObservation.get(statement.system)?.match;
      const meant = classOfHolding(item);
      const isShown = item.classes.some(({ sign }) => sign.certainty !== 'POSSIBLE');
      if (system !== undefined && meant !== undefined && isShown)
        add(about('system', system.id), system.name, meant, observation);
    }
    if ((statement.kind === 'FLOW' || statement.kind === 'CHANNEL') && match !== undefined)
      for (const { classes, observed } of differences)
        if (observed !== '')
          for (const meant of classes)
            add(about(statement.kind === 'FLOW' ? 'flow' : 'channel', match.id), match.name, meant, observation);
  }
  return [...found.values()].map(({ at, meant, by, name }) => {
    // The witness is the same whatever the order in which the tables came.
    const [first] = by.toSorted((a, b) => compareIds(a.name, b.name));
    const more = by.length > 1 ? ` and ${by.length - 1} more` : '';
    const nowhere = meant.inInventory ? '' : ' No class of the inventory stands for it.';
    return {
      // The class and the place are what makes it the same finding tomorrow, when another table comes first.
      key: `${at.kind}:${at.id}:${meant.id}`,
      entities: [...(first === undefined ? [] : [about('observation', first.id)]), at],
      explanation: `An import saw ${meant.name} at "${name}" (${first === undefined ? '' : `${first.name}, ${witness(graph, first)}`}${more}), and it is not declared there.${nowhere}`,
    };
  });
};

/** Files of an export that its documentation does not have: one finding for an export, however many there are. */
const undocumentedFiles = (reconciliation: Reconciliation): readonly Found[] =>
  exportGaps(reconciliation).flatMap(({ export: name, undocumented }) => {
    const open = undocumented.filter(({ decision }) => decision !== 'REJECTED');
    const [first] = open;
    if (first === undefined) return [];
    const names = open.slice(0, 5).map((each) => each.name);
    const more = open.length > names.length ? ` and ${open.length - names.length} more` : '';
    return [
      {
        key: `export:${name}`,
        entities: [about('observation', first.id)],
        explanation: `The export of "${name}" has files for ${open.length} tables that its documentation does not describe: ${names.join(', ')}${more}.`,
      },
    ];
  });

const namesOf = (classes: readonly MeantClass[]): string => {
  const names = [...new Set(classes.map(({ name }) => name))];
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more classes`;
};

/** Interfaces declared at an engine that an import has seen, and not seen there. */
export const neverObserved: FindingRule = {
  id: 'declared-never-observed',
  version: 1,
  level: 'MEDIUM',
  title: 'Declared but never observed',
  find: ({ index: { graph, flows: known }, reconciliation, asOf }) => {
    const noted = liveOf(graph.Observation, asOf).filter((each) => statementOf(each) === undefined);
    const seen = new Set([
      ...noted.flatMap(({ matches }) => keyOf(matches) ?? []),
      ...reconciliation().items.flatMap(({ statement, match }) =>
        statement.kind === 'FLOW' && match !== undefined ? [`Flow ${match.id}`] : [],
      ),
    ]);
    const atSeenEngines = liveIn(known, asOf)
      .filter(({ engineRef }) => engineRef !== undefined)
      .filter(({ from, to }) => seen.has(`System ${from}`) || seen.has(`System ${to}`))
      .filter(({ id }) => !seen.has(`Flow ${id}`));
    const missed = declaredOnly(graph, reconciliation()).filter(({ concept }) => concept === 'Flow');
    const flows = new Map([...atSeenEngines, ...missed].map(({ id, name }) => [id, name]));
    return [...flows].map(([id, name]) => ({
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
  find: ({ index: { graph, structure }, asOf }) => {
    const fresh = seenLately(graph, asOf);
    const kept = { System: structure.systems, Flow: structure.flows, AccessChannel: structure.channels } as const;
    return (['System', 'Flow', 'AccessChannel'] as const).flatMap((concept) =>
      kept[concept]
        .filter((each: Entity) => each.source.startsWith('import:') && isLiveOn(each, asOf))
        .filter(({ id }) => !fresh.has(`${concept} ${id}`))
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
