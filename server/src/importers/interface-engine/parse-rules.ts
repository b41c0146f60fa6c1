import { at, child, childrenOf, textAt, type XmlElement } from '../xml/read-xml.ts';
import type { EngineRule } from './model.ts';

/** Returns the rules of a filter in their order, those in iterators too, whichever version wrote them. Pure. */
export const parseRules = (filter: XmlElement | undefined): readonly EngineRule[] => [
  ...childrenOf(child(filter, 'rules'), 'rule').map(oldRule),
  ...newRules(child(filter, 'elements')?.children ?? []),
];

/** 2.x and 3.0 to 3.4: a rule has a type, and its details are pairs in `data`. */
const oldRule = (rule: XmlElement): EngineRule => {
  const type = (textAt(rule, 'type') ?? '').toLowerCase();
  const data = new Map(childrenOf(child(rule, 'data'), 'entry').map(pairOf));
  const text = (key: string): string => data.get(key)?.[0] ?? '';
  const equals = text('Equals');
  return {
    kind: type.includes('builder')
      ? 'BUILDER'
      : type.includes('javascript')
        ? 'SCRIPT'
        : type.includes('external')
          ? 'FILE'
          : 'OTHER',
    name: textAt(rule, 'name') ?? text('Name'),
    operator: operatorOf(textAt(rule, 'operator')),
    isEnabled: true,
    field: text('Field') || text('OriginalField'),
    condition: conditionOfOld(equals),
    values: data.get('Values') ?? [],
    script: textAt(rule, 'script') ?? '',
    line: rule.line,
  };
};

const pairOf = (entry: XmlElement): readonly [string, readonly string[]] => {
  const [key, value] = entry.children;
  const list =
    value === undefined ? [] : value.children.length > 0 ? value.children.flatMap(leavesOf) : [value.text.trim()];
  return [key?.text.trim() ?? '', list.filter((each) => each !== '')];
};

const leavesOf = (element: XmlElement): readonly string[] =>
  element.children.length === 0 ? [element.text.trim()] : element.children.flatMap(leavesOf);

const conditionOfOld = (equals: string): string =>
  ({ '1': 'EQUALS', '0': 'NOT_EQUAL', exists: 'EXISTS', 'not exists': 'NOT_EXIST', contains: 'CONTAINS' })[
    equals.toLowerCase()
  ] ?? (equals === '' ? 'EQUALS' : equals.toUpperCase().replaceAll(' ', '_'));

/** From 3.5 on a rule is an element called by its class. */
const newRules = (elements: readonly XmlElement[], depth = 0): readonly EngineRule[] =>
  elements.flatMap((element) => {
    const inner = at(element, 'properties', 'children') ?? child(element, 'children');
    const own: EngineRule = {
      kind: kindOf(element.name),
      name: textAt(element, 'name') ?? '',
      operator: operatorOf(textAt(element, 'operator')),
      isEnabled: textAt(element, 'enabled') !== 'false',
      field: textAt(element, 'field') ?? '',
      condition: textAt(element, 'condition') ?? '',
      values: (child(element, 'values')?.children ?? []).map(({ text }) => text.trim()).filter((each) => each !== ''),
      script: textAt(element, 'script') ?? textAt(element, 'scriptPath') ?? '',
      line: element.line,
    };
    if (inner === undefined || depth > 10) return [own];
    // An iterator only repeats what is in it; what is in it filters.
    return newRules(inner.children, depth + 1).map((rule) => ({ ...rule, name: `${own.name}: ${rule.name}` }));
  });

const kindOf = (name: string): EngineRule['kind'] =>
  name.endsWith('RuleBuilderRule')
    ? 'BUILDER'
    : name.endsWith('JavaScriptRule')
      ? 'SCRIPT'
      : name.endsWith('ExternalScriptRule')
        ? 'FILE'
        : 'OTHER';

const operatorOf = (text: string | undefined): EngineRule['operator'] =>
  text === 'AND' || text === 'OR' ? text : 'NONE';
