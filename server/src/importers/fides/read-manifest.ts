import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type HoldingFact,
  type NoteFact,
  type PartFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { ReadOptions } from '../importer.ts';
import { cleanText, field, items, textField, type Located } from '../json-value.ts';
import type { WordMatcher } from '../signs/class-signs.ts';
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
  const systems = [
    ...declared.flatMap((each) => toSystem(each, 'system', scope, warnings)),
    ...datasets.flatMap((each) => toSystem(each, 'dataset', scope, warnings)),
  ];
  const keys = new Set(systems.map(({ key }) => key));
  const holdings = datasets.flatMap((dataset) => collectionsOf(dataset, scope, matcher));
  const flows = declared.flatMap((each) => flowsOf(each, scope, keys, warnings));
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
    warnings,
  };
};

type Kind = 'system' | 'dataset';

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
  const description = textField(value, 'description');
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
    const description = textField(collection.value, 'description');
    const parts = fieldsOf(collection, '');
    const own = signsOf(collection);
    return {
      key: `${key}.${name}`,
      scope,
      name,
      pointer: collection.pointer,
      ...(description === undefined ? {} : { description }),
      system: `dataset:${key}`,
      parts,
      classes: own.length > 0 ? own : bestOf(parts, `${name} ${description ?? ''}`, collection.pointer, matcher),
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
        const comment = textField(each.value, 'description');
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

const flowsOf = (
  system: Located,
  scope: string,
  keys: ReadonlySet<string>,
  warnings: string[],
): readonly FlowFact[] => {
  const own = textField(system.value, 'fides_key');
  if (own === undefined) return [];
  const carries = items(system, 'privacy_declarations').flatMap(signsOf);
  return (['ingress', 'egress'] as const).flatMap((way) =>
    items(system, way).flatMap(({ value, pointer }): readonly FlowFact[] => {
      const other = textField(value, 'fides_key');
      const kind = textField(value, 'type') === 'dataset' ? 'dataset' : 'system';
      if (other === undefined || !keys.has(`${kind}:${other}`)) {
        warnings.push(`${own} names "${other ?? ''}" at ${pointer}, which is not in this file: the flow is left out.`);
        return [];
      }
      const [from, to] =
        way === 'ingress' ? [`${kind}:${other}`, `system:${own}`] : [`system:${own}`, `${kind}:${other}`];
      return [
        {
          key: `${from}>${to}`,
          scope,
          name: `${other} ${way === 'ingress' ? 'to' : 'from'} ${own}`,
          pointer,
          from,
          to,
          carries,
          isComplete: false,
          certainty: 'CERTAIN',
        },
      ];
    }),
  );
};

const declarationsOf = (system: Located, scope: string): readonly NoteFact[] => {
  const own = textField(system.value, 'fides_key');
  if (own === undefined) return [];
  return items(system, 'privacy_declarations').map((declaration) => ({
    key: `${own}:${textField(declaration.value, 'name') ?? declaration.pointer}`,
    scope,
    name: textField(declaration.value, 'name') ?? 'Use of data',
    pointer: declaration.pointer,
    description: `Use ${textField(declaration.value, 'data_use') ?? 'not said'}, of ${categoriesOf(declaration).join(', ') || 'no category'}`,
    code: 'data-use',
    about: { kind: 'SYSTEM', key: `system:${own}` },
  }));
};
