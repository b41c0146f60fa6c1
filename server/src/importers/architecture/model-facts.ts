import type { ArtefactFacts, ClassSign, FlowFact, HoldingFact, NoteFact, SystemFact } from '../facts/facts.ts';
import { redact } from '../redact.ts';
import type { WordMatcher } from '../signs/class-signs.ts';
import { protocolOfLabel } from '../signs/label-signs.ts';
import { directionOf, type DataDirection } from './direction.ts';
import type { ArchitectureModel, ModelElement, ModelRelation } from './model.ts';

type ModelFacts = Pick<ArtefactFacts, 'systems' | 'flows' | 'holdings' | 'notes'>;

/**
 * Returns the facts of an architecture model. What is between parts of systems is rolled up to the systems; stores are what their system
 * holds; who uses a system is a note. Pure.
 */
export const modelFacts = (model: ArchitectureModel, scope: string, matcher: WordMatcher): ModelFacts => {
  const all = [...model.elements.values()];
  return {
    systems: all.filter(({ kind }) => kind === 'system').map((each) => toSystem(each, scope)),
    flows: flowsOf(model, scope, matcher),
    holdings: all.flatMap((each) => storeOf(each, scope, matcher)),
    notes: personNotes(model, all, scope),
  };
};

/** Text of a model as one line, bounded, without what could be a secret. */
const tidy = (text: string, length: number): string =>
  redact(
    text
      .slice(0, 4_000)
      .replaceAll('\\n', ' ')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  ).slice(0, length);

const nameOf = ({ name, path }: ModelElement): string => tidy(name, 200) || path.slice(0, 200);

const toSystem = (element: ModelElement, scope: string): SystemFact => {
  const { path, description, groups, tags, technology, line, custodian } = element;
  const words = [
    tidy(description, 400),
    groups.length === 0 ? '' : `In ${groups.map((group) => tidy(group, 80)).join(', in ')}`,
    technology === '' ? '' : tidy(technology, 100),
    tags === '' ? '' : `Tags: ${tidy([...new Set(tags.split(','))].join(','), 200)}`,
  ].filter((each) => each !== '');
  return {
    key: path.slice(0, 300),
    scope,
    name: nameOf(element),
    pointer: `line ${line}`,
    ...(words.length === 0 ? {} : { description: words.join('. ') }),
    isSelf: false,
    isUnresolved: false,
    ...(custodian === '' ? {} : { custodian: tidy(custodian, 120) }),
    identifiers: [],
    certainty: 'CERTAIN',
  };
};

const store =
  /\bdata ?bases?\b|\bdb\b|\bdata ?(?:stores?|warehouses?|lakes?)\b|\bstorage\b|\bbuckets?\b|\brepository\b|\bpostgres|\bmysql\b|\bmariadb\b|\boracle\b|\bsql ?server\b|\bmongo|\bredis\b|\bcassandra\b|\belasticsearch\b|\bdynamodb\b|\bfhir server\b|\bs3\b|\bcosmos ?db\b|\bcouchdb\b|\bsnowflake\b|\bbigquery\b/i;

/** A part that is a store of data is something its system holds. */
const storeOf = (element: ModelElement, scope: string, matcher: WordMatcher): readonly HoldingFact[] => {
  const { kind, word, system, description, technology, tags, line, path } = element;
  // Words such as "repository" say a store in the name of a part, and not in its description.
  const isStore = store.test(`${word} ${element.name} ${technology} ${tags}`);
  if (kind !== 'part' || word === 'component' || system === undefined || !isStore) return [];
  const pointer = `line ${line}`;
  const said = tidy(description, 400);
  return [
    {
      key: path.slice(0, 300),
      scope,
      name: nameOf(element),
      pointer,
      ...(said === '' ? {} : { description: said }),
      system: system.slice(0, 300),
      ...(technology === '' ? {} : { format: tidy(technology, 80) }),
      parts: [],
      classes: signsIn(matcher, `${nameOf(element)} . ${said}`, 'its name or description', pointer),
    },
  ];
};

