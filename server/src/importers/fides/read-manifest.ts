import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type Fact,
  type FlowFact,
  type HoldingFact,
  type NoteFact,
  type PartFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { ReadOptions } from '../importer.ts';
import { cleanText, field, items, textField, type Located } from '../json-value.ts';
import { redact } from '../redact.ts';
import type { WordMatcher } from '../signs/class-signs.ts';
import { withoutRepeats } from '../signs/dataset-signs.ts';
import { columnComment, mostColumnsOfTable } from '../tables/described-table.ts';
import { some } from '../tables/in-words.ts';
import { meaningOf } from './categories.ts';

/**
 * Returns the facts of a privacy manifest: each system is a system, each dataset one that holds its collections; what a system takes in
 * or gives out is a flow. Pure.
 */
export const readManifest = (manifest: unknown, matcher: WordMatcher, { origin }: ReadOptions): ArtefactFacts => {
  const root = { value: manifest, pointer: '$' };
  const [datasets, declared] = [items(root, 'dataset'), items(root, 'system')];
  const name = origin ?? textField(datasets[0]?.value ?? declared[0]?.value, 'organization_fides_key') ?? 'manifest';
  const scope = `manifest:${name}`;
  const warnings: string[] = [];
  const own = byKey([
    ...declared.flatMap((each) => toSystem(each, 'system', scope, warnings)),
    ...datasets.flatMap((each) => toSystem(each, 'dataset', scope, warnings)),
  ]);
  const holdings = byKey(datasets.flatMap((dataset) => collectionsOf(dataset, scope, matcher)));
  const { flows, others } = allFlows(declared, scope, new Set(own.map(({ key }) => key)));
  const systems = [...own, ...others];
  if (others.length > 0)
    warnings.push(
      `Systems or datasets that the file names and does not describe: ${some(others.map((each) => each.name))}. Import the file that describes them too.`,
    );
  const notes = declared.flatMap((each) => declarationsOf(each, scope));
  return {
    kind: 'fides',
    title: `Privacy manifest with ${declared.length} systems and ${datasets.length} datasets`,
    grade: 'DOCUMENTED',
    origin: name,
    describes: { systems: declared.length, datasets: datasets.length },
    ...noFacts,
    systems,
    holdings,
    flows,
    notes,
    warnings: warnings.slice(0, 100),
  };
};

const byKey = <T extends Fact>(facts: readonly T[]): readonly T[] => {
  const first = new Map<string, T>();
  for (const fact of facts) if (!first.has(fact.key)) first.set(fact.key, fact);
  return [...first.values()];
};

type Kind = 'system' | 'dataset';

/** What is written for people; some write a password in it. */
const textOf = (value: unknown, name: string): string | undefined => {
  const text = textField(value, name);
  return text === undefined ? undefined : redact(text);
};

const toSystem = (
  { value, pointer }: Located,
  kind: Kind,
  scope: string,
  warnings: string[],
): readonly SystemFact[] => {
  const key = textField(value, 'fides_key');
  if (key === undefined) {
    warnings.push(`The ${kind} at ${pointer} has no fides_key, and is left out.`);
    return [];
  }
  const description = textOf(value, 'description');
  const custodian = textField(value, 'administrating_department');
  return [
    {
      key: `${kind}:${key}`,
      scope,
      name: textField(value, 'name') ?? key,
      pointer,
      ...(description === undefined ? {} : { description }),
      isSelf: false,
      isUnresolved: false,
      ...(custodian === undefined ? {} : { custodian }),
      identifiers: [],
      certainty: 'CERTAIN',
    },
  ];
};

const collectionsOf = (dataset: Located, scope: string, matcher: WordMatcher): readonly HoldingFact[] => {
  const key = textField(dataset.value, 'fides_key');
  if (key === undefined) return [];
  return items(dataset, 'collections').map((collection) => {
    const name = textField(collection.value, 'name') ?? 'unnamed';
    const description = textOf(collection.value, 'description');
    const parts = fieldsOf(collection, '').slice(0, mostColumnsOfTable);
    const own = signsOf(collection);
    const inherited = signsOf(dataset).map((sign) => ({ ...sign, certainty: 'POSSIBLE' as const }));
    const best = own.length > 0 ? own : bestOf(parts, `${name} ${description ?? ''}`, collection.pointer, matcher);
    return {
      key: `${key}.${name}`,
      scope,
      name,
      pointer: collection.pointer,
      ...(description === undefined ? {} : { description }),
      system: `dataset:${key}`,
      parts,
      classes: best.length > 0 ? best : inherited,
    };
  });
};

/** What a collection is when it says nothing of itself: what its fields say, else what its name says. */
const bestOf = (
  parts: readonly PartFact[],
  name: string,
  pointer: string,
  matcher: WordMatcher,
): readonly ClassSign[] => {
  const [hit] = matcher.signsIn(name);
  if (hit !== undefined)
    return [{ classes: hit.sign.classes, certainty: 'LIKELY', reason: `its name says "${hit.phrase}"`, pointer }];
  const signs = parts.flatMap(({ classes }) => classes);
  return signs.filter(({ classes }, at) => signs.findIndex((each) => each.classes.join() === classes.join()) === at);
};

