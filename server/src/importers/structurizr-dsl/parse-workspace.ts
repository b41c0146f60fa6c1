import type { Token } from './tokens.ts';

export type ElementKind = 'person' | 'softwareSystem' | 'container' | 'component';

/** An element of the model. `path` is its full identifier; `system` the path of the software system it is in, itself for one. */
export interface ModelElement {
  readonly kind: ElementKind;
  readonly path: string;
  readonly name: string;
  readonly system: string | undefined;
  readonly groups: readonly string[];
  readonly line: number;
  description: string;
  technology: string;
  tags: string;
}

/** A relationship between two identifiers as they are written, with the place from which they are looked up. */
export interface ModelRelation {
  readonly from: string;
  readonly to: string;
  readonly scope: string;
  readonly description: string;
  readonly technology: string;
  readonly line: number;
}

/** What a workspace has. */
export interface Workspace {
  readonly name: string;
  readonly elements: ReadonlyMap<string, ModelElement>;
  readonly relations: readonly ModelRelation[];
  /** Lines of `!include`: what they name is not in the file. */
  readonly includes: readonly { readonly name: string; readonly line: number }[];
  /** The line of a brace that is never closed, or closed twice. */
  readonly unbalanced?: number;
}

const kinds = new Map<string, ElementKind>([
  ['person', 'person'],
  ['softwaresystem', 'softwareSystem'],
  ['container', 'container'],
  ['component', 'component'],
]);

/** Blocks that say nothing of what is there: pictures, styles, where it runs, how it is written. */
const passedOver = new Set([
  'views',
  'configuration',
  'deploymentenvironment',
  'properties',
  'perspectives',
  'styles',
  '!docs',
  '!adrs',
  '!script',
  '!plugin',
  'users',
  'terminology',
  'branding',
  'themes',
]);

interface Frame {
  readonly element: ModelElement | undefined;
  readonly group: string | undefined;
  readonly isModel: boolean;
}

/** Returns the elements and relationships of a workspace. What it does not know it passes over. Pure and total. */
export const parseWorkspace = (tokens: readonly Token[]): Workspace => {
  const elements = new Map<string, ModelElement>();
  const relations: ModelRelation[] = [];
  const includes: { name: string; line: number }[] = [];
  const archetypes = new Map<string, { readonly kind: ElementKind; readonly technology: string }>();
  const frames: Frame[] = [];
  let name = '';
  let unbalanced: number | undefined;
  let hidden = 0;
  let inArchetypes = 0;

  const element = (): ModelElement | undefined => frames.findLast((frame) => frame.element !== undefined)?.element;
  const groups = (): readonly string[] => frames.flatMap(({ group }) => group ?? []);

  for (const { words, line, opens, closes } of statementsOf(tokens)) {
    if (closes) {
      if (hidden > 0) hidden -= 1;
      else {
        if (inArchetypes > frames.length - 1) inArchetypes = 0;
        if (frames.pop() === undefined) unbalanced ??= line;
      }
      continue;
    }
    const [first] = words;
    if (first === undefined) {
      if (opens) frames.push(plain);
      continue;
    }
    const keyword = first.kind === 'WORD' ? first.text.toLowerCase() : '';
    if (hidden > 0) {
      if (opens) hidden += 1;
      continue;
    }
    if (keyword === '!include') includes.push({ name: words[1]?.text ?? '', line });
    if (passedOver.has(keyword)) {
      if (opens) hidden = 1;
      continue;
    }
    const arrow = words.findIndex(({ kind }) => kind === 'ARROW');
    if (arrow >= 0) {
      const isNamed = words[1]?.kind === 'ASSIGN';
      const from = arrow === 0 || (isNamed && arrow === 2) ? 'this' : (words[arrow - 1]?.text ?? '');
      const [to, ...texts] = words.slice(arrow + 1);
      const here = element()?.path ?? '';
      if (to !== undefined && inArchetypes === 0)
        relations.push({
          from: from === 'this' ? here : from,
          to: to.text === 'this' ? here : to.text,
          scope: here,
          description: texts[0]?.text ?? '',
          technology: texts[1]?.text ?? '',
          line,
        });
      if (opens) hidden = 1;
      continue;
    }
    const isAssigned = words[1]?.kind === 'ASSIGN';
    const [id, rest] = isAssigned ? [first.text, words.slice(2)] : ['', words];
    const word = rest[0]?.kind === 'WORD' ? rest[0].text : '';
    const texts = rest.slice(1).map(({ text }) => text);
    const archetype = archetypes.get(word.toLowerCase());
    const kind = kinds.get(word.toLowerCase()) ?? archetype?.kind;
    if (inArchetypes > 0) {
      if (isAssigned && kind !== undefined) archetypes.set(id.toLowerCase(), { kind, technology: '' });
      if (opens) hidden = 1;
      continue;
    }
    if (kind !== undefined && texts.length > 0) {
      const made = toElement({
        kind,
        id,
        texts,
        line,
        parent: element(),
        groups: groups(),
        technology: archetype?.technology ?? '',
      });
      if (!elements.has(made.path)) elements.set(made.path, made);
      if (opens) frames.push({ element: elements.get(made.path), group: undefined, isModel: false });
      continue;
    }
    if (keyword === 'archetypes' && opens) inArchetypes = frames.length + 1;
    if (keyword === 'workspace') name = texts[0] ?? '';
    describe(element(), keyword, words);
    const group = keyword === 'group' || keyword === 'enterprise' ? (words[1]?.text ?? '') : undefined;
    if (opens) frames.push({ element: undefined, group, isModel: keyword === 'model' });
  }
  if (frames.length > 0 || hidden > 0) unbalanced ??= tokens.at(-1)?.line ?? 1;
  return { name, elements, relations, includes, ...(unbalanced === undefined ? {} : { unbalanced }) };
};