const signsIn = (matcher: WordMatcher, text: string, where: string, pointer: string): readonly ClassSign[] =>
  matcher.signsIn(text).map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in ${where}`,
    pointer,
  }));

interface Ends {
  readonly from: ModelElement;
  readonly to: ModelElement;
}

const endsOf = ({ elements }: ArchitectureModel, relation: ModelRelation): Ends | undefined => {
  const [from, to] = [elements.get(relation.from), elements.get(relation.to)];
  return from === undefined || to === undefined ? undefined : { from, to };
};

const flowsOf = (model: ArchitectureModel, scope: string, matcher: WordMatcher): readonly FlowFact[] => {
  const flows = new Map<string, FlowFact>();
  for (const relation of model.relations) {
    const ends = endsOf(model, relation);
    const [start, end] = [model.elements.get(ends?.from.system ?? ''), model.elements.get(ends?.to.system ?? '')];
    if (ends === undefined || start === undefined || end === undefined || start === end) continue;
    for (const flow of toFlows(relation, { ends, start, end, scope, matcher }))
      if (!flows.has(flow.key)) flows.set(flow.key, flow);
  }
  return [...flows.values()];
};

interface Rolled {
  readonly ends: Ends;
  readonly start: ModelElement;
  readonly end: ModelElement;
  readonly scope: string;
  readonly matcher: WordMatcher;
}

const remarks: Readonly<Record<DataDirection, string>> = {
  ALONG: '',
  AGAINST: 'The arrow points to what is asked; the data comes back.',
  BOTH: 'Data goes both ways.',
  UNKNOWN: 'The model does not say which way data goes; the arrow is taken for it.',
};

const toFlows = (relation: ModelRelation, { ends, start, end, scope, matcher }: Rolled): readonly FlowFact[] => {
  const said = tidy(relation.description, 300);
  const direction = directionOf(said);
  const pointer = `line ${relation.line}`;
  const protocol = relation.technology === '' ? protocolOfLabel(said) : tidy(relation.technology, 80);
  const parts = ends.from === start && ends.to === end ? '' : `${nameOf(ends.from)} to ${nameOf(ends.to)}.`;
  const flow = (from: ModelElement, to: ModelElement, suffix: string): FlowFact => {
    const description = [parts, remarks[direction]].filter((each) => each !== '').join(' ');
    return {
      key: `${start.path}>${end.path}>${said.toLowerCase()}${suffix}`,
      scope,
      name: said || `${nameOf(from)} to ${nameOf(to)}`,
      pointer,
      ...(description === '' ? {} : { description }),
      from: from.path.slice(0, 300),
      to: to.path.slice(0, 300),
      ...(protocol === undefined ? {} : { protocol }),
      carries: signsIn(matcher, said, `"${said.slice(0, 80)}"`, pointer),
      isComplete: false,
      certainty: direction === 'ALONG' ? 'CERTAIN' : direction === 'UNKNOWN' ? 'POSSIBLE' : 'LIKELY',
    };
  };
  if (direction === 'BOTH') return [flow(start, end, ''), flow(end, start, ' (back)')];
  return direction === 'AGAINST' ? [flow(end, start, '')] : [flow(start, end, '')];
};

const personNotes = (model: ArchitectureModel, all: readonly ModelElement[], scope: string): readonly NoteFact[] => {
  const notes = new Map<string, NoteFact>();
  const busy = new Set<ModelElement>();
  for (const relation of model.relations) {
    const ends = endsOf(model, relation);
    if (ends === undefined) continue;
    const [person, other] = ends.from.kind === 'person' ? [ends.from, ends.to] : [ends.to, ends.from];
    const system = model.elements.get(other.system ?? '');
    if (person.kind !== 'person' || system === undefined) continue;
    busy.add(person);
    const key = `person:${person.path}>${system.path}`.slice(0, 300);
    const said = tidy(relation.description, 200);
    const known = notes.get(key);
    if (known !== undefined) {
      const longer = [known.description, said].filter((each) => each !== undefined && each !== '').join('; ');
      notes.set(key, { ...known, ...(longer === '' ? {} : { description: longer.slice(0, 600) }) });
      continue;
    }
    notes.set(key, {
      key,
      scope,
      name: `${nameOf(person)} uses ${nameOf(system)}`,
      pointer: `line ${relation.line}`,
      ...(said === '' ? {} : { description: said }),
      code: 'person',
      about: { kind: 'SYSTEM', key: system.path.slice(0, 300) },
    });
  }
  const idle = all
    .filter((each) => each.kind === 'person' && !busy.has(each))
    .map((person): NoteFact => ({
      key: `person:${person.path}`.slice(0, 300),
      scope,
      name: nameOf(person),
      pointer: `line ${person.line}`,
      ...(person.description === '' ? {} : { description: tidy(person.description, 400) }),
      code: 'person',
    }));
  return [...notes.values(), ...idle];
};