/** Fields nest; a field in another is called by both names. */
const fieldsOf = (within: Located, prefix: string, depth = 0): readonly PartFact[] =>
  depth > 20
    ? []
    : items(within, 'fields').flatMap((each) => {
        const name = `${prefix}${textField(each.value, 'name') ?? 'unnamed'}`;
        const comment = columnComment(field(each.value, 'description'));
        const part = { name, ...(comment === undefined ? {} : { comment }), classes: signsOf(each) };
        return [part, ...fieldsOf(each, `${name}.`, depth + 1)];
      });

const categoriesOf = ({ value }: Located): readonly string[] => {
  const list = field(value, 'data_categories');
  return Array.isArray(list) ? list.flatMap((each: unknown) => cleanText(each) ?? []) : [];
};

const signsOf = (at: Located): readonly ClassSign[] =>
  categoriesOf(at).flatMap((category) => {
    const meaning = meaningOf(category);
    if (meaning === undefined) return [];
    return [
      {
        classes: meaning.classes,
        certainty: meaning.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
        reason: `its category ${category} is ${meaning.reason}`,
        pointer: at.pointer,
      } as const,
    ];
  });

/** What systems say they take in and give out, each flow once whichever end says it, and the ends the file does not describe. */
const allFlows = (
  declared: readonly Located[],
  scope: string,
  keys: ReadonlySet<string>,
): { readonly flows: readonly FlowFact[]; readonly others: readonly SystemFact[] } => {
  const flows = new Map<string, FlowFact>();
  const others = new Map<string, SystemFact>();
  for (const system of declared) {
    const own = textField(system.value, 'fides_key');
    if (own === undefined) continue;
    const all = withoutRepeats(items(system, 'privacy_declarations').flatMap(signsOf));
    for (const { way, other, kind, pointer, carries } of endsOf(system, all)) {
      const key = `${kind}:${other}`;
      if (!keys.has(key) && !others.has(key)) others.set(key, toOther(key, other, scope, pointer));
      const [from, to] = way === 'ingress' ? [key, `system:${own}`] : [`system:${own}`, key];
      const known = flows.get(`${from}>${to}`);
      flows.set(`${from}>${to}`, {
        key: `${from}>${to}`,
        scope,
        name: known?.name ?? (way === 'ingress' ? `${other} to ${own}` : `${own} to ${other}`),
        pointer: known?.pointer ?? pointer,
        from,
        to,
        carries: withoutRepeats([...(known?.carries ?? []), ...carries]),
        isComplete: false,
        certainty: 'CERTAIN',
      });
    }
  }
  return { flows: [...flows.values()], others: [...others.values()] };
};

interface End {
  readonly way: 'ingress' | 'egress';
  readonly other: string;
  readonly kind: Kind;
  readonly pointer: string;
  readonly carries: readonly ClassSign[];
}

/** A use of data may name its own datasets, besides what the system as a whole takes in and gives out. */
const endsOf = (system: Located, all: readonly ClassSign[]): readonly End[] =>
  (['ingress', 'egress'] as const).flatMap((way) => [
    ...items(system, way).flatMap(({ value, pointer }): readonly End[] => {
      const other = textField(value, 'fides_key');
      const kind = textField(value, 'type') === 'dataset' ? 'dataset' : 'system';
      return other === undefined ? [] : [{ way, other, kind, pointer, carries: all }];
    }),
    ...items(system, 'privacy_declarations').flatMap((declaration) =>
      items(declaration, way).flatMap(({ value, pointer }): readonly End[] => {
        const other = cleanText(value);
        return other === undefined ? [] : [{ way, other, kind: 'dataset', pointer, carries: signsOf(declaration) }];
      }),
    ),
  ]);

const toOther = (key: string, name: string, scope: string, pointer: string): SystemFact => ({
  key,
  scope,
  name,
  pointer,
  description: 'Named by another system; described elsewhere.',
  isSelf: false,
  isUnresolved: true,
  identifiers: [],
  certainty: 'LIKELY',
});

const declarationsOf = (system: Located, scope: string): readonly NoteFact[] => {
  const own = textField(system.value, 'fides_key');
  if (own === undefined) return [];
  return items(system, 'privacy_declarations').map((declaration) => ({
    key: `${own}:${textField(declaration.value, 'name') ?? declaration.pointer}`,
    scope,
    name: textField(declaration.value, 'name') ?? 'Use of data',
    pointer: declaration.pointer,
    description: `Use ${textField(declaration.value, 'data_use') ?? 'not said'}, of ${categoriesOf(declaration).join(', ') || 'no category'}${subjectsOf(declaration)}`,
    code: 'data-use',
    about: { kind: 'SYSTEM', key: `system:${own}` },
  }));
};

const subjectsOf = ({ value }: Located): string => {
  const list = field(value, 'data_subjects');
  const names = Array.isArray(list) ? list.slice(0, 10).flatMap((each: unknown) => cleanText(each) ?? []) : [];
  return names.length === 0 ? '' : `, about ${names.join(', ')}`;
};