const plain: Frame = { element: undefined, group: undefined, isModel: false };

interface Made {
  readonly kind: ElementKind;
  readonly id: string;
  readonly texts: readonly string[];
  readonly line: number;
  readonly parent: ModelElement | undefined;
  readonly groups: readonly string[];
  readonly technology: string;
}

/** A container and a component have a technology between description and tags; the others do not. */
const toElement = ({ kind, id, texts, line, parent, groups, technology }: Made): ModelElement => {
  const [name = '', description = '', third = '', fourth = ''] = texts;
  const own = id === '' ? `unnamed:${line}` : id;
  const path = parent === undefined ? own : `${parent.path}.${own}`;
  const hasTechnology = kind === 'container' || kind === 'component';
  return {
    kind,
    path,
    name: name.replace(/\s+/g, ' ').trim(),
    system: kind === 'softwareSystem' ? path : parent?.system,
    groups,
    line,
    description,
    technology: hasTechnology ? third || technology : technology,
    tags: hasTechnology ? fourth : third,
  };
};

const describe = (element: ModelElement | undefined, keyword: string, words: readonly Token[]): void => {
  if (element === undefined) return;
  const text = words
    .slice(1)
    .map((word) => word.text)
    .join(',');
  if (keyword === 'description') element.description ||= text;
  if (keyword === 'technology') element.technology ||= text;
  if (keyword === 'tags' || keyword === 'tag')
    element.tags = [element.tags, text].filter((each) => each !== '').join(',');
};

interface Statement {
  readonly words: readonly Token[];
  readonly line: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Tokens as statements: words up to the end of a line or a brace. */
function* statementsOf(tokens: readonly Token[]): Generator<Statement> {
  let words: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'OPEN' || token.kind === 'END' || token.kind === 'CLOSE') {
      if (words.length > 0 || token.kind === 'OPEN')
        yield { words, line: words[0]?.line ?? token.line, opens: token.kind === 'OPEN', closes: false };
      words = [];
      if (token.kind === 'CLOSE') yield { words: [], line: token.line, opens: false, closes: true };
    } else words.push(token);
  }
}
